#pragma once

#include "core/base/result.h"
#include "core/counter/counter.h"
#include "core/outbox/outbox.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QString>
#include <QThreadPool>

namespace motcua {

// What people do about the way to the portal and about what comes back: orders, mending, results, receipts, keys. Everything that
// changes something or shows a result is journalled. Threads as Counter.
class PortalDesk
{
public:
    PortalDesk(Counter &counter, const Counter::Parts &parts);
    ~PortalDesk();
    Q_DISABLE_COPY_MOVE(PortalDesk)

    // Its papers go now, whatever the policy says; or no longer. NotInQueue.
    QFuture<Result<void>> sendNow(const QString &dossierId, bool now = true);
    // The portal asks for a supplement: the dossier may be edited, and goes again as its next revision. MendNotAsked.
    QFuture<Result<void>> mend(const QString &dossierId);

    QFuture<Result<QByteArray>> result(const QString &resultId); // ResultUnknown, ResultDamaged
    QFuture<Result<QImage>> resultPreview(const ResultFile &file, int page, const QSize &bounds);
    // It left the machine or was looked at: "viewed", "printed", "saved".
    QFuture<Result<void>> noteResult(const QString &dossierId, const QString &resultId, const QString &how);
    QFuture<Result<void>> noteTold(const QString &dossierId); // the citizen was told of everything that came

    // Of the newest revision that the portal has, or of a given one. ReceiptMissing.
    QFuture<Result<Receipt>> receipt(const QString &dossierId, int revision = 0);
    QFuture<Result<void>> noteReceipt(const QString &dossierId, int revision); // it left the machine

    QFuture<Result<QStringList>> damagedInQueue(); // "local code: paper, paper" of what waits and can no longer be read

    QFuture<Result<SyncPolicy>> policy();
    QFuture<Result<void>> setPolicy(const SyncPolicy &policy);
    QFuture<Result<qint64>> bytesToday();

    QFuture<Result<QByteArray>> receiptKey(); // empty = none pinned
    // Empty: forgotten, so that the next receipt pins again. ReceiptKeyUnusable.
    QFuture<Result<void>> replaceReceiptKey(const QByteArray &jwk);

private:
    template <typename Work>
    QFuture<Result<void>> act(Deed deed, const QString &subject, const QString &action, const QString &detail, Work work);

    Counter &m_counter;
    Counter::Parts m_parts;
    QThreadPool m_pool;
};

} // namespace motcua
