#include "tests/sync/fleet/fleet.h"

#include <QTest>

using namespace motcua;
using namespace std::chrono_literals;

namespace {

constexpr double goal = 1.15; // of the ideal time
constexpr int seeds = 5;

// The worst of several seeds, so that no lucky one passes.
FleetResult worst(Fleet fleet, const char *what)
{
    FleetResult result;
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        fleet.seed = seed;
        const FleetResult one = run(fleet);
        if (one.servedSeconds > result.servedSeconds)
            result = one;
    }
    QByteArray forms;
    if (fleet.formsPercent > 0)
        forms = QStringLiteral("  forms in after %1 s, %2 s in the mean")
                    .arg(result.formsSeconds, 0, 'f', 0)
                    .arg(result.meanFormSeconds, 0, 'f', 0)
                    .toUtf8();
    qInfo("%-44s attempts/kiosk %5.2f  peak/s %4d  timeouts %6d  all served after %4.0f s = %.2f x ideal (%.0f s)%s", what,
          result.attemptsPerKiosk, result.peakPerSecond, result.timeouts, result.servedSeconds, result.ratio(),
          result.idealSeconds, forms.constData());
    return result;
}

} // namespace

// 3,321 kiosks that decide with the SyncSchedule that ships, against a portal of 200 sessions of 8 s and 150 handshakes a second.
class TestFleet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedIsTheSameRun();
    void allComeBackAtOnce();
    void withoutJitterItFails();
    void withoutSpreadItFails();
    void newFormsComeFirst();
    void theHintOfThePortalIsFollowed();
    void afterThePortalWasAway_data();
    void afterThePortalWasAway();
};

void TestFleet::theSameSeedIsTheSameRun()
{
    Fleet fleet;
    fleet.evenly = false;
    const FleetResult one = run(fleet);
    const FleetResult again = run(fleet);
    QCOMPARE(one.servedSeconds, again.servedSeconds);
    QCOMPARE(one.attemptsPerKiosk, again.attemptsPerKiosk);
    fleet.seed = 2;
    QVERIFY(run(fleet).servedSeconds != one.servedSeconds);
}

void TestFleet::allComeBackAtOnce()
{
    const FleetResult result = worst({}, "all at once, as shipped");
    QVERIFY(result.ratio() <= goal);
    QVERIFY(result.attemptsPerKiosk <= 1.26); // the best of sync.md 5.7
    QVERIFY(result.peakPerSecond <= 60);
    QCOMPARE(result.timeouts, 0);

    Fleet byChance;
    byChance.evenly = false; // a commune that is not in the list
    QVERIFY(worst(byChance, "all at once, places left to chance").ratio() <= goal);
}

// The two proofs that the test above can fail.
void TestFleet::withoutJitterItFails()
{
    Fleet fleet;
    fleet.evenly = false;
    fleet.random = false;
    QVERIFY(worst(fleet, "jitter taken out").ratio() > goal);
}

void TestFleet::withoutSpreadItFails()
{
    Fleet fleet;
    fleet.knownSpread = 0s;
    QVERIFY(worst(fleet, "spread taken out").ratio() > goal);
}

void TestFleet::newFormsComeFirst()
{
    Fleet fleet;
    fleet.formsPercent = 30;
    const FleetResult some = worst(fleet, "30 % have a new form");
    QVERIFY(some.ratio() <= goal);
    QVERIFY(some.meanFormSeconds < 45);
    // Half of the kiosks then come twice, which is more work than the ideal knows of.
    fleet.formsPercent = 100;
    const FleetResult all = worst(fleet, "all have a new form");
    QVERIFY(all.ratio() <= 1.25);
    QVERIFY(all.meanFormSeconds < 50);
}

void TestFleet::theHintOfThePortalIsFollowed()
{
    Fleet fleet;
    fleet.sessions = 50; // a smaller portal, which knows that it needs 531 s and says so
    const FleetResult unknown = worst(fleet, "a quarter of the portal, no hint");
    fleet.knownSpread = 540s;
    const FleetResult told = worst(fleet, "a quarter of the portal, Sync-Hint: spread=540");
    QVERIFY(told.ratio() <= goal);
    QVERIFY(told.attemptsPerKiosk < unknown.attemptsPerKiosk * 0.7);
}

void TestFleet::afterThePortalWasAway_data()
{
    QTest::addColumn<int>("minutes");
    QTest::addColumn<double>("most"); // x ideal
    QTest::newRow("8 min: 15 s cap, 220 attempts a second") << 8 << 1.35;
    QTest::newRow("30 min: 2 min cap") << 30 << goal;
    QTest::newRow("3 h: 15 min cap, nobody hurries") << 180 << 7.0;
}

void TestFleet::afterThePortalWasAway()
{
    QFETCH(int, minutes);
    QFETCH(double, most);
    Fleet fleet;
    fleet.how = Fleet::ComesBack::PortalUp;
    fleet.away = std::chrono::minutes(minutes);
    const FleetResult result = worst(fleet, qPrintable(QStringLiteral("links up, portal away for %1 min").arg(minutes)));
    QVERIFY(result.ratio() <= most);
}

QTEST_GUILESS_MAIN(TestFleet)
#include "tst_fleet.moc"
