-- The guard of the store (docs/storage.md): whatever statement runs, from whatever program, what the portal has not confirmed stays.
ALTER TABLE dossier ADD COLUMN purged_at TEXT; -- since then only receipt, digests, codes and the journal are left of it

-- At its end at the portal (3, 7, 8, 10: portalstatus.h), received in its newest revision, the portal knows that we know, nothing is
-- asked, offered again or still being fetched.
CREATE VIEW settled_dossier AS SELECT d.seq AS dossier FROM dossier d
  WHERE d.status = 'submitted' AND d.delivery = 'received' AND d.portal_status IN (3, 7, 8, 10) AND d.asks = 0
    AND EXISTS (SELECT 1 FROM outbox o JOIN receipt r ON r.outbox = o.seq
                WHERE o.dossier = d.seq AND o.revision = d.revision AND o.state = 'received' AND r.acknowledged = 1)
    AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.dossier = d.seq
                    AND (o.offer_again = 1 OR o.state IN ('waiting', 'sending', 'in_doubt')))
    AND NOT EXISTS (SELECT 1 FROM portal_result p WHERE p.dossier = d.seq AND p.complete = 0);

CREATE TRIGGER guard_dossier BEFORE DELETE ON dossier BEGIN SELECT RAISE(ABORT, 'guard: dossiers stay'); END;
CREATE TRIGGER guard_outbox BEFORE DELETE ON outbox BEGIN SELECT RAISE(ABORT, 'guard: submissions stay'); END;
CREATE TRIGGER guard_outbox_file BEFORE DELETE ON outbox_file BEGIN SELECT RAISE(ABORT, 'guard: manifests stay'); END;
CREATE TRIGGER guard_receipt BEFORE DELETE ON receipt BEGIN SELECT RAISE(ABORT, 'guard: receipts stay'); END;
CREATE TRIGGER guard_receipt_file BEFORE DELETE ON receipt_file BEGIN SELECT RAISE(ABORT, 'guard: receipts stay'); END;
CREATE TRIGGER guard_payment BEFORE DELETE ON payment BEGIN SELECT RAISE(ABORT, 'guard: payments stay'); END;
CREATE TRIGGER guard_day_serial BEFORE DELETE ON day_serial BEGIN SELECT RAISE(ABORT, 'guard: numbers are never given twice'); END;

CREATE TRIGGER guard_dossier_form BEFORE DELETE ON dossier_form
  WHEN old.dossier NOT IN (SELECT dossier FROM settled_dossier WHERE dossier = old.dossier)
  BEGIN SELECT RAISE(ABORT, 'guard: not settled'); END;
CREATE TRIGGER guard_dossier_form_text BEFORE UPDATE ON dossier_form
  WHEN (SELECT status FROM dossier WHERE seq = old.dossier) NOT IN ('draft', 'needs_fix')
  BEGIN SELECT RAISE(ABORT, 'guard: not editable'); END;
CREATE TRIGGER guard_outbox_form BEFORE DELETE ON outbox_form
  WHEN NOT EXISTS (SELECT 1 FROM outbox o JOIN settled_dossier s ON s.dossier = o.dossier WHERE o.seq = old.outbox)
  BEGIN SELECT RAISE(ABORT, 'guard: not settled'); END;

-- A paper goes with a settled dossier; before that only one of an editable dossier that no submitted revision names.
CREATE TRIGGER guard_attachment BEFORE DELETE ON attachment
  WHEN old.dossier NOT IN (SELECT dossier FROM settled_dossier WHERE dossier = old.dossier)
    AND (old.removed = 1 OR (SELECT status FROM dossier WHERE seq = old.dossier) NOT IN ('draft', 'needs_fix')
         OR EXISTS (SELECT 1 FROM outbox o JOIN outbox_file f ON f.outbox = o.seq
                    WHERE o.dossier = old.dossier AND f.attachment_id = old.id))
  BEGIN SELECT RAISE(ABORT, 'guard: not settled'); END;
-- Where its paper is gone already, guard_attachment has let it go.
CREATE TRIGGER guard_attachment_part BEFORE DELETE ON attachment_part
  WHEN EXISTS (SELECT 1 FROM attachment a WHERE a.seq = old.attachment
    AND a.dossier NOT IN (SELECT dossier FROM settled_dossier WHERE dossier = a.dossier)
    AND (a.removed = 1 OR (SELECT status FROM dossier WHERE seq = a.dossier) NOT IN ('draft', 'needs_fix')
         OR EXISTS (SELECT 1 FROM outbox o JOIN outbox_file f ON f.outbox = o.seq
                    WHERE o.dossier = a.dossier AND f.attachment_id = a.id AND f.sha256 = a.sha256)))
  BEGIN SELECT RAISE(ABORT, 'guard: not settled'); END;
CREATE TRIGGER guard_result BEFORE DELETE ON portal_result
  WHEN old.dossier NOT IN (SELECT dossier FROM settled_dossier WHERE dossier = old.dossier)
  BEGIN SELECT RAISE(ABORT, 'guard: not settled'); END;
CREATE TRIGGER guard_result_part BEFORE DELETE ON portal_result_part
  WHEN EXISTS (SELECT 1 FROM portal_result p WHERE p.seq = old.result AND p.complete = 1
    AND p.dossier NOT IN (SELECT dossier FROM settled_dossier WHERE dossier = p.dossier))
  BEGIN SELECT RAISE(ABORT, 'guard: not settled'); END;

-- What was frozen or acknowledged never changes.
CREATE TRIGGER guard_frozen_form BEFORE UPDATE ON outbox_form BEGIN SELECT RAISE(ABORT, 'guard: frozen'); END;
CREATE TRIGGER guard_frozen_file BEFORE UPDATE OF size, sha256, name, component ON outbox_file
  BEGIN SELECT RAISE(ABORT, 'guard: frozen'); END;
CREATE TRIGGER guard_kept_content BEFORE UPDATE OF content, part ON attachment_part BEGIN SELECT RAISE(ABORT, 'guard: frozen'); END;
CREATE TRIGGER guard_kept_receipt BEFORE UPDATE OF official_code, received_at, form_sha256 ON receipt
  BEGIN SELECT RAISE(ABORT, 'guard: receipts stay'); END;
CREATE TRIGGER guard_kept_receipt_file BEFORE UPDATE ON receipt_file BEGIN SELECT RAISE(ABORT, 'guard: receipts stay'); END;
