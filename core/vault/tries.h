#pragma once

#include "core/base/result.h"
#include "core/vault/bootclock.h"
#include "core/vault/secretstore.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>

namespace motcua {

// Wrong tries of one account since its last success, and when the last one was.
struct TryRecord
{
    int failures = 0;
    QString boot;
    std::chrono::milliseconds sinceBoot {};

    bool operator==(const TryRecord &) const = default;
};

// storage.md 2.3: five free tries, then 30 s, 1, 5, 15 and 60 minutes; never an end, never anything wiped.
std::chrono::seconds waitAfter(int failures);
// How long the next try has to wait. Time is only what this start of the machine has seen: no clock that can be set counts, and after
// a restart what the machine has been on since then does.
std::chrono::milliseconds stillToWait(const TryRecord &record, const QString &boot, std::chrono::milliseconds sinceBoot);

// Counts before the check, on disk, and mirrored in the keychain where there is one: the larger count wins, so putting back an older
// file gains nothing. Whoever has the disk itself is stopped by the keys alone.
class Tries
{
public:
    enum class With { Passphrase, Pin };
    static constexpr int pinEndsAt = 10;

    Tries(QString file, SecretStore &keychain, const BootClock &clock);

    struct Attempt
    {
        QHash<QString, TryRecord> before; // those who may be tried now
        QByteArray keyId;
    };
    // What the slot file remembers, for when the file of tries was taken away or put back.
    struct Elsewhere
    {
        QJsonObject records = {};
        bool fileWasThere = false;
    };
    // Already counted when it answers. `mirror` names the profile in the keychain; empty: there is none. TooManyTries when none of the
    // accounts may be tried now, PinLocked.
    Result<Attempt> begin(const QStringList &logins, With with, const QByteArray &mirror, const Elsewhere &elsewhere);
    Result<Attempt> begin(const QStringList &logins, With with, const QByteArray &mirror)
    {
        return begin(logins, with, mirror, {});
    }
    QJsonObject standing() const;                                 // of those who have wrong tries, for the slot file
    void succeeded(const Attempt &attempt, const QString &login); // this one back to none, the others as they were
    void undone(const Attempt &attempt);                          // neither right nor wrong

private:
    QHash<QString, TryRecord> load() const;
    void keep(const QHash<QString, TryRecord> &changed, const QByteArray &mirror);
    TryRecord mirrored(const QString &login, const QByteArray &mirror);

    QString m_file;
    SecretStore &m_keychain;
    const BootClock &m_clock;
    QHash<QString, TryRecord> m_here; // also in memory: a full disk gives no free tries
    bool m_keychainHangs = false;
};

} // namespace motcua
