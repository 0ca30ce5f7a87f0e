// A new master key, with the power failing after every step and anywhere in between: the person who stays always gets in, every byte is
// there, and who left has no slot any more. The one who rotates is this same program with an argument.
#include "../vault/fakesecretstore.h"

#include "core/base/clock.h"
#include "core/counter/gate.h"
#include "core/counter/keydesk.h"
#include "core/store/journalkeeping.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "core/vault/rotation.h"
#include "core/vault/slotfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

const Account stays { u"congchuc1"_s, {}, Role::Officer };
const Account leaves { u"congchuc2"_s, {}, Role::Officer };
const KdfCost cheap { 64, 3 };
constexpr int rows = 40;
constexpr int neverKilled = 99;

Secret words(const Account &account)
{
    return Secret(QByteArrayView(account.login == stays.login ? "bờ tre xanh" : "dòng sông bạc"));
}

QString valueOf(int row)
{
    return QString::number(row).repeated(30'000);
}

struct Kiosk
{
    explicit Kiosk(const QString &folder)
        : files { folder }
    {
        keychain.writeFailure = u"no session bus"_s;
    }

    bool fill()
    {
        const auto opened = vault.create(stays, words(stays), cheap);
        if (!opened || !vault.addAccount(*opened, leaves, words(leaves), cheap))
            return false;
        if (!store.open(files.database(), databaseKey(opened->masterKey), true).result())
            return false;
        sealJournalWith(opened->masterKey, store);
        return store
            .run([](Database &database) {
                return database.write([&]() -> Result<void> {
                    for (int row = 0; row < rows; ++row) {
                        if (auto kept = SettingsRepository(database).setValue(u"row %1"_s.arg(row), valueOf(row)); !kept)
                            return kept;
                        if (auto entry = JournalRepository(database).append(SystemClock().now(), u"a"_s, u"b"_s, {}); !entry)
                            return passOn(entry);
                    }
                    return {};
                });
            })
            .result()
            .has_value();
    }

    // Everything is there and whole.
    QString problem()
    {
        QString found;
        const Result<void> read = store
                                      .run([&](Database &database) -> Result<void> {
                                          for (int row = 0; row < rows; ++row) {
                                              const Result<QString> value =
                                                  SettingsRepository(database).value(u"row %1"_s.arg(row));
                                              if (!value || *value != valueOf(row))
                                                  found = u"row %1"_s.arg(row);
                                          }
                                          const auto verdict = verifyJournal(database);
                                          if (!verdict || !verdict->isWhole())
                                              found = u"journal"_s; // rows sealed under every key that ever was
                                          return database.checkIntegrity();
                                      })
                                      .result();
        return read ? found : u"check: "_s + read.error().detail;
    }

    ProfileFiles files;
    FakeSecretStore keychain;
    SystemClock clock;
    Vault vault { files.keySlots(), keychain };
    StoreThread store;
};

int rotateAndDie(const QString &folder, int dieAfter)
{
    Kiosk kiosk(folder);
    Gate gate(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock);
    if (!gate.signIn(stays.login, words(stays)).takeResult())
        return 2;
    const auto opened = kiosk.vault.openWithPassphrase(stays.login, words(stays));
    std::printf("ready\n");
    std::fflush(stdout);
    const bool stillThere = kiosk.vault.accounts()->size() > 1;
    const auto done =
        KeyDesk(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock)
            .rotate(*opened, stillThere ? QStringList { leaves.login } : QStringList(), kiosk.keychain, [=](KeyDesk::Step step) {
                if (int(step) == dieAfter)
                    std::raise(SIGKILL);
            });
    return done ? 0 : 3;
}

// What a person finds who comes back after the power did.
void comeBack(const QString &folder)
{
    {
        Kiosk kiosk(folder);
        Gate gate(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock);
        const auto in = gate.signIn(stays.login, words(stays)).takeResult();
        QVERIFY2(in, in ? "" : qPrintable(QString::number(int(in.error().code))));
        QCOMPARE(kiosk.problem(), QString());
        QVERIFY(!Rotation(kiosk.files.keySlots()).isRunning()); // settled on the way in
    }
    Kiosk kiosk(folder);
    Gate gate(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock);
    QVERIFY(gate.signIn(stays.login, words(stays)).takeResult());
    QCOMPARE(kiosk.problem(), QString());
}

} // namespace

class TestRotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spaceIsAskedFirst()
    {
        constexpr qint64 mega = 1 << 20;
        QCOMPARE(missingForRotation(64 * mega, 129 * mega), 0);
        QCOMPARE(missingForRotation(64 * mega, 128 * mega), mega);
        QCOMPARE(missingForRotation(0, 0), 64 * mega);
    }

    void theWholeWay()
    {
        QTemporaryDir folder;
        Secret oldKey;
        {
            Kiosk kiosk(folder.path());
            QVERIFY(kiosk.fill());
            const auto opened = kiosk.vault.openWithPassphrase(stays.login, words(stays));
            oldKey = opened->masterKey.clone();
            KeyDesk desk(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock);
            QVERIFY(desk.rotate(*opened, { leaves.login }, kiosk.keychain));
            QCOMPARE(kiosk.problem(), QString());
            // The next one on the same open store.
            const auto again = kiosk.vault.openWithPassphrase(stays.login, words(stays));
            QVERIFY(!again->masterKey.equals(oldKey));
            QVERIFY(desk.rotate(*again, {}, kiosk.keychain));
        }
        comeBack(folder.path());
        Kiosk kiosk(folder.path());
        QCOMPARE(kiosk.vault.openWithPassphrase(leaves.login, words(leaves)).error().code, ErrorCode::WrongPassphrase);
        // Who copied the old key has nothing left to open with it.
        QCOMPARE(kiosk.store.open(kiosk.files.database(), databaseKey(oldKey), false).result().error().code,
                 ErrorCode::NotADatabase);
    }

    void killedAfterEachStep_data()
    {
        QTest::addColumn<int>("step");
        for (const auto step : { KeyDesk::Step::SlotsOfBothWritten, KeyDesk::Step::DatabaseTurned, KeyDesk::Step::DatabaseChecked,
                                 KeyDesk::Step::OldForgotten })
            QTest::addRow("%d", int(step)) << int(step);
    }

    void killedAfterEachStep()
    {
        QFETCH(int, step);
        QTemporaryDir folder;
        QVERIFY(std::make_unique<Kiosk>(folder.path())->fill());
        QProcess worker;
        worker.start(QCoreApplication::applicationFilePath(), { u"--rotate"_s, folder.path(), QString::number(step) });
        QVERIFY(worker.waitForFinished(120'000));
        QCOMPARE(worker.exitStatus(), QProcess::CrashExit);
        comeBack(folder.path());
        {
            Kiosk kiosk(folder.path());
            QCOMPARE(kiosk.vault.accounts()->size(), 1); // gone from the first step on
            QCOMPARE(kiosk.vault.state()->isRotationDue, step == int(KeyDesk::Step::SlotsOfBothWritten));
        }
        // Asked again it goes through.
        QCOMPARE(rotateAndDie(folder.path(), neverKilled), 0);
        QVERIFY(!Kiosk(folder.path()).vault.state()->isRotationDue);
        comeBack(folder.path());
    }

    // Anywhere: the length of a whole rotation is measured first, so that the kills spread over it however fast the machine is.
    void killedAnywhere()
    {
        QTemporaryDir folder;
        QVERIFY(std::make_unique<Kiosk>(folder.path())->fill());
        qint64 whole = 0;
        int killed = 0;
        const int rounds = std::max(qEnvironmentVariableIntValue("MOTCUA_KILLS"), 25);
        for (int round = 0; round <= rounds; ++round) {
            QProcess worker;
            worker.start(QCoreApplication::applicationFilePath(), { u"--rotate"_s, folder.path(), QString::number(neverKilled) });
            QVERIFY(worker.waitForReadyRead(60'000));
            QElapsedTimer timer;
            timer.start();
            if (round > 0) {
                QTest::qSleep(QRandomGenerator::global()->bounded(int(whole) + 1));
                worker.kill();
            }
            QVERIFY(worker.waitForFinished(60'000));
            if (round == 0) {
                QCOMPARE(worker.exitCode(), 0);
                whole = timer.elapsed();
            }
            killed += worker.exitStatus() == QProcess::CrashExit ? 1 : 0;
            comeBack(folder.path());
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("killed in %d of %d rotations of %lld ms", killed, rounds, static_cast<long long>(whole));
    }

    // Both writings of the slot file are there before the database is touched: either of them is enough.
    void eitherSlotFileIsEnoughInBetween()
    {
        for (const bool copyIsLost : { true, false }) {
            QTemporaryDir folder;
            QVERIFY(std::make_unique<Kiosk>(folder.path())->fill());
            QProcess worker;
            worker.start(QCoreApplication::applicationFilePath(),
                         { u"--rotate"_s, folder.path(), QString::number(int(KeyDesk::Step::DatabaseTurned)) });
            QVERIFY(worker.waitForFinished(120'000));
            QCOMPARE(worker.exitStatus(), QProcess::CrashExit);
            QVERIFY(QFile::remove(ProfileFiles { folder.path() }.keySlots() + (copyIsLost ? u".copy"_s : QString())));
            comeBack(folder.path());
        }
    }

    void theProvinceRestoresAndNothingElseChanges()
    {
        QTemporaryDir folder;
        const ProvinceKey province = ProvinceKey::generate();
        {
            Kiosk kiosk(folder.path());
            QVERIFY(kiosk.fill());
            const auto opened = kiosk.vault.openWithPassphrase(stays.login, words(stays));
            QVERIFY(KeyDesk(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock).addProvince(*opened, province.publicKey()));
        }
        Kiosk kiosk(folder.path());
        Gate gate(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock);
        QCOMPARE(gate.isRecoveryProved(), std::optional(false));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(gate.signIn(leaves.login, Secret(QByteArrayView("quên"))).takeResult().error().code,
                     ErrorCode::WrongPassphrase);
        QCOMPARE(gate.signIn(leaves.login, words(leaves)).takeResult().error().code, ErrorCode::TooManyTries);
        const QString answer = *province.answer(*gate.recoveryChallenge());
        QVERIFY(!gate.isOpen());
        QCOMPARE(*gate.recover(answer, leaves.login, Secret(QByteArrayView("câu mới, dài hơn"))).takeResult(), leaves);
        QVERIFY(gate.isOpen());
        QCOMPARE(gate.isRecoveryProved(), std::optional(true));
        QCOMPARE(gate.recover(answer, leaves.login, Secret(QByteArrayView("câu khác, dài hơn"))).takeResult().error().code,
                 ErrorCode::RecoveryAnswerWrong);
        // Who forgot need not wait any more, and the others' passphrases are as they were.
        QVERIFY(gate.signIn(leaves.login, Secret(QByteArrayView("câu mới, dài hơn"))).takeResult());
        QVERIFY(gate.signIn(stays.login, words(stays)).takeResult());
        QCOMPARE(kiosk.problem(), QString());
    }
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--rotate"_s)
        return rotateAndDie(arguments.value(2), arguments.value(3).toInt());
    TestRotation test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_rotation.moc"
