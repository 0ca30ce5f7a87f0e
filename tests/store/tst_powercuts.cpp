// Simulated power cuts, at any operation of the disk, over the life of dossiers, their purge, a new key and a migration: whatever was
// acknowledged before the cut is there, whole; nothing is half there; the journal's chain holds. MOTCUA_POWER_CUTS sets how many (500).
#include "powercutvfs.h"
#include "storelife.h"

#include "core/store/cipherhandle.h"
#include "core/store/purge.h"
#include "core/store/schema.h"

#include <QDir>
#include <QRandomGenerator>

#include <sqlite3.h>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

int cutsWanted()
{
    const int given = qEnvironmentVariableIntValue("MOTCUA_POWER_CUTS");
    return given > 0 ? given : 500;
}

int countOf(const Database &database, const QString &sql)
{
    return database.value(sql).value_or(QVariant(-99)).toInt();
}

QByteArray paperOf(int number)
{
    return QByteArray::number(number).repeated(9000);
}

// What has been answered with success so far.
struct Acknowledged
{
    QMap<QString, int> stages; // dossier -> LifeStage
    QString purged;
    bool rekeyed = false;
};

struct Cut
{
    std::unique_ptr<QTemporaryDir> folder;
    Acknowledged acknowledged;
};

int stageOf(const DossierSummary &summary, const Database &database)
{
    if (summary.status == DossierStatus::Draft)
        return int(LifeStage::Draft);
    if (summary.delivery == DeliveryState::Waiting)
        return int(LifeStage::Queued);
    if (summary.delivery == DeliveryState::Sending)
        return int(LifeStage::Sending);
    if (summary.portalStatus == 10)
        return int(LifeStage::Settled);
    return countOf(database, u"SELECT r.acknowledged FROM receipt r JOIN outbox o ON o.seq = r.outbox JOIN dossier d ON d.seq = "
                             "o.dossier WHERE d.id = '%1'"_s.arg(summary.id))
                   == 1
               ? int(LifeStage::Acknowledged)
               : int(LifeStage::Received);
}

// Empty = as it must be.
QString problemOf(const Cut &cut)
{
    const QString path = cut.folder->filePath(u"motcua.db"_s);
    auto opened = Database::open(path, testKey(cut.acknowledged.rekeyed ? 8 : 7), false);
    if (!opened && !cut.acknowledged.rekeyed && opened.error().code == ErrorCode::NotADatabase)
        opened = Database::open(path, testKey(8), false); // committed and not acknowledged yet
    if (!opened)
        return u"not opened: "_s + testErrorText(opened.error());
    Database &database = **opened;
    if (const auto sound = database.checkIntegrity(); !sound)
        return u"integrity: "_s + testErrorText(sound.error());
    const auto journal = JournalRepository(database).all();
    if (!journal || firstBrokenLink(*journal))
        return u"journal"_s;
    const int dossiers = countOf(database, u"SELECT count(*) FROM dossier"_s);
    const int acknowledged = int(cut.acknowledged.stages.size());
    if (dossiers < acknowledged || dossiers > acknowledged + 1)
        return u"%1 dossiers, %2 acknowledged"_s.arg(dossiers).arg(acknowledged);
    const int purged = countOf(database, u"SELECT count(*) FROM dossier WHERE purged_at IS NOT NULL"_s);
    const int outbox = countOf(database, u"SELECT count(*) FROM outbox"_s);
    for (const auto &[table, expected] :
         { std::pair { u"dossier_form"_s, dossiers - purged }, std::pair { u"attachment"_s, dossiers - purged },
           std::pair { u"attachment_part"_s, dossiers - purged }, std::pair { u"outbox_form"_s, outbox - purged },
           std::pair { u"outbox_file"_s, outbox },
           std::pair { u"receipt_file"_s, countOf(database, u"SELECT count(*) FROM receipt"_s) } }) {
        if (countOf(database, u"SELECT count(*) FROM "_s + table) != expected)
            return u"half a dossier in "_s + table;
    }
    DossierRepository repository(database);
    for (auto it = cut.acknowledged.stages.cbegin(); it != cut.acknowledged.stages.cend(); ++it) {
        const auto found = repository.find(it.key());
        if (!found)
            return u"lost: "_s + it.key();
        const int stage = stageOf(found->summary, database);
        if (stage < it.value() || stage > it.value() + 1)
            return u"stage %1, acknowledged %2"_s.arg(stage).arg(it.value());
        if (it.key() == cut.acknowledged.purged && !found->summary.purgedAt.isValid())
            return u"a purge that was acknowledged is undone"_s;
        if (!found->summary.purgedAt.isValid()) {
            const auto content = repository.attachmentContent(found->attachments.constFirst().id);
            if (!content || *content != paperOf(found->summary.localCode.section(u'-', 4, 4).toInt()))
                return u"another paper"_s;
        }
    }
    return {};
}

class Round
{
public:
    explicit Round(quint32 seed)
        : m_random(seed)
        , m_disk(m_folder.path())
    {
    }

