#include "core/vault/tries.h"

#include "core/base/log.h"
#include "core/vault/durablefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr int freeTries = 5;
constexpr std::array<std::chrono::seconds, 5> waits { 30s, 60s, 300s, 900s, 3600s };
constexpr qint64 mostBytes = 64 * 1024;

QJsonObject toJson(const TryRecord &record)
{
    return { { u"failures"_s, record.failures },
             { u"boot"_s, record.boot },
             { u"sinceBootMs"_s, qint64(record.sinceBoot.count()) } };
}

// What cannot be read counts as the last of the free tries: nobody is locked out, and nobody gains by damaging it.
TryRecord fromJson(const QJsonObject &json)
{
    const int failures = json[u"failures"_s].toInt(-1);
    if (failures < 0)
        return { freeTries, {}, {} };
    return { failures, json[u"boot"_s].toString(), std::chrono::milliseconds(json[u"sinceBootMs"_s].toInteger()) };
}

QString entryOf(const QByteArray &mirror, const QString &login)
{
    return u"motcua/tries/%1/%2"_s.arg(QString::fromLatin1(mirror.toHex()), login);
}

QString inMinutes(std::chrono::milliseconds wait)
{
    const qint64 seconds = (wait.count() + 999) / 1000;
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

TryRecord larger(const TryRecord &a, const TryRecord &b)
{
    return a.failures >= b.failures ? a : b;
}

} // namespace

std::chrono::seconds waitAfter(int failures)
{
    if (failures < freeTries)
        return 0s;
    return waits.at(std::min(std::size_t(failures - freeTries), waits.size() - 1));
}

std::chrono::milliseconds stillToWait(const TryRecord &record, const QString &boot, std::chrono::milliseconds sinceBoot)
{
    const bool sameStart = record.boot == boot && sinceBoot >= record.sinceBoot;
    const std::chrono::milliseconds passed = sameStart ? sinceBoot - record.sinceBoot : sinceBoot;
    return std::max<std::chrono::milliseconds>(waitAfter(record.failures) - passed, 0ms);
}

Tries::Tries(QString file, SecretStore &keychain, const BootClock &clock)
    : m_file(std::move(file))
    , m_keychain(keychain)
    , m_clock(clock)
{
}

QHash<QString, TryRecord> Tries::load() const
{
    QHash<QString, TryRecord> records;
    QFile file(m_file);
    if (!file.exists())
        return records;
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(mostBytes) : QByteArray();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    if (json.isEmpty())
        records.insert({}, fromJson({})); // stands for every account
    for (auto it = json.begin(); it != json.end(); ++it)
        records.insert(it.key(), fromJson(it.value().toObject()));
    return records;
}

TryRecord Tries::mirrored(const QString &login, const QByteArray &mirror)
{
    if (mirror.isEmpty() || m_keychainHangs)
        return {};
    const Result<Secret> kept = m_keychain.read(entryOf(mirror, login));
    if (!kept) {
        m_keychainHangs = kept.error().detail == u"no answer in time"_s;
        return {};
    }
    const QByteArray text(reinterpret_cast<const char *>(kept->data()), qsizetype(kept->size()));
    return fromJson(QJsonDocument::fromJson(text).object());
}

void Tries::keep(const QHash<QString, TryRecord> &changed, const QByteArray &mirror)
{
    QHash<QString, TryRecord> records = load();
    const auto unreadable = records.constFind(QString());
    if (unreadable != records.constEnd())
        records.clear();
    QJsonObject json;
    for (auto it = changed.begin(); it != changed.end(); ++it) {
        m_here.insert(it.key(), it.value());
        records.insert(it.key(), it.value());
    }
    for (auto it = records.cbegin(); it != records.cend(); ++it)
        json.insert(it.key(), toJson(it.value()));
    if (!writeDurably(m_file, QJsonDocument(json).toJson()))
        qCWarning(logVault) << "wrong tries are counted in memory only";
    for (auto it = changed.begin(); it != changed.end() && !mirror.isEmpty() && !m_keychainHangs; ++it) {
        const QByteArray text = QJsonDocument(toJson(it.value())).toJson(QJsonDocument::Compact);
        if (const Result<void> kept = m_keychain.write(entryOf(mirror, it.key()), Secret(QByteArrayView(text))); !kept)
            m_keychainHangs = kept.error().detail == u"no answer in time"_s;
    }
}

QJsonObject Tries::standing() const
{
    QJsonObject json;
    const QHash<QString, TryRecord> records = load();
    for (auto it = records.cbegin(); it != records.cend(); ++it) {
        if (!it.key().isEmpty() && it.value().failures > 0)
            json.insert(it.key(), toJson(it.value()));
    }
    return json;
}

Result<Tries::Attempt> Tries::begin(const QStringList &logins, With with, const QByteArray &mirror, const Elsewhere &elsewhere)
{
    const QString boot = m_clock.boot();
    const std::chrono::milliseconds now = m_clock.sinceBoot();
    // Taken away: the free tries are gone, and the wait begins now.
    if (elsewhere.fileWasThere && !QFile::exists(m_file)) {
        QHash<QString, TryRecord> gone;
        for (const QString &login : logins)
            gone.insert(login, { freeTries, boot, now });
        keep(gone, {});
    }
    QHash<QString, TryRecord> stored = load();
    for (auto it = elsewhere.records.begin(); it != elsewhere.records.end(); ++it)
        stored.insert(it.key(), larger(stored.value(it.key()), fromJson(it.value().toObject())));
    Attempt attempt { {}, mirror };
    QHash<QString, TryRecord> counted;
    std::optional<std::chrono::milliseconds> shortest;
    for (const QString &login : logins) {
        const TryRecord onDisk = larger(stored.value(login), stored.value(QString()));
        const TryRecord record = larger(larger(onDisk, m_here.value(login)), mirrored(login, mirror));
        if (with == With::Pin && record.failures >= pinEndsAt)
            return fail(ErrorCode::PinLocked, login);
        const std::chrono::milliseconds wait = stillToWait(record, boot, now);
        if (wait > 0ms) {
            shortest = std::min(shortest.value_or(wait), wait);
            continue;
        }
        attempt.before.insert(login, record);
        counted.insert(login, { record.failures + 1, boot, now });
    }
    if (attempt.before.isEmpty() && shortest)
        return fail(ErrorCode::TooManyTries, inMinutes(*shortest), logins.size() == 1 ? logins.constFirst() : QString());
    if (!counted.isEmpty())
        keep(counted, mirror);
    return attempt;
}

void Tries::succeeded(const Attempt &attempt, const QString &login)
{
    QHash<QString, TryRecord> now = attempt.before;
    now.insert(login, {});
    keep(now, attempt.keyId);
}

void Tries::undone(const Attempt &attempt)
{
    keep(attempt.before, attempt.keyId);
}

} // namespace motcua
