#include "core/counter/portaldesk.h"

#include "core/base/clock.h"
#include "core/counter/journalled.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/receiptkey.h"
#include "core/paper/readerprogram.h"
#include "core/store/outboxrows.h"
#include "core/store/papercheck.h"
#include "core/store/portalrows.h"
#include "core/store/queuesettings.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QtConcurrent>

#include <limits>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString journalDetail(const SyncPolicy &policy)
{
    const QString budget = policy.dailyBytes > 0 ? QString::number(policy.dailyBytes) : u"none"_s;
    return u"budget %1 forms-only %2 small-first %3"_s.arg(budget, policy.formsOnly ? u"yes"_s : u"no"_s,
                                                           policy.renditions ? u"yes"_s : u"no"_s);
}

} // namespace

PortalDesk::PortalDesk(Counter &counter, const Counter::Parts &parts)
    : m_counter(counter)
    , m_parts(parts)
{
    m_pool.setMaxThreadCount(1);
}

PortalDesk::~PortalDesk()
{
    m_pool.waitForDone();
}

template <typename Work>
QFuture<Result<void>> PortalDesk::act(Deed deed, const QString &subject, const QString &action, const QString &detail, Work work)
{
    const Act one { subject, action, detail, m_counter.actor().login };
    return m_parts.store.run([=, this, acting = m_counter.acting(), work = std::move(work)](Database &database) -> Result<void> {
        const Result<void> may = deed == Deed::SetUp ? permit(acting, deed) : permit(database, acting, deed, subject);
        if (!may)
            return may;
        return Journalled(m_parts.clock, m_parts.changes).commit(database, one, [&]() -> Result<void> { return work(database); });
    });
}

QFuture<Result<void>> PortalDesk::sendNow(const QString &dossierId, bool now)
{
    const QString action = now ? u"delivery.ordered-now"_s : u"delivery.order-ended"_s;
    return act(Deed::Deliver, dossierId, action, {}, [=, this](Database &database) -> Result<void> {
        const Changed ordered = orderNow(database, dossierId, now);
        if (!ordered)
            return passOn(ordered);
        Q_EMIT m_parts.changes.enqueued(dossierId);
        return {};
    });
}

QFuture<Result<void>> PortalDesk::mend(const QString &dossierId)
{
    return act(Deed::Edit, dossierId, u"dossier.mending"_s, {}, [=, this](Database &database) {
        return DossierRepository(database).openForMending(dossierId, m_parts.clock.now());
    });
}

QFuture<Result<QByteArray>> PortalDesk::result(const QString &resultId)
{
    return m_parts.store.run([resultId, acting = m_counter.acting()](Database &database) -> Result<QByteArray> {
        const Result<void> may = permitResult(database, acting, Deed::Read, resultId);
        return may ? resultContent(database, resultId) : passOn(may);
    });
}

QFuture<Result<QImage>> PortalDesk::resultPreview(const ResultFile &file, int page, const QSize &bounds)
{
    return QtConcurrent::run(&m_pool, [=, this]() -> Result<QImage> {
        const Result<QByteArray> content = result(file.id).result();
        return content ? m_parts.reader.render(*content, file.mediaType, page, bounds).result() : passOn(content);
    });
}

QFuture<Result<void>> PortalDesk::noteResult(const QString &dossierId, const QString &resultId, const QString &how)
{
    return act(Deed::Read, dossierId, u"result."_s + how, resultId.left(64), [](Database &) { return Result<void>(); });
}

QFuture<Result<void>> PortalDesk::noteTold(const QString &dossierId)
{
    return act(Deed::Note, dossierId, u"citizen.told"_s, {},
               [=, this](Database &database) { return motcua::noteTold(database, dossierId, m_parts.clock.now()); });
}

QFuture<Result<Receipt>> PortalDesk::receipt(const QString &dossierId, int revision)
{
    return m_parts.store.run([=, acting = m_counter.acting()](Database &database) -> Result<Receipt> {
        if (const Result<void> may = permit(database, acting, Deed::Print, dossierId); !may)
            return passOn(may);
        const Result<Dossier> dossier = DossierRepository(database).find(dossierId);
        if (!dossier)
            return passOn(dossier);
        QList<Receipt> receipts = dossier->formerReceipts;
        if (dossier->receipt)
            receipts.append(*dossier->receipt);
        for (const Receipt &receipt : std::as_const(receipts)) {
            if (receipt.revision == revision)
                return receipt;
        }
        if (revision == 0 && !receipts.isEmpty())
            return receipts.last();
        return fail(ErrorCode::ReceiptMissing, dossier->summary.id, QString::number(revision));
    });
}

QFuture<Result<void>> PortalDesk::noteReceipt(const QString &dossierId, int revision)
{
    return act(Deed::Print, dossierId, u"receipt.exported"_s, QString::number(revision),
               [](Database &) { return Result<void>(); });
}

QFuture<Result<QStringList>> PortalDesk::damagedInQueue()
{
    return m_parts.store.run([](Database &database) -> Result<QStringList> {
        const Result<QList<OutboundDossier>> pending = pendingDossiers(database, std::numeric_limits<int>::max(), false);
        if (!pending)
            return passOn(pending);
        QStringList found;
        for (const OutboundDossier &dossier : *pending) {
            const Result<QStringList> damaged = damagedPapers(database, dossier.files);
            if (!damaged)
                return passOn(damaged);
            if (!damaged->isEmpty())
                found.append(u"%1: %2"_s.arg(dossier.localCode, damaged->join(u", "_s)));
        }
        return found;
    });
}

QFuture<Result<SyncPolicy>> PortalDesk::policy()
{
    return m_parts.store.run(readPolicy);
}

QFuture<Result<void>> PortalDesk::setPolicy(const SyncPolicy &policy)
{
    return act(Deed::SetUp, m_parts.profile.kioskId, u"sync.policy"_s, journalDetail(policy),
               [=](Database &database) { return writePolicy(database, policy); });
}

QFuture<Result<qint64>> PortalDesk::bytesToday()
{
    return m_parts.store.run(
        [day = toLegalTime(m_parts.clock.now()).date()](Database &database) { return bytesUsed(database, day); });
}

QFuture<Result<QByteArray>> PortalDesk::receiptKey()
{
    return m_parts.store.run(readReceiptKey);
}

QFuture<Result<void>> PortalDesk::replaceReceiptKey(const QByteArray &jwk)
{
    return act(Deed::SetUp, m_parts.profile.kioskId, u"portal.key-replaced"_s, receiptKeyFingerprint(jwk),
               [=](Database &database) { return writeReceiptKey(database, jwk, true); });
}

} // namespace motcua
