#pragma once

#include "core/outbox/outbox.h"

#include <QHash>
#include <QMutex>
#include <QStringList>

#include <optional>

namespace motcua {

// An Outbox without a disk that keeps the rules of outbox.h and writes down who breaks them. Thread-safe.
class MemoryOutbox final : public Outbox
{
public:
    struct Row
    {
        OutboundDossier dossier;
        std::optional<Receipt> receipt;
        std::optional<DeliveryProblem> problem;
        bool acknowledged = false;
        QList<DeliveryState> history;
        bool offeredAgain = false;
        QString foundAs = {}; // its code at a portal without receipts
    };

    void add(const OutboundDossier &dossier, const QHash<QString, QByteArray> &contents); // by attachment id
    void damage(const QString &attachmentId, const QByteArray &content);
    void restart(); // what a crash of the kiosk leaves: rows in Sending come back in doubt
    Row row(const QString &id) const;
    int count(DeliveryState state) const;
    QStringList violations() const;
    QList<StatusChange> changes() const;

    Result<QList<OutboundDossier>> pending(int limit) override;
    Result<void> markSending(const QList<DeliveryKey> &keys) override;
    Result<void> markWaiting(const QList<DeliveryKey> &keys) override;
    Result<void> markWanted(const QList<DeliveryKey> &keys) override { return markWaiting(keys); }
    Result<void> noteFound(const DeliveryKey &key, const QString &officialCode) override;
    Result<void> markInDoubt(const QList<DeliveryKey> &keys, const QString &errorId) override;
    Result<void> storeReceipt(const Receipt &receipt) override;
    Result<void> refuse(const DeliveryKey &key, const DeliveryProblem &problem) override;
    Result<QByteArray> readFile(const QString &attachmentId, qint64 offset, qint64 length) override;
    Result<QList<DeliveryKey>> unacknowledgedReceipts() override;
    Result<void> markAcknowledged(const QList<DeliveryKey> &keys) override;
    Result<QString> cursor() override;
    Result<void> applyChanges(const QList<StatusChange> &changes, const QString &cursor) override;
    Result<int> unsentCount() override;

    Result<QList<OutboundDossier>> outline(int limit) override;
    Result<QByteArray> form(const DeliveryKey &key) override;
    Result<void> offerAgainAfter(qint64 sequence) override;
    Result<SyncPolicy> policy() override;
    Result<qint64> bytesToday(const QDate &legalDay) override;
    Result<void> addBytes(const QDate &legalDay, qint64 bytes) override;
    Result<Lineage> lineage() override;
    Result<void> storeLineage(const Lineage &lineage) override;
    Result<QByteArray> receiptKey() override;
    Result<void> pinReceiptKey(const QByteArray &jwk) override;
    Result<QList<WantedResult>> resultsWanted() override;
    Result<void> storeResultPiece(const QString &id, qint64 offset, const QByteArray &bytes) override;
    Result<void> completeResult(const QString &id) override;

    void setPolicy(const SyncPolicy &policy);
    void orderNow(const QString &id);
    QByteArray result(const QString &id) const; // whole; empty before that

private:
    struct ResultRow
    {
        WantedResult wanted;
        QByteArray content;
        bool complete = false;
    };
    ResultRow *findResult(const QString &id);
    bool offered(const DeliveryKey &key);

    void move(const DeliveryKey &key, const QList<DeliveryState> &from, DeliveryState to);
    Row *find(const QString &id);

    mutable QMutex m_mutex;
    QList<Row> m_rows;
    QHash<QString, QByteArray> m_contents;
    QList<StatusChange> m_changes;
    QString m_cursor;
    QStringList m_violations;
    SyncPolicy m_policy;
    QHash<QDate, qint64> m_spent;
    Lineage m_lineage;
    QByteArray m_receiptKey;
    QList<ResultRow> m_results;
};

// A dossier of an invented person with random papers of these sizes, put into `outbox`.
OutboundDossier addDossier(MemoryOutbox &outbox, const QList<qint64> &paperSizes, quint32 seed);

} // namespace motcua
