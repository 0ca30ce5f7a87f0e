-- Dossiers that people enter at a portal by hand: sync leaves them alone. 1 = taken for entering, 2 = entered, with its official code.
ALTER TABLE dossier ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1, 2));
ALTER TABLE outbox ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1, 2));
DROP INDEX dossier_numbers;
CREATE INDEX dossier_numbers ON dossier (status, delivery, portal_status, asks, by_hand, due_at, submitted_at);
