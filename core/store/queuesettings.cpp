#include "core/store/queuesettings.h"

#include "core/outbox/receiptkey.h"
#include "core/store/database.h"
#include "core/store/repositories.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString dailyBytesSetting = u"sync.daily-bytes"_s;
const QString formsOnlySetting = u"sync.forms-only"_s;
const QString renditionsSetting = u"sync.renditions"_s;
const QString knownSetting = u"sync.lineage-known"_s;
const QString nextSetting = u"sync.lineage-next"_s;
const QString receiptKeySetting = u"sync.receipt-key"_s;
constexpr int daysKept = 92; // so that somebody can see what a quarter has cost

} // namespace

Result<SyncPolicy> readPolicy(Database &database)
{
    const SettingsRepository settings(database);
    const Result<QString> bytes = settings.value(dailyBytesSetting);
    const Result<QString> formsOnly = settings.value(formsOnlySetting);
    const Result<QString> renditions = settings.value(renditionsSetting);
    if (!bytes)
        return passOn(bytes);
    if (!formsOnly)
        return passOn(formsOnly);
    if (!renditions)
        return passOn(renditions);
    return SyncPolicy { std::max(bytes->toLongLong(), 0LL), *formsOnly == u"1"_s, *renditions == u"1"_s };
}

Result<void> writePolicy(Database &database, const SyncPolicy &policy)
{
    SettingsRepository settings(database);
    if (const auto kept = settings.setValue(dailyBytesSetting, QString::number(policy.dailyBytes)); !kept)
        return kept;
    if (const auto kept = settings.setValue(formsOnlySetting, policy.formsOnly ? u"1"_s : u"0"_s); !kept)
        return kept;
    return settings.setValue(renditionsSetting, policy.renditions ? u"1"_s : u"0"_s);
}

Result<qint64> bytesUsed(const Database &database, const QDate &legalDay)
{
    const Result<QVariant> bytes =
        database.value(u"SELECT bytes FROM bytes_used WHERE day = ?"_s, { legalDay.toString(Qt::ISODate) });
    if (!bytes)
        return passOn(bytes);
    return bytes->toLongLong();
}

Result<void> addBytesUsed(Database &database, const QDate &legalDay, qint64 bytes)
{
    const Result<int> added = database.change(
        u"INSERT INTO bytes_used (day, bytes) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET bytes = bytes + excluded.bytes"_s,
        { legalDay.toString(Qt::ISODate), bytes });
    if (!added)
        return passOn(added);
    const Result<int> old =
        database.change(u"DELETE FROM bytes_used WHERE day < ?"_s, { legalDay.addDays(-daysKept).toString(Qt::ISODate) });
    return old ? Result<void>() : passOn(old);
}

Result<Lineage> readLineage(Database &database)
{
    const SettingsRepository settings(database);
    const Result<QString> known = settings.value(knownSetting);
    const Result<QString> next = settings.value(nextSetting);
    if (!known)
        return passOn(known);
    if (!next)
        return passOn(next);
    return Lineage { known->toLatin1(), next->toLatin1() };
}

Result<void> writeLineage(Database &database, const Lineage &lineage)
{
    SettingsRepository settings(database);
    if (const auto kept = settings.setValue(knownSetting, QString::fromLatin1(lineage.known)); !kept)
        return kept;
    return settings.setValue(nextSetting, QString::fromLatin1(lineage.next));
}

Result<QByteArray> readReceiptKey(Database &database)
{
    const Result<QString> key = SettingsRepository(database).value(receiptKeySetting);
    if (!key)
        return passOn(key);
    return key->toUtf8();
}

Result<void> writeReceiptKey(Database &database, const QByteArray &jwk, bool replace)
{
    const QByteArray key = canonicalReceiptKey(jwk);
    if (key.isEmpty() && !jwk.isEmpty())
        return fail(ErrorCode::ReceiptKeyUnusable);
    const Result<QByteArray> pinned = readReceiptKey(database);
    if (!pinned)
        return passOn(pinned);
    if (!replace && !pinned->isEmpty() && *pinned != key)
        return fail(ErrorCode::ReceiptKeyDiffers, {}, receiptKeyFingerprint(jwk).left(9));
    return SettingsRepository(database).setValue(receiptKeySetting, QString::fromUtf8(key));
}

} // namespace motcua
