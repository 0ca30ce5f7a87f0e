#include "tests/support/memoryoutbox.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/outbox/receiptkey.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

void MemoryOutbox::add(const OutboundDossier &dossier, const QHash<QString, QByteArray> &contents)
{
    const QMutexLocker locker(&m_mutex);
    m_rows.append({ dossier, {}, {}, false, { dossier.delivery }, false });
    m_rows.last().dossier.formSize = dossier.form.size();
    m_contents.insert(contents);
}

void MemoryOutbox::damage(const QString &attachmentId, const QByteArray &content)
{
    const QMutexLocker locker(&m_mutex);
    m_contents.insert(attachmentId, content);
}

void MemoryOutbox::restart()
{
    const QMutexLocker locker(&m_mutex);
    for (Row &row : m_rows) {
        if (row.dossier.delivery == DeliveryState::Sending)
            row.dossier.delivery = DeliveryState::InDoubt;
    }
}

MemoryOutbox::Row *MemoryOutbox::find(const QString &id)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.dossier.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

MemoryOutbox::Row MemoryOutbox::row(const QString &id) const
{
    const QMutexLocker locker(&m_mutex);
    const Row *found = const_cast<MemoryOutbox *>(this)->find(id);
    return found ? *found : Row {};
}

int MemoryOutbox::count(DeliveryState state) const
{
    const QMutexLocker locker(&m_mutex);
    return int(std::count_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.dossier.delivery == state; }));
}

QStringList MemoryOutbox::violations() const
{
    const QMutexLocker locker(&m_mutex);
    return m_violations;
}

QList<StatusChange> MemoryOutbox::changes() const
{
    const QMutexLocker locker(&m_mutex);
    return m_changes;
}

void MemoryOutbox::move(const DeliveryKey &key, const QList<DeliveryState> &from, DeliveryState to)
{
    if (to != DeliveryState::Refused && offered(key))
        return;
    Row *row = find(key.id);
    if (!row || row->dossier.revision != key.revision || !from.contains(row->dossier.delivery)) {
        m_violations.append(u"%1: %2 -> %3"_s.arg(key.id, row ? toStored(row->dossier.delivery) : u"unknown"_s, toStored(to)));
        return;
    }
    row->dossier.delivery = to;
    row->history.append(to);
}

Result<QList<OutboundDossier>> MemoryOutbox::pending(int limit)
{
    const QMutexLocker locker(&m_mutex);
    QList<OutboundDossier> dossiers;
    for (const Row &row : std::as_const(m_rows)) {
        const bool open = row.offeredAgain
                          || (row.dossier.delivery != DeliveryState::Received && row.dossier.delivery != DeliveryState::Refused);
        if (open && row.foundAs.isEmpty() && dossiers.size() < limit)
            dossiers.append(row.dossier);
    }
    return dossiers;
}

Result<void> MemoryOutbox::markSending(const QList<DeliveryKey> &keys)
{
    const QMutexLocker locker(&m_mutex);
    for (const DeliveryKey &key : keys)
        move(key, { DeliveryState::Waiting, DeliveryState::InDoubt }, DeliveryState::Sending);
    return {};
}

Result<void> MemoryOutbox::markWaiting(const QList<DeliveryKey> &keys)
{
    const QMutexLocker locker(&m_mutex);
    for (const DeliveryKey &key : keys)
        move(key, { DeliveryState::Sending }, DeliveryState::Waiting);
    return {};
}

Result<void> MemoryOutbox::markInDoubt(const QList<DeliveryKey> &keys, const QString &)
{
    const QMutexLocker locker(&m_mutex);
    for (const DeliveryKey &key : keys)
        move(key, { DeliveryState::Sending }, DeliveryState::InDoubt);
    return {};
}

Result<void> MemoryOutbox::storeReceipt(const Receipt &receipt)
{
    const QMutexLocker locker(&m_mutex);
    Row *row = find(receipt.dossierId);
    if (row && row->offeredAgain) {
        row->offeredAgain = !receipt.awaited().isEmpty();
        row->receipt->files = receipt.files;
        row->dossier.formerReceipt.clear();
        row->receipt->sequence = receipt.sequence;
        row->acknowledged = false;
        return {};
    }
    if (row && row->receipt)
        return {};
    move({ receipt.dossierId, receipt.revision }, { DeliveryState::Waiting, DeliveryState::Sending, DeliveryState::InDoubt },
         DeliveryState::Received);
    if (row) {
        row->receipt = receipt;
        row->offeredAgain = !receipt.awaited().isEmpty();
    }
    return {};
}

