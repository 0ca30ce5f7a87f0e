// The module that knows of networks is opened late: a build that forgot it would only be a little slower to send, and nobody would see.
#include "sync/networkwatch.h"

#include <QLibrary>
#include <QTest>

using namespace motcua;

class TestNetworkWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theModuleLiesBesideThePrograms()
    {
        QLibrary module(networkModule());
        QVERIFY2(module.resolve("motcuaWatchNetwork"), qPrintable(module.errorString()));
    }

    void whoListensHearsNothingUntilSomethingChanges()
    {
        int heard = 0;
        QObject context;
        watchNetwork(&context, [&](bool) { ++heard; });
        QTest::qWait(50);
        QCOMPARE(heard, 0);
    }
};

QTEST_GUILESS_MAIN(TestNetworkWatch)
#include "tst_networkwatch.moc"
