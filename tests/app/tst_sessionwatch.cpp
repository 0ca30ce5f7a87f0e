// The kiosk hears that the machine goes to sleep or its session is locked. On a bus of its own, with this program as logind.
#include "app/kiosk/sessionwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace motcua {

class TestSessionWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void locks_data();
    void locks();
    void withoutABusNothingHappens();
};

void TestSessionWatch::locks_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("interface");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("heard");
    const QString manager = u"org.freedesktop.login1.Manager"_s;
    const QString saver = u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("sleep") << u"/org/freedesktop/login1"_s << manager << u"PrepareForSleep"_s << QVariant(true) << true;
    QTest::newRow("wake") << u"/org/freedesktop/login1"_s << manager << u"PrepareForSleep"_s << QVariant(false) << false;
    QTest::newRow("session locked") << u"/org/freedesktop/login1/session/_31"_s << u"org.freedesktop.login1.Session"_s
                                    << u"Lock"_s << QVariant() << true;
    QTest::newRow("screen saver") << u"/org/freedesktop/ScreenSaver"_s << saver << u"ActiveChanged"_s << QVariant(true) << true;
    QTest::newRow("screen saver ends") << u"/ScreenSaver"_s << saver << u"ActiveChanged"_s << QVariant(false) << false;
}

void TestSessionWatch::locks()
{
    QFETCH(QString, path);
    QFETCH(QString, interface);
    QFETCH(QString, member);
    QFETCH(QVariant, value);
    QFETCH(bool, heard);
    if (qEnvironmentVariableIsEmpty("MOTCUA_OWN_BUS"))
        QSKIP("only on a bus of its own (own_bus.sh)");
    QDBusConnection logind = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"logind"_s);
    QVERIFY(logind.isConnected());
    QVERIFY(logind.registerService(u"org.freedesktop.login1"_s));
    SessionWatch watch;
    watch.start();
    QSignalSpy leaving(&watch, &SessionWatch::leaving);
    QDBusMessage signal = QDBusMessage::createSignal(path, interface, member);
    if (value.isValid())
        signal << value;
    QVERIFY(logind.send(signal));
    QCOMPARE(leaving.wait(heard ? 5000 : 300), heard);
    logind.unregisterService(u"org.freedesktop.login1"_s);
}

void TestSessionWatch::withoutABusNothingHappens()
{
    if (!qEnvironmentVariableIsEmpty("MOTCUA_OWN_BUS"))
        QSKIP("here is a bus");
    SessionWatch watch;
    watch.start();
    QSignalSpy leaving(&watch, &SessionWatch::leaving);
    QVERIFY(!leaving.wait(100));
}

} // namespace motcua

QTEST_GUILESS_MAIN(motcua::TestSessionWatch)
#include "tst_sessionwatch.moc"
