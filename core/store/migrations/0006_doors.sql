-- The portal has the manifest and wants papers: from then on nobody enters it there by hand. What may have been told before counts too.
ALTER TABLE outbox ADD COLUMN known_at_portal INTEGER NOT NULL DEFAULT 0 CHECK (known_at_portal IN (0, 1));
UPDATE outbox SET known_at_portal = 1 WHERE state <> 'waiting' OR seq IN (SELECT outbox FROM outbox_file);

-- by_hand becomes other_door: 3 = the national gateway says that a record with its code is there.
DROP INDEX dossier_numbers;
ALTER TABLE dossier ADD COLUMN other_door INTEGER NOT NULL DEFAULT 0 CHECK (other_door IN (0, 1, 2, 3));
UPDATE dossier SET other_door = by_hand WHERE by_hand > 0;
ALTER TABLE dossier DROP COLUMN by_hand;
ALTER TABLE outbox ADD COLUMN other_door INTEGER NOT NULL DEFAULT 0 CHECK (other_door IN (0, 1, 2, 3));
UPDATE outbox SET other_door = by_hand WHERE by_hand > 0;
ALTER TABLE outbox DROP COLUMN by_hand;
CREATE INDEX dossier_numbers ON dossier (status, delivery, portal_status, asks, other_door, due_at, submitted_at);
