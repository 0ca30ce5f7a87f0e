#include "tests/support/memoryoutbox.h"

#include "core/base/clock.h"
#include "core/base/ids.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

void MemoryOutbox::add(const OutboundDossier &dossier, const QHash<QString, QByteArray> &contents)
{
    const QMutexLocker locker(&m_mutex);
    m_rows.append({ dossier, {}, {}, false, { dossier.delivery } });
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
        if (row.dossier.delivery != DeliveryState::Received && row.dossier.delivery != DeliveryState::Refused
            && dossiers.size() < limit)
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
    if (row && row->receipt)
        return {};
    move({ receipt.dossierId, receipt.revision }, { DeliveryState::Waiting, DeliveryState::Sending, DeliveryState::InDoubt },
         DeliveryState::Received);
    if (row)
        row->receipt = receipt;
    return {};
}

Result<void> MemoryOutbox::refuse(const DeliveryKey &key, const DeliveryProblem &problem)
{
    const QMutexLocker locker(&m_mutex);
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
    m_cursor = cursor;
    return {};
}

Result<int> MemoryOutbox::unsentCount()
{
    const Result<QList<OutboundDossier>> waiting = pending(1'000'000);
    return int(waiting->size());
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
