-- Lists read `dossier` alone; forms and papers lie in tables of their own, so that lists stay quick with 100,000 dossiers.
-- Times are RFC 3339 text with +07:00 and milliseconds: one fixed form, so text order is time order.

CREATE TABLE schema_version (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  min_compatible INTEGER NOT NULL -- the oldest program (by its newest migration) that may still use this database
);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE account (
  login TEXT PRIMARY KEY,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('officer', 'team_member', 'it_staff'))
) WITHOUT ROWID;

CREATE TABLE pack (
  seq INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  source BLOB NOT NULL,
  UNIQUE (code, version)
);

CREATE TABLE day_serial (
  day TEXT PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last >= 1)
) WITHOUT ROWID;

CREATE TABLE dossier (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, -- order of capture
  id TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  local_code TEXT NOT NULL UNIQUE,
  procedure_code TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  search TEXT NOT NULL, -- folded name and codes, each word after a space
  status TEXT NOT NULL CHECK (status IN ('draft', 'queued', 'submitted', 'needs_fix', 'withdrawn')),
  delivery TEXT NOT NULL CHECK (delivery IN ('none', 'waiting', 'sending', 'in_doubt', 'received', 'refused')),
  official_code TEXT NOT NULL DEFAULT '',
  due_at TEXT,
  portal_status INTEGER NOT NULL DEFAULT 0,
  portal_sequence INTEGER NOT NULL DEFAULT 0, -- of the change that gave portal_status
  portal_note TEXT NOT NULL DEFAULT '',
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  submitted_at TEXT,
  papers INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX dossier_by_status ON dossier (status, seq);
CREATE INDEX dossier_by_delivery ON dossier (delivery, seq);
CREATE INDEX dossier_by_official_code ON dossier (official_code) WHERE official_code <> '';
-- Holds all that the numbers of the home page need, so that counting never reads the rows themselves.
CREATE INDEX dossier_numbers ON dossier (status, delivery, portal_status, due_at, submitted_at);

CREATE TABLE dossier_form (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (seq),
  form TEXT NOT NULL,
  focus TEXT NOT NULL
);

CREATE TABLE attachment (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  component TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  pages INTEGER NOT NULL,
  original_returned INTEGER NOT NULL CHECK (original_returned IN (0, 1)),
  added_at TEXT NOT NULL
);
CREATE INDEX attachment_by_dossier ON attachment (dossier, seq);

-- Part n holds the bytes from n MiB on: a small paper is one row, and any range of a large one is read without the rest.
CREATE TABLE attachment_part (
  attachment INTEGER NOT NULL REFERENCES attachment (seq) ON DELETE CASCADE,
  part INTEGER NOT NULL CHECK (part >= 0),
  content BLOB NOT NULL,
  PRIMARY KEY (attachment, part)
);

-- One row per submitted revision; what was frozen for it never changes.
CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'in_doubt', 'received', 'refused')),
  submitted_at TEXT NOT NULL,
  form_sha256 TEXT NOT NULL CHECK (length(form_sha256) = 64),
  problem_id TEXT,
  problem_reason TEXT,
  problem_field TEXT,
  problem_at TEXT,
  UNIQUE (dossier, revision)
);
CREATE INDEX outbox_by_state ON outbox (state, submitted_at);

CREATE TABLE outbox_form (
  outbox INTEGER PRIMARY KEY REFERENCES outbox (seq),
  form BLOB NOT NULL
);

CREATE TABLE outbox_file (
  outbox INTEGER NOT NULL REFERENCES outbox (seq),
  position INTEGER NOT NULL,
  attachment_id TEXT NOT NULL,
  name TEXT NOT NULL,
  component TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (outbox, position)
) WITHOUT ROWID;

CREATE TABLE receipt (
  outbox INTEGER PRIMARY KEY REFERENCES outbox (seq),
  official_code TEXT NOT NULL,
  received_at TEXT NOT NULL,
  due_at TEXT,
  sequence INTEGER NOT NULL,
  form_sha256 TEXT NOT NULL,
  acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (acknowledged IN (0, 1))
);
CREATE INDEX receipt_to_acknowledge ON receipt (outbox) WHERE acknowledged = 0;

CREATE TABLE receipt_file (
  outbox INTEGER NOT NULL REFERENCES receipt (outbox),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (outbox, position)
) WITHOUT ROWID;

CREATE TABLE portal_change (
  dossier INTEGER NOT NULL REFERENCES dossier (seq),
  sequence INTEGER NOT NULL,
  status INTEGER NOT NULL,
  at TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (dossier, sequence)
) WITHOUT ROWID;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
);
CREATE INDEX journal_by_subject ON journal (subject, seq);
CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journal_keeps_all BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
