-- The seal: a keyed hash under a key that is not in this database, and the clock that nobody can set. Rows of before have none.
ALTER TABLE journal ADD COLUMN boot TEXT NOT NULL DEFAULT '';
ALTER TABLE journal ADD COLUMN since_boot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN key_id BLOB NOT NULL DEFAULT x'';
ALTER TABLE journal ADD COLUMN seal BLOB NOT NULL DEFAULT x'';

-- Earlier journal keys, each wrapped under the one that followed when the master key was renewed.
CREATE TABLE journal_key (
  key_id BLOB PRIMARY KEY,
  under BLOB NOT NULL,   -- id of the key it is wrapped under
  wrapped BLOB NOT NULL  -- nonce and box
) WITHOUT ROWID;