Result<void> MemoryOutbox::noteFound(const DeliveryKey &key, const QString &officialCode)
{
    const QMutexLocker locker(&m_mutex);
    if (Row *row = find(key.id))
        row->foundAs = officialCode;
    return {};
}

Result<void> MemoryOutbox::refuse(const DeliveryKey &key, const DeliveryProblem &problem)
{
    const QMutexLocker locker(&m_mutex);
    if (!offered(key))
        move(key, { DeliveryState::Waiting, DeliveryState::Sending, DeliveryState::InDoubt }, DeliveryState::Refused);
    if (Row *row = find(key.id))
        row->problem = problem;
    return {};
}

Result<QByteArray> MemoryOutbox::readFile(const QString &attachmentId, qint64 offset, qint64 length)
{
    const QMutexLocker locker(&m_mutex);
    return m_contents.value(attachmentId).mid(offset, length);
}

Result<QList<DeliveryKey>> MemoryOutbox::unacknowledgedReceipts()
{
    const QMutexLocker locker(&m_mutex);
    QList<DeliveryKey> keys;
    for (const Row &row : std::as_const(m_rows)) {
        if (row.receipt && !row.acknowledged)
            keys.append({ row.dossier.id, row.dossier.revision });
    }
    return keys;
}

Result<void> MemoryOutbox::markAcknowledged(const QList<DeliveryKey> &keys)
{
    const QMutexLocker locker(&m_mutex);
    for (const DeliveryKey &key : keys) {
        if (Row *row = find(key.id))
            row->acknowledged = true;
    }
    return {};
}

Result<QString> MemoryOutbox::cursor()
{
    const QMutexLocker locker(&m_mutex);
    return m_cursor;
}

Result<void> MemoryOutbox::applyChanges(const QList<StatusChange> &changes, const QString &cursor)
{
    const QMutexLocker locker(&m_mutex);
    m_changes.append(changes);
    for (const StatusChange &change : changes) {
        for (const ResultFile &file : change.results) {
            if (!findResult(file.id))
                m_results.append({ { file, change.dossierId, 0 }, {}, false });
        }
    }
    m_cursor = cursor;
    return {};
}

Result<int> MemoryOutbox::unsentCount()
{
    const QMutexLocker locker(&m_mutex);
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.dossier.delivery != DeliveryState::Received && row.dossier.delivery != DeliveryState::Refused;
    }));
}

Result<QList<OutboundDossier>> MemoryOutbox::outline(int limit)
{
    Result<QList<OutboundDossier>> dossiers = pending(limit);
    for (OutboundDossier &dossier : *dossiers)
        dossier.form.clear();
    return dossiers;
}

Result<QByteArray> MemoryOutbox::form(const DeliveryKey &key)
{
    const QMutexLocker locker(&m_mutex);
    const Row *row = find(key.id);
    if (!row || row->dossier.revision != key.revision)
        return tl::unexpected(Error { ErrorCode::DossierUnknown, key.id, {} });
    return row->dossier.form;
}

bool MemoryOutbox::offered(const DeliveryKey &key)
{
    const Row *row = find(key.id);
    return row && row->offeredAgain && row->dossier.revision == key.revision;
}

Result<void> MemoryOutbox::offerAgainAfter(qint64 sequence)
{
    const QMutexLocker locker(&m_mutex);
    for (Row &row : m_rows) {
        if (!row.receipt || row.receipt->sequence <= sequence)
            continue;
        row.offeredAgain = true;
        row.dossier.formerReceipt = row.receipt->proof;
    }
    return {};
}

Result<SyncPolicy> MemoryOutbox::policy()
{
    const QMutexLocker locker(&m_mutex);
    return m_policy;
}

void MemoryOutbox::setPolicy(const SyncPolicy &policy)
{
    const QMutexLocker locker(&m_mutex);
    m_policy = policy;
}

void MemoryOutbox::orderNow(const QString &id)
{
    const QMutexLocker locker(&m_mutex);
    if (Row *row = find(id))
        row->dossier.now = true;
}

Result<qint64> MemoryOutbox::bytesToday(const QDate &legalDay)
{
    const QMutexLocker locker(&m_mutex);
    return m_spent.value(legalDay);
}

Result<void> MemoryOutbox::addBytes(const QDate &legalDay, qint64 bytes)
{
    const QMutexLocker locker(&m_mutex);
    m_spent[legalDay] += bytes;
    return {};
}

Result<Lineage> MemoryOutbox::lineage()
{
    const QMutexLocker locker(&m_mutex);
    return m_lineage;
}

