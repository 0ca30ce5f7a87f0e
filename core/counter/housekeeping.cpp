#include "core/counter/housekeeping.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/counter/spacewatch.h"
#include "core/dossier/dossierchanges.h"
#include "core/store/pagecheck.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

const QString backupSetting = u"backup.at"_s;
const QString checkSetting = u"check.at"_s;
constexpr auto pause = 30min;
constexpr int daysBetweenBackups = 1;
constexpr int daysBetweenChecks = 30;
constexpr int purgedAtOnce = 25;

// The file and a key for a connection beside the store's own.
struct Place
{
    QString path;
    std::shared_ptr<const Secret> key;
};

Result<Place> placeOf(StoreThread &store)
{
    return store
        .run([](Database &database) -> Result<Place> {
            return Place { database.path(), std::make_shared<const Secret>(database.key()) };
        })
        .result();
}

} // namespace

bool isDue(const QDateTime &last, const QDateTime &now, int days)
{
    return !last.isValid() || last > now || last.addDays(days) <= now;
}

Housekeeping::Housekeeping(ProfileFiles files, StoreThread &store, const Clock &clock, const SpaceWatch &space,
                           DossierChanges &changes)
    : m_files(std::move(files))
    , m_store(store)
    , m_clock(clock)
    , m_space(space)
    , m_changes(changes)
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_pool.start([this] { work(); }); });
}

Housekeeping::~Housekeeping()
{
    m_ending = true;
    m_pool.waitForDone();
}

void Housekeeping::start()
{
    if (m_timer.isActive())
        return;
    m_timer.start();
    m_pool.start([this] { work(); });
}

void Housekeeping::keep(const std::function<void(Condition &)> &change)
{
    {
        const QMutexLocker locker(&m_mutex);
        change(m_condition);
    }
    Q_EMIT changed();
}

Housekeeping::Condition Housekeeping::condition() const
{
    const QMutexLocker locker(&m_mutex);
    return m_condition;
}

Result<QDateTime> Housekeeping::lastTime(const QString &setting)
{
    return m_store
        .run([setting](Database &database) -> Result<QDateTime> {
            const Result<QString> text = SettingsRepository(database).value(setting);
            return text ? Result<QDateTime>(fromRfc3339(*text)) : passOn(text);
        })
        .result();
}

Result<void> Housekeeping::setTime(const QString &setting, const QDateTime &at)
{
    return m_store
        .run([=](Database &database) {
            return database.write([&] { return SettingsRepository(database).setValue(setting, toRfc3339(at)); });
        })
        .result();
}

void Housekeeping::work()
{
    m_space.layBallast();
    if (const auto purged = purgeDue(purgedAtOnce); !purged)
        qCWarning(logStore).noquote() << "purge:" << forLog(purged.error());
    const QDateTime now = m_clock.now();
    // The check first: what is damaged is not copied over a good backup.
    const Result<QDateTime> checked = lastTime(checkSetting);
    if (!m_ending && checked && isDue(*checked, now, daysBetweenChecks)) {
        if (const Result<void> sound = check(); !sound)
            qCCritical(logStore).noquote() << "check:" << forLog(sound.error());
    }
    const Result<QDateTime> backed = lastTime(backupSetting);
    if (!m_ending && backed && isDue(*backed, now, daysBetweenBackups)) {
        if (const auto made = backUp(); !made)
            qCWarning(logStore).noquote() << "backup:" << forLog(made.error());
    }
    keep([&](Condition &condition) {
        if (!condition.lastCheck.isValid() && checked)
            condition.lastCheck = *checked;
        if (!condition.lastBackup.isValid() && backed)
            condition.lastBackup = *backed;
    });
}

Result<BackupFile> Housekeeping::backUp(const QString &folder)
{
    const Result<Place> place = placeOf(m_store);
    if (!place)
        return passOn(place);
    const QDateTime now = m_clock.now();
    const Result<BackupFile> made =
        makeBackup(place->path, *place->key, folder.isEmpty() ? m_files.backups() : folder, now, m_space.policy().floorBytes);
    keep([&](Condition &condition) {
        condition.backupProblem = made ? std::optional<Error>() : made.error();
        if (made)
            condition.lastBackup = now;
    });
    if (made) {
        if (const Result<void> noted = setTime(backupSetting, now); !noted)
            return passOn(noted);
    }
    return made;
}

Result<void> Housekeeping::check()
{
    const Result<Place> place = placeOf(m_store);
    if (!place)
        return passOn(place);
    const QDateTime now = m_clock.now();
    const Result<void> sound = checkPagesBeside(place->path, *place->key);
    keep([&](Condition &condition) {
        condition.damage = sound ? std::optional<Error>() : sound.error();
        if (sound)
            condition.lastCheck = now;
    });
    return sound ? setTime(checkSetting, now) : sound;
}

Result<QList<Purgeable>> Housekeeping::due(int limit)
{
    return m_store
        .run([=, now = m_clock.now()](Database &database) -> Result<QList<Purgeable>> {
            const Result<int> days = retentionDays(database);
            if (!days)
                return passOn(days);
            return *days == 0 ? QList<Purgeable>() : purgeable(database, now.addDays(-*days), limit);
        })
        .result();
}

Result<QList<Purgeable>> Housekeeping::purgeDue(int limit)
{
    const Result<QList<Purgeable>> found = due(limit);
    if (!found)
        return passOn(found);
    QList<Purgeable> purged;
    for (const Purgeable &dossier : *found) {
        if (m_ending)
            break;
        // One at a time: a person at the counter waits for one at most.
        const Result<void> done =
            m_store.run([&, now = m_clock.now()](Database &database) { return purge(database, dossier, now); }).result();
        if (!done)
            return passOn(done);
        purged.append(dossier);
        Q_EMIT m_changes.committed(dossier.id);
    }
    if (purged.isEmpty())
        return purged;
    const Result<void> swept = m_store.run([](Database &database) { return sweep(database); }).result();
    return swept ? Result<QList<Purgeable>>(purged) : passOn(swept);
}

} // namespace motcua
