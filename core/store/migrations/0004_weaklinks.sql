-- What the portal gives back and asks for, what people order of the queue, and what proves a receipt.

ALTER TABLE outbox ADD COLUMN nearest_date TEXT; -- the legal day that presses, as it was at submission
ALTER TABLE outbox ADD COLUMN send_now INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox ADD COLUMN offer_again INTEGER NOT NULL DEFAULT 0; -- received, and lost by a portal that was restored
ALTER TABLE outbox ADD COLUMN problem_papers TEXT NOT NULL DEFAULT ''; -- names, one a line
CREATE INDEX outbox_offered_again ON outbox (dossier) WHERE offer_again = 1;

ALTER TABLE receipt ADD COLUMN proof BLOB NOT NULL DEFAULT x''; -- compact JWS as it came
CREATE INDEX receipt_by_sequence ON receipt (sequence);

-- A paper that a submitted revision names is hidden, never deleted.
ALTER TABLE attachment ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));

CREATE TABLE portal_request (
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  sequence INTEGER NOT NULL,
  branch TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  until TEXT,
  items TEXT NOT NULL, -- JSON
  answered_by INTEGER NOT NULL DEFAULT 0, -- revision
  PRIMARY KEY (dossier, sequence)
) WITHOUT ROWID;

INSERT INTO portal_request (dossier, sequence, branch, at, note, items)
  SELECT dossier, sequence, branch, at, note, '[]' FROM portal_change WHERE status = 5;

CREATE TABLE portal_message (
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  sequence INTEGER NOT NULL,
  branch TEXT NOT NULL,
  at TEXT NOT NULL,
  text TEXT NOT NULL,
  told_at TEXT,
  PRIMARY KEY (dossier, sequence)
) WITHOUT ROWID;

CREATE TABLE portal_result (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  branch TEXT NOT NULL,
  at TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  held INTEGER NOT NULL DEFAULT 0,
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  told_at TEXT
);
CREATE INDEX result_by_dossier ON portal_result (dossier, seq);
CREATE INDEX result_wanted ON portal_result (seq) WHERE complete = 0;

CREATE TABLE portal_result_part (
  result INTEGER NOT NULL REFERENCES portal_result (seq) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (result, start)
);

CREATE TABLE bytes_used (
  day TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL
) WITHOUT ROWID;

-- What was answered by a newer revision no longer asks anybody, although the portal has not moved its status yet.
ALTER TABLE dossier ADD COLUMN answered_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE branch ADD COLUMN answered_sequence INTEGER NOT NULL DEFAULT 0;
-- What somebody has to do (Ask of fromportal.h); kept with the dossier, so that lists and numbers go on reading one table.
ALTER TABLE dossier ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
UPDATE dossier SET asks = (portal_status = 5 OR branches_asking > 0) + 2 * (portal_status = 6) WHERE status = 'submitted';
DROP INDEX dossier_numbers;
CREATE INDEX dossier_numbers ON dossier (status, delivery, portal_status, asks, due_at, submitted_at);

-- ID numbers and dates of the answers, so that an earlier dossier of the same person is found without reading every form.
CREATE TABLE form_key (
  key TEXT NOT NULL,
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  PRIMARY KEY (key, dossier)
) WITHOUT ROWID;
CREATE INDEX form_key_by_dossier ON form_key (dossier);
INSERT INTO form_key (key, dossier) SELECT DISTINCT j.value, f.dossier FROM dossier_form f,
  json_tree(CASE WHEN json_valid(f.form) THEN f.form ELSE '{}' END) j
  WHERE j.type = 'text' AND length(j.value) BETWEEN 4 AND 12 AND j.value NOT GLOB '*[^0-9-]*';
CREATE TRIGGER form_keys_new AFTER INSERT ON dossier_form BEGIN
  INSERT INTO form_key (key, dossier) SELECT DISTINCT j.value, new.dossier FROM json_tree(new.form) j
    WHERE j.type = 'text' AND length(j.value) BETWEEN 4 AND 12 AND j.value NOT GLOB '*[^0-9-]*';
END;
CREATE TRIGGER form_keys_changed AFTER UPDATE OF form ON dossier_form BEGIN
  DELETE FROM form_key WHERE dossier = new.dossier;
  INSERT INTO form_key (key, dossier) SELECT DISTINCT j.value, new.dossier FROM json_tree(new.form) j
    WHERE j.type = 'text' AND length(j.value) BETWEEN 4 AND 12 AND j.value NOT GLOB '*[^0-9-]*';
END;
