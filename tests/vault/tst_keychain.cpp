// The machine's real keychain. Without a session bus (CTest runs it so) it must answer quickly and say why; under
// keychain_session.sh the same program meets a real gnome-keyring.
#include "core/vault/secretservice.h"
#include "core/vault/secretstore.h"
#include "core/vault/vault.h"

#include <QDBusConnection>
#include <QDBusVirtualObject>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

// Set by keychain_session.sh: what happens to the keychain; without it there is no bus.
QString session()
{
    return qEnvironmentVariable("MOTCUA_TEST_KEYCHAIN");
}

// Takes every call and answers none: what a hanging keychain daemon looks like from outside.
class Silence final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &, const QDBusConnection &) override { return true; }
};

const Account officer { u"congchuc1"_s, {}, Role::Officer };

Secret words()
{
    return Secret(QByteArrayView("mật khẩu"));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString slotsPath()
{
    return qEnvironmentVariable("MOTCUA_TEST_FOLDER") + u"/slots.json"_s;
}

} // namespace

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutASessionBus()
    {
        if (!session().isEmpty())
            QSKIP("needs a session without a bus");
        const auto keychain = makeSystemSecretStore(std::chrono::seconds(5));
        QElapsedTimer timer;
        timer.start();
        const auto read = keychain->read(u"motcua/device-secret/none"_s);
        QCOMPARE(read.error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(read.error().detail, u"no session bus"_s);
        const auto written = keychain->write(u"motcua/device-secret/none"_s, Secret::random(32));
        QCOMPARE(written.error().detail, u"no session bus"_s);
        QCOMPARE(keychain->description(), u"none"_s);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));

        QTemporaryDir folder;
        Vault vault(folder.filePath(u"slots.json"_s), *keychain);
        QVERIFY(vault.create({ u"congchuc1"_s, {}, Role::Officer }, Secret(QByteArrayView("mật khẩu")), { 64, 3 }));
        QVERIFY(!vault.hasKeychainSlot());
        QVERIFY(vault.openWithPassphrase({}, Secret(QByteArrayView("mật khẩu"))));
    }

    void storesAndGivesBack()
    {
        if (session() != u"unlocked"_s)
            QSKIP("needs an unlocked keyring (keychain_session.sh)");
        const auto keychain = makeSystemSecretStore(std::chrono::seconds(10));
        QVERIFY2(keychain->description().contains(u"gnome-keyring"_s), qPrintable(keychain->description()));
        QCOMPARE(keychain->read(u"motcua/device-secret/absent"_s).error().detail, u"absent"_s);
        QByteArray bytes(32, '\0'); // zeros and high bytes must survive
        for (int i = 0; i < 32; ++i)
            bytes[i] = char(i * 8);
        const Secret secret { QByteArrayView(bytes) };
        const auto written = keychain->write(u"motcua/device-secret/a"_s, secret);
        QVERIFY2(written, written ? "" : qPrintable(written.error().detail));
        QVERIFY(keychain->read(u"motcua/device-secret/a"_s)->equals(secret));
        const Secret other = Secret::random(32);
        QVERIFY(keychain->write(u"motcua/device-secret/a"_s, other));
        QVERIFY(keychain->read(u"motcua/device-secret/a"_s)->equals(other));

        QTemporaryDir folder;
        Vault vault(folder.filePath(u"slots.json"_s), *keychain);
        const auto made = vault.create({ u"congchuc1"_s, {}, Role::Officer }, Secret(QByteArrayView("mật khẩu")), { 64, 3 });
        QVERIFY(made);
        QVERIFY(vault.hasKeychainSlot());
        QVERIFY(vault.openWithKeychain()->masterKey.equals(made->masterKey));

        // The screen is locked while the kiosk runs: no prompt, no "absent", and the passphrase still opens.
        QCOMPARE(QProcess::execute(u"dbus-send"_s, { u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.secrets"_s,
                                                     u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service.Lock"_s,
                                                     u"array:objpath:/org/freedesktop/secrets/collection/login"_s }),
                 0);
        QCOMPARE(secretServiceEntry(u"motcua"_s, u"motcua/device-secret/a"_s, 5000), ServiceState::Locked);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(vault.openWithKeychain().error().detail, u"locked"_s);
        QCOMPARE(keychain->write(u"motcua/device-secret/b"_s, secret).error().detail, u"locked"_s);
        QVERIFY(timer.elapsed() < 5000);
        QVERIFY(vault.openWithPassphrase({}, Secret(QByteArrayView("mật khẩu"))));
    }

    void noKeyringYet()
    {
        if (session() != u"empty"_s)
            QSKIP("needs a service without a keyring (keychain_session.sh)");
        const auto keychain = makeSystemSecretStore(std::chrono::seconds(10));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(keychain->read(u"motcua/device-secret/a"_s).error().detail, u"absent"_s);
        // A password window must not appear in front of a kiosk.
        QCOMPARE(keychain->write(u"motcua/device-secret/a"_s, Secret::random(32)).error().detail, u"absent"_s);
        QVERIFY(timer.elapsed() < 10'000);
    }

    void aServiceThatNeverAnswers()
    {
        if (session() != u"silent"_s)
            QSKIP("needs a service that hangs (keychain_session.sh)");
        QDBusConnection daemon = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"silent"_s);
        Silence silence;
        QVERIFY(daemon.registerVirtualObject(u"/"_s, &silence, QDBusConnection::SubPath));
        QVERIFY(daemon.registerService(u"org.freedesktop.secrets"_s));
        QElapsedTimer timer;
        timer.start();
        {
            const auto keychain = makeSystemSecretStore(std::chrono::milliseconds(1500));
            QCOMPARE(keychain->read(u"motcua/device-secret/a"_s).error().detail, u"no answer in time"_s);
        }
        QVERIFY2(timer.elapsed() < 8000, qPrintable(QString::number(timer.elapsed())));
    }

    // No service owns the name and none can be started; or one is started and has nothing.
    void noServiceOrAnEmptyOne()
    {
        if (session() != u"noservice"_s)
            QSKIP("needs a bus without a keyring daemon (keychain_session.sh)");
        const auto keychain = makeSystemSecretStore(std::chrono::seconds(5));
        Vault vault(slotsPath(), *keychain);
        QVERIFY(vault.create(officer, words(), { 64, 3 }));
        QVERIFY(!vault.hasKeychainSlot());
        QCOMPARE(vault.openWithKeychain().error().code, ErrorCode::KeychainSlotMissing);
        QVERIFY(vault.openWithPassphrase({}, words()));
    }

    // The first half of what follows: a vault with keychain and PIN in the session's real keyring.
    void prepare()
    {
        if (session() != u"prepare"_s)
            QSKIP("the first session of two (keychain_session.sh)");
        const auto keychain = makeSystemSecretStore(std::chrono::seconds(10));
        Vault vault(slotsPath(), *keychain);
        const auto opened = vault.create(officer, words(), { 64, 3 });
        QVERIFY(opened);
        QVERIFY(vault.hasKeychainSlot());
        QVERIFY(vault.setPin(*opened, officer.login, Secret(QByteArrayView("739204"))));
        QVERIFY(vault.openWithPin(officer.login, Secret(QByteArrayView("739204"))));
        QVERIFY(vault.openWithKeychain());
    }

    // The administrator changed the password of the system, the keyring's file is gone, or it is cut short.
    void theKeyringIsAnother()
    {
        const QHash<QString, QString> says { { u"otherpassword"_s, u"locked"_s },
                                             { u"deleted"_s, u"absent"_s },
                                             { u"truncated"_s, u"absent"_s } };
        if (!says.contains(session()))
            QSKIP("the second session of two (keychain_session.sh)");
        const auto keychain = makeSystemSecretStore(std::chrono::seconds(10));
        Vault vault(slotsPath(), *keychain);
        const QByteArray before = contentOf(slotsPath());
        QVERIFY(!before.isEmpty());
        const auto refused = vault.openWithKeychain();
        QCOMPARE(refused.error().code, ErrorCode::KeychainUnavailable);
        const auto pin = vault.openWithPin(officer.login, Secret(QByteArrayView("739204")));
        QCOMPARE(pin.error().code, ErrorCode::PinUnavailable);
        QVERIFY(vault.openWithPassphrase(officer.login, words()));
        QCOMPARE(contentOf(slotsPath()), before);
        QCOMPARE(refused.error().detail, says.value(session()));
        QCOMPARE(pin.error().detail, says.value(session()));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
