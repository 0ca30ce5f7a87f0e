-- Who may still sign in. 'left': the slot is gone too; the name stays for the dossiers.
ALTER TABLE account ADD COLUMN state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'disabled', 'left'));

-- A draft that its author gave to the officers, or that an officer took over: the author sees it no more.
ALTER TABLE dossier ADD COLUMN handed_over INTEGER NOT NULL DEFAULT 0 CHECK (handed_over IN (0, 1));
CREATE INDEX dossier_by_author ON dossier (created_by, seq);

-- Who helped, for whom, under which text, and how the citizen confirmed (JSON); emptied when the answers change afterwards.
CREATE TABLE assistance (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (seq),
  record TEXT NOT NULL
);
ALTER TABLE outbox ADD COLUMN assistance TEXT NOT NULL DEFAULT ''; -- as it was at submission
-- Both name people: they go when the answers go.
CREATE TRIGGER assistance_goes AFTER DELETE ON dossier_form BEGIN
  UPDATE assistance SET record = '' WHERE dossier = old.dossier;
  UPDATE outbox SET assistance = '' WHERE dossier = old.dossier;
END;