    // From when the database has its name: until then there is none (tst_diskfaults).
    void begin(int chance)
    {
        m_disk.beforeEach([this, chance] {
            if (int(m_random.bounded(1000)) >= chance)
                return;
            Cut cut { std::make_unique<QTemporaryDir>(), m_acknowledged };
            m_disk.cutInto(cut.folder->path(), m_random.generate());
            m_cuts.push_back(std::move(cut));
        });
    }

    QString path() const { return m_folder.filePath(u"motcua.db"_s); }
    Acknowledged &acknowledged() { return m_acknowledged; }
    QRandomGenerator &random() { return m_random; }

    // Looks at what the cuts since the last call have left, with a healthy disk.
    QString judge(int *judged)
    {
        for (const Cut &cut : m_cuts) {
            if (const QString problem = problemOf(cut); !problem.isEmpty())
                return problem;
            ++*judged;
        }
        m_cuts.clear();
        return {};
    }

private:
    QTemporaryDir m_folder;
    QRandomGenerator m_random;
    PowerCutVfs m_disk;
    Acknowledged m_acknowledged;
    std::vector<Cut> m_cuts;
};

} // namespace

class TestPowerCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        const quint32 seed = qEnvironmentVariableIsSet("MOTCUA_SEED") ? quint32(qEnvironmentVariableIntValue("MOTCUA_SEED"))
                                                                      : QRandomGenerator::global()->generate();
        qInfo("MOTCUA_SEED=%u", seed);
        const TestClock clock;
        int judged = 0;
        int rounds = 0;
        while (judged < cutsWanted()) {
            Round round(seed + quint32(rounds++));
            auto database = Database::open(round.path(), testKey(), true);
            VERIFY_OK(database);
            round.begin(60);
            QString problem;
            const auto judge = [&] {
                problem = round.judge(&judged);
                return problem.isEmpty() && judged < cutsWanted();
            };
            bool more = true;
            for (int number = 1; more && number <= 8; ++number) {
                const LifeOf life = lifeOf(**database, clock, number, paperOf(number));
                const int last = int(round.random().bounded(int(LifeStage::Settled) + 1));
                for (int stage = 0; more && stage <= last; ++stage) {
                    VERIFY_OK(life.step(LifeStage(stage)));
                    round.acknowledged().stages.insert(life.id(), stage);
                    more = judge();
                }
                if (more && last == int(LifeStage::Settled)) {
                    VERIFY_OK(purge(**database, { life.id(), {}, {}, {}, 0 }, clock.now()));
                    round.acknowledged().purged = life.id();
                    more = judge();
                    VERIFY_OK(sweep(**database));
                    more = more && judge();
                }
            }
            if (more && round.random().bounded(2) == 0) {
                VERIFY_OK((*database)->rekey(testKey(8)));
                round.acknowledged().rekeyed = true;
                judge();
            }
            QVERIFY2(problem.isEmpty(), qPrintable(problem));
        }
        qInfo("%d power cuts in %d rounds: nothing lost, nothing half there", judged, rounds);
        QVERIFY(judged >= cutsWanted());
    }

    // Its own judge: a database of the version before, and one row that must come through.
    void aMigrationIsWholeOrNotBegun()
    {
        const std::span<const Migration> all = allMigrations();
        int judged = 0;
        for (quint32 seed = 1; judged < std::max(cutsWanted() / 10, 50); ++seed) {
            QTemporaryDir folder;
            const QString path = folder.filePath(u"motcua.db"_s);
            {
                const auto old = openEncrypted(path, testKey(), true);
                VERIFY_OK(old);
                VERIFY_OK(prepareForWriting(old->get()));
                VERIFY_OK(migrate(old->get(), all.first(4)));
                VERIFY_OK(runScript(old->get(), "INSERT INTO setting VALUES ('k', 'v')"));
            }
            QRandomGenerator random(seed);
            std::vector<std::unique_ptr<QTemporaryDir>> cuts;
            {
                PowerCutVfs disk(folder.path());
                disk.beforeEach([&] {
                    if (random.bounded(4) > 0)
                        return;
                    cuts.push_back(std::make_unique<QTemporaryDir>());
                    disk.cutInto(cuts.back()->path(), random.generate());
                });
                VERIFY_OK(Database::open(path, testKey(), false));
            }
            for (const auto &cut : cuts) {
                auto database = Database::open(cut->filePath(u"motcua.db"_s), testKey(), false);
                VERIFY_OK(database);
                VERIFY_OK((*database)->checkIntegrity());
                QCOMPARE((*database)->schemaVersion(), all.back().version);
                QCOMPARE(SettingsRepository(**database).value(u"k"_s).value(), u"v"_s);
                ++judged;
            }
        }
        qInfo("%d power cuts in migrations", judged);
    }
};

QTEST_GUILESS_MAIN(TestPowerCuts)
#include "tst_powercuts.moc"
