#pragma once

#include "core/base/result.h"
#include "core/identity/kioskprofile.h"
#include "core/store/backup.h"
#include "core/store/purge.h"

#include <QDateTime>
#include <QMutex>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <optional>

namespace motcua {

class Clock;
class DossierChanges;
class SpaceWatch;
class StoreThread;

// What the store needs and nobody has time for: the ballast, purges after the retention, a backup each day, a check of every page each
// month. In the background and in small steps, so that no screen waits for it. The methods block; start() does not.
class Housekeeping : public QObject
{
    Q_OBJECT

public:
    Housekeeping(ProfileFiles files, StoreThread &store, const Clock &clock, const SpaceWatch &space, DossierChanges &changes);
    ~Housekeeping() override;

    void start(); // the store is open: now, and each half hour from then on

    // What is due, of all of it. Errors are kept for condition() and logged.
    void work();
    Result<BackupFile> backUp(const QString &folder = {}); // empty: the profile's own
    Result<void> check();                                  // every page that is in use: DatabaseDamaged
    Result<QList<Purgeable>> due(int limit);
    Result<QList<Purgeable>> purgeDue(int limit); // what was purged

    struct Condition
    {
        QDateTime lastBackup;
        QDateTime lastCheck;
        std::optional<Error> backupProblem;
        std::optional<Error> damage;
    };
    Condition condition() const;

Q_SIGNALS:
    void changed(); // from a worker thread

private:
    Result<QDateTime> lastTime(const QString &setting);
    Result<void> setTime(const QString &setting, const QDateTime &at);
    void keep(const std::function<void(Condition &)> &change);

    ProfileFiles m_files;
    StoreThread &m_store;
    const Clock &m_clock;
    const SpaceWatch &m_space;
    DossierChanges &m_changes;
    mutable QMutex m_mutex;
    Condition m_condition;
    QTimer m_timer;
    std::atomic<bool> m_ending = false;
    QThreadPool m_pool;
};

// Pure: whether something that is done every `days` days is due. A clock that was set back makes it due, one that is far ahead once.
bool isDue(const QDateTime &last, const QDateTime &now, int days);

} // namespace motcua
