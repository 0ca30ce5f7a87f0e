#include "core/base/clock.h"
#include "core/outbox/receiptkey.h"
#include "core/store/journalkeeping.h"
#include "core/store/otherdoorrows.h"
#include "core/store/outboxrows.h"
#include "core/store/portalanswers.h"
#include "core/store/portalrows.h"
#include "core/store/queuesettings.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

class StoreOutbox final : public Outbox
{
public:
    StoreOutbox(StoreThread &store, const Clock &clock, DossierChanges &changes)
        : m_store(store)
        , m_clock(clock)
        , m_changes(changes)
    {
    }

    Result<QList<OutboundDossier>> pending(int limit) override { return settledQueue(limit, true); }

    Result<QList<OutboundDossier>> outline(int limit) override { return settledQueue(limit, false); }

    Result<QByteArray> form(const DeliveryKey &key) override
    {
        return m_store.run([&](Database &database) { return frozenForm(database, key); }).result();
    }

    Result<void> markSending(const QList<DeliveryKey> &keys) override { return move(DeliveryState::Sending, keys); }
    Result<void> markWaiting(const QList<DeliveryKey> &keys) override { return move(DeliveryState::Waiting, keys); }

    Result<void> markWanted(const QList<DeliveryKey> &keys) override
    {
        return change([&](Database &database) { return moveToWanted(database, keys); });
    }

    Result<void> markInDoubt(const QList<DeliveryKey> &keys, const QString &errorId) override
    {
        return move(DeliveryState::InDoubt, keys, { errorId, {}, {}, m_clock.now() });
    }

    Result<void> storeReceipt(const Receipt &receipt) override
    {
        return change([&](Database &database) { return acceptReceipt(database, receipt, m_clock.now()); });
    }

    Result<void> refuse(const DeliveryKey &key, const DeliveryProblem &problem) override
    {
        return change([&](Database &database) { return acceptRefusal(database, key, problem, m_clock.now()); });
    }

    Result<void> noteFound(const DeliveryKey &key, const QString &officialCode) override
    {
        return change([&](Database &database) { return motcua::noteFound(database, key, officialCode, m_clock.now()); });
    }

    Result<QByteArray> readFile(const QString &attachmentId, qint64 offset, qint64 length) override
    {
        return m_store.run([&](Database &database) { return readAttachment(database, attachmentId, offset, length); }).result();
    }

    Result<QList<DeliveryKey>> unacknowledgedReceipts() override
    {
        return m_store.run([](Database &database) { return receiptsToAcknowledge(database); }).result();
    }

    Result<void> markAcknowledged(const QList<DeliveryKey> &keys) override
    {
        return write([&](Database &database) { return acknowledge(database, keys); });
    }

    Result<QString> cursor() override
    {
        return m_store.run([](Database &database) { return changesCursor(database); }).result();
    }

    Result<void> applyChanges(const QList<StatusChange> &changes, const QString &cursor) override
    {
        return change([&](Database &database) { return acceptChanges(database, changes, cursor, m_clock.now()); });
    }

    Result<int> unsentCount() override
    {
        return m_store.run([](Database &database) { return unsent(database); }).result();
    }

    Result<void> offerAgainAfter(qint64 sequence) override
    {
        return change([&](Database &database) { return offerAgain(database, sequence, m_clock.now()); });
    }

    Result<SyncPolicy> policy() override { return m_store.run(readPolicy).result(); }

    Result<qint64> bytesToday(const QDate &legalDay) override
    {
        return m_store.run([&](Database &database) { return bytesUsed(database, legalDay); }).result();
    }

    Result<void> addBytes(const QDate &legalDay, qint64 bytes) override
    {
        return write([&](Database &database) { return addBytesUsed(database, legalDay, bytes); });
    }

    Result<Lineage> lineage() override { return m_store.run(readLineage).result(); }

    Result<void> storeLineage(const Lineage &lineage) override
    {
        return write([&](Database &database) { return writeLineage(database, lineage); });
    }

    Result<JournalCall> journalCall() override { return m_store.run(journalStanding).result(); }

    Result<QString> journalAnswered(const JournalMark &sent, const JournalMark &held, const QString &objection) override
    {
        QString shown;
        const Result<void> done = write([&](Database &database) -> Result<void> {
            const Result<QString> found = acceptJournalAnswer(database, sent, held, objection, m_clock.now());
            shown = found.value_or(QString());
            return found ? Result<void>() : passOn(found);
        });
        return done ? Result<QString>(shown) : passOn(done);
    }

