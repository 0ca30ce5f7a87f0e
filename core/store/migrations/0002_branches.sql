-- Linked procedures: what was frozen for each submitted revision, and where each branch stands at the portal.
CREATE TABLE branch (
  outbox INTEGER NOT NULL REFERENCES outbox (seq),
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  procedure_code TEXT NOT NULL,
  title TEXT NOT NULL,
  agency TEXT NOT NULL,
  deadline TEXT NOT NULL,
  result TEXT NOT NULL,
  components TEXT NOT NULL, -- codes, one a line
  portal_status INTEGER NOT NULL DEFAULT 0,
  portal_sequence INTEGER NOT NULL DEFAULT 0, -- of the change that gave portal_status
  official_code TEXT NOT NULL DEFAULT '',
  due_at TEXT,
  note TEXT NOT NULL DEFAULT '',
  updated_at TEXT,
  PRIMARY KEY (outbox, id)
) WITHOUT ROWID;

ALTER TABLE portal_change ADD COLUMN branch TEXT NOT NULL DEFAULT '';

-- Branches that wait for the citizen; kept with the dossier, so that lists and numbers go on reading one table.
ALTER TABLE dossier ADD COLUMN branches_asking INTEGER NOT NULL DEFAULT 0;
DROP INDEX dossier_numbers;
CREATE INDEX dossier_numbers ON dossier (status, delivery, portal_status, branches_asking, due_at, submitted_at);