Result<void> MemoryOutbox::storeLineage(const Lineage &lineage)
{
    const QMutexLocker locker(&m_mutex);
    m_lineage = lineage;
    return {};
}

Result<QByteArray> MemoryOutbox::receiptKey()
{
    const QMutexLocker locker(&m_mutex);
    return m_receiptKey;
}

Result<void> MemoryOutbox::pinReceiptKey(const QByteArray &jwk)
{
    const QMutexLocker locker(&m_mutex);
    const QByteArray key = canonicalReceiptKey(jwk);
    if (key.isEmpty())
        return tl::unexpected(Error { ErrorCode::ReceiptKeyUnusable, {}, {} });
    if (!m_receiptKey.isEmpty() && m_receiptKey != key)
        return tl::unexpected(Error { ErrorCode::ReceiptKeyDiffers, {}, {} });
    m_receiptKey = key;
    return {};
}

MemoryOutbox::ResultRow *MemoryOutbox::findResult(const QString &id)
{
    const auto found =
        std::find_if(m_results.begin(), m_results.end(), [&](const ResultRow &row) { return row.wanted.file.id == id; });
    return found == m_results.end() ? nullptr : &*found;
}

Result<QList<WantedResult>> MemoryOutbox::resultsWanted()
{
    const QMutexLocker locker(&m_mutex);
    QList<WantedResult> wanted;
    for (const ResultRow &row : std::as_const(m_results)) {
        if (!row.complete)
            wanted.append(row.wanted);
    }
    return wanted;
}

Result<void> MemoryOutbox::storeResultPiece(const QString &id, qint64 offset, const QByteArray &bytes)
{
    const QMutexLocker locker(&m_mutex);
    ResultRow *row = findResult(id);
    if (!row)
        return tl::unexpected(Error { ErrorCode::ResultUnknown, id, {} });
    if (row->complete)
        return {};
    if ((offset != 0 && offset != row->content.size()) || offset + bytes.size() > row->wanted.file.size)
        return tl::unexpected(Error { ErrorCode::ResultPieceWrong, id, {} });
    row->content.truncate(offset);
    row->content += bytes;
    row->wanted.held = row->content.size();
    return {};
}

Result<void> MemoryOutbox::completeResult(const QString &id)
{
    const QMutexLocker locker(&m_mutex);
    ResultRow *row = findResult(id);
    if (!row)
        return tl::unexpected(Error { ErrorCode::ResultUnknown, id, {} });
    row->complete = sha256Hex(row->content) == row->wanted.file.sha256;
    if (row->complete)
        return {};
    row->content.clear();
    row->wanted.held = 0;
    return tl::unexpected(Error { ErrorCode::ResultDamaged, id, {} });
}

QByteArray MemoryOutbox::result(const QString &id) const
{
    const QMutexLocker locker(&m_mutex);
    const ResultRow *row = const_cast<MemoryOutbox *>(this)->findResult(id);
    return row && row->complete ? row->content : QByteArray();
}

OutboundDossier addDossier(MemoryOutbox &outbox, const QList<qint64> &paperSizes, quint32 seed)
{
    const SystemClock clock;
    QRandomGenerator random(seed);
    OutboundDossier dossier;
    dossier.id = newUuid7(clock);
    dossier.localCode = u"25231-261122-%1-X"_s.arg(seed, 4, 10, QLatin1Char('0'));
    dossier.procedureCode = u"1.004873"_s;
    dossier.packVersion = u"1"_s;
    dossier.capturedAt = clock.now();
    dossier.submittedAt = clock.now();
    dossier.form = u"{\"hoTen\":\"Điểu Thị Mai\",\"ghiChu\":\"dòng một\\ndòng “hai”\",\"so\":%1}"_s.arg(seed).toUtf8();
    dossier.formSha256 = sha256Hex(dossier.form);
    dossier.delivery = DeliveryState::Waiting;
    dossier.formSize = dossier.form.size();

    QHash<QString, QByteArray> contents;
    for (qsizetype i = 0; i < paperSizes.size(); ++i) {
        QByteArray content(paperSizes.at(i), Qt::Uninitialized);
        for (char &byte : content)
            byte = char(random.bounded(256));
        const QString id = newUuid7(clock);
        dossier.files.append({ id, u"KQ003453-%1.jpg"_s.arg(i + 1), u"000.00.00.G15-KQ003453"_s, u"image/jpeg"_s, content.size(),
                               sha256Hex(content) });
        contents.insert(id, content);
    }
    outbox.add(dossier, contents);
    return dossier;
}

} // namespace motcua