    Result<QByteArray> receiptKey() override { return m_store.run(readReceiptKey).result(); }

    Result<void> pinReceiptKey(const QByteArray &jwk) override
    {
        return write([&](Database &database) -> Result<void> {
            const Result<QByteArray> before = readReceiptKey(database);
            if (!before)
                return passOn(before);
            if (const auto kept = writeReceiptKey(database, jwk, false); !kept)
                return kept;
            if (!before->isEmpty())
                return {};
            const auto entry = JournalRepository(database).append(m_clock.now(), u"portal"_s, u"portal.key"_s, u"portal"_s,
                                                                  receiptKeyFingerprint(jwk));
            return entry ? Result<void>() : passOn(entry);
        });
    }

    Result<QList<WantedResult>> resultsWanted() override { return m_store.run(wantedResults).result(); }

    Result<void> storeResultPiece(const QString &id, qint64 offset, const QByteArray &bytes) override
    {
        return write([&](Database &database) { return keepResultPiece(database, id, offset, bytes); });
    }

    Result<void> completeResult(const QString &id) override
    {
        bool fits = true;
        const Result<void> done = change([&](Database &database) -> Changed {
            QString dossierId;
            const Result<bool> finished = finishResult(database, id, &dossierId);
            if (!finished)
                return passOn(finished);
            fits = *finished;
            if (dossierId.isEmpty())
                return QStringList();
            const auto entry =
                JournalRepository(database).append(m_clock.now(), u"portal"_s, u"result.received"_s, dossierId, id.left(64));
            return entry ? Changed(QStringList { dossierId }) : passOn(entry);
        });
        if (!done)
            return done;
        return fits ? Result<void>() : Result<void>(resultDamaged(id));
    }

private:
    using Work = std::function<Changed(Database &)>;

    Result<QList<OutboundDossier>> settledQueue(int limit, bool withForms)
    {
        const Result<void> settled = change([](Database &) { return Changed(QStringList()); });
        if (!settled)
            return passOn(settled);
        return m_store.run([=](Database &database) { return pendingDossiers(database, limit, withForms); }).result();
    }

    // What comes from the portal must be kept even on a full disk: tried once more with the ballast's space.
    template <typename Act>
    static Result<void> evenWhenFull(Database &database, Act act)
    {
        database.spaceWasFreed();
        const Result<void> done = act();
        return !done && done.error().code == ErrorCode::DiskFull && database.spaceWasFreed() ? act() : done;
    }

    // What no screen shows, in one transaction.
    template <typename Act>
    Result<void> write(Act act)
    {
        return m_store
            .run([&](Database &database) {
                return evenWhenFull(database, [&] { return database.write([&] { return act(database); }); });
            })
            .result();
    }

    Result<void> move(DeliveryState state, const QList<DeliveryKey> &keys, const DeliveryProblem &problem = {})
    {
        return change([&](Database &database) { return moveTo(database, state, keys, problem); });
    }

    // One transaction on the store thread; screens hear of it after the commit.
    Result<void> change(const Work &work)
    {
        QStringList changed;
        const Result<void> done =
            m_store
                .run([&](Database &database) { return evenWhenFull(database, [&] { return commit(database, work, &changed); }); })
                .result();
        if (done) {
            for (const QString &id : std::as_const(changed))
                Q_EMIT m_changes.committed(id);
        }
        return done;
    }

    Result<void> commit(Database &database, const Work &work, QStringList *changed)
    {
        // Once for each opening, before anything else: whoever was sending then is gone, and nobody knows what arrived.
        const bool settled = m_settledFor == database.connectionName();
        const Result<void> written = database.write([&]() -> Result<void> {
            const Changed doubted = settled ? Changed(QStringList()) : doubtWhatWasBeingSent(database);
            if (!doubted)
                return passOn(doubted);
            const Changed worked = work(database);
            if (!worked)
                return passOn(worked);
            *changed = *doubted + *worked;
            changed->removeDuplicates();
            return {};
        });
        if (written)
            m_settledFor = database.connectionName();
        return written;
    }

    StoreThread &m_store;
    const Clock &m_clock;
    DossierChanges &m_changes;
    QString m_settledFor; // store thread only
};

} // namespace

std::unique_ptr<Outbox> makeStoreOutbox(StoreThread &store, const Clock &clock, DossierChanges &changes)
{
    return std::make_unique<StoreOutbox>(store, clock, changes);
}

} // namespace motcua
