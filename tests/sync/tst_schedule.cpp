#include "sync/schedule.h"

#include <QTest>

#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace motcua;
using namespace std::chrono_literals;

using Kind = AttemptEnd::Kind;
using Instant = SyncSchedule::Instant;
using Delay = SyncSchedule::Delay;

Q_DECLARE_METATYPE(motcua::AttemptEnd)

namespace {

constexpr Instant start { 100h };

AttemptEnd end(Kind kind, bool progress = false)
{
    AttemptEnd value;
    value.kind = kind;
    value.progress = progress;
    return value;
}

AttemptEnd shed(std::chrono::seconds retryAfter)
{
    AttemptEnd value = end(Kind::PortalBusy);
    value.retryAfter = retryAfter;
    return value;
}

// A schedule with dice that a test sets, and a clock that jumps from attempt to attempt.
struct Desk
{
    double dice = 0.999999;
    SyncSchedule schedule { [this] { return dice; } };
    Instant now = start;

    Desk() { schedule.started(now); }

    // Runs the attempt that is planned; it takes `took`. Answers how long after its end the next one is planned.
    Delay attempt(const AttemptEnd &how, Delay took = 0ms)
    {
        now = std::max(now, schedule.next().at);
        schedule.began(now);
        now += took;
        schedule.ended(now, how);
        return untilNext();
    }

    Delay untilNext() const { return std::chrono::ceil<Delay>(schedule.next().at - now); }
};

} // namespace

class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backoffStaysInBounds();
    void budgetIsRefilled();
    void whatFollowsAnEnd_data();
    void whatFollowsAnEnd();
    void progressStartsTheBackoffAgain();
    void retryAfterIsNeverUndercut();
    void aPersonNeverWaits();
    void aSubmissionWaitsOnlyForThePortal();
    void wishesDuringAnAttempt();
    void theBreakerOpensAndClosesAgain();
    void linkFaultsNeverOpenTheBreaker();
    void notAcceptedIsAskedOnceAndHeld();
    void networkEventAfterAShortSilence();
    void firstTryAfterALongSilence_data();
    void firstTryAfterALongSilence();
    void papersFollowTheForms();
    void aFlickeringInterfaceCannotDrainTheBattery();
    void catalogWindow();
    void placesAreEven();
    void twoDaysOfAFlappingLink_data();
    void twoDaysOfAFlappingLink();
};

void TestSchedule::backoffStaysInBounds()
{
    double dice = 0.999999;
    Backoff backoff([&] { return dice; });
    const Backoff::Instant first;
    QVERIFY(backoff.afterFailure(first) <= 500ms);
    QVERIFY(backoff.afterFailure(first) > 900ms);
    for (int i = 0; i < 50; ++i)
        QVERIFY(backoff.afterFailure(first + 1min) <= 15s);
    QVERIFY(backoff.afterFailure(first + 1min) > 14s);
    QVERIFY(backoff.afterFailure(first + 1min, false) > 110s); // the machine itself says that there is no link
    QVERIFY(backoff.afterFailure(first + 11min) > 110s);
    QVERIFY(backoff.afterFailure(first + 11min) <= 2min);
    QVERIFY(backoff.afterFailure(first + 61min) > 14min);
    QVERIFY(backoff.afterFailure(first + 61min) <= 15min);
    dice = 0;
    QCOMPARE(backoff.afterFailure(first + 11min), 0ms);
    backoff.reset();
    dice = 0.999999;
    QVERIFY(backoff.afterFailure(first + 12min) <= 500ms);
}

void TestSchedule::budgetIsRefilled()
{
    RetryBudget budget;
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(budget.readyAt(start), start);
        budget.spend(start);
    }
    QVERIFY(budget.readyAt(start) >= start + RetryBudget::perAttempt);
    QVERIFY(budget.readyAt(start) < start + RetryBudget::perAttempt + 1s);
    QCOMPARE(budget.readyAt(start + 11s), start + 11s);
    budget.giveBack();
    QCOMPARE(budget.readyAt(start), start);
    budget.spend(start + 30h); // never more than full
    QCOMPARE(budget.readyAt(start + 30h), start + 30h);
    for (int i = 0; i < 99; ++i)
        budget.spend(start + 30h);
    QVERIFY(budget.readyAt(start + 30h) > start + 30h);
}

void TestSchedule::whatFollowsAnEnd_data()
{
    QTest::addColumn<AttemptEnd>("how");
    QTest::addColumn<qint64>("least"); // ms, with dice at 0
    QTest::addColumn<qint64>("most");  // ms, with dice just under 1
    const auto row = [](const char *name, const AttemptEnd &how, Delay least, Delay most) {
        QTest::newRow(name) << how << qint64(least.count()) << qint64(most.count());
    };
    const auto hinted = [](std::chrono::seconds next) {
        AttemptEnd value = end(Kind::Done, true);
        value.next = next;
        return value;
    };
    row("all done: news in 5 min", end(Kind::Done, true), 5min, 5min + 30s);
    row("hint: sooner", hinted(60s), 60s, 66s);
    row("hint: later", hinted(1800s), 30min, 33min);
    row("hint: absurdly soon", hinted(0s), 10s, 11s);
    row("hint: absurdly late", hinted(1'000'000s), 24h, 24h + 144min);
    row("link fault", end(Kind::LinkFault), 0ms, 500ms);
    row("own fault", end(Kind::OwnFault), 0ms, 500ms);
    row("portal fault", end(Kind::PortalFault), 0ms, 500ms);
    row("busy without a time", end(Kind::PortalBusy), 0ms, 500ms);
    row("busy, 40 s", shed(40s), 40s, 50s);
    row("busy, 0 s", shed(0s), 0s, 1s);
    row("captive page", end(Kind::NotOurs), 30s, 30s);
    row("not accepted: asked once more", end(Kind::NotAccepted), 10min, 11min);
    row("ended without a reason", end(Kind::Stopped), 5min, 5min);
    row("papers left, their moment is past", end(Kind::PapersLeft, true), 0ms, 0ms);
}

void TestSchedule::whatFollowsAnEnd()
{
    QFETCH(AttemptEnd, how);
    QFETCH(qint64, least);
    QFETCH(qint64, most);
    Desk high;
    QVERIFY(high.attempt(how).count() <= most);
    QVERIFY(high.untilNext().count() >= most * 98 / 100);
    Desk low;
    low.dice = 0;
    QCOMPARE(low.attempt(how).count(), least);
    QVERIFY(low.schedule.next().scope == SyncScope::Everything);
}

void TestSchedule::progressStartsTheBackoffAgain()
{
    Desk desk;
    for (int i = 0; i < 8; ++i)
        desk.attempt(end(Kind::LinkFault));
    QVERIFY(desk.attempt(end(Kind::LinkFault)) > 14s);
    QVERIFY(desk.attempt(end(Kind::LinkFault, true)) <= 500ms);
    // A portal that answers the forms and fails at every paper is no reason to knock twice a second.
    for (int i = 0; i < 4; ++i)
        desk.attempt(end(Kind::PortalFault, true));
    QVERIFY(desk.attempt(end(Kind::PortalFault, true)) > 60s);
}

void TestSchedule::retryAfterIsNeverUndercut()
{
    for (const double dice : { 0.0, 0.3, 0.999 }) {
        Desk desk;
        desk.dice = dice;
        desk.attempt(shed(90s));
        const Instant allowed = desk.now + 90s;
        QVERIFY(desk.schedule.next().at >= allowed);
        desk.now += 10s;
        desk.schedule.networkCame(desk.now);
        QVERIFY(desk.schedule.next().at >= allowed);
        desk.schedule.submitted(desk.now);
        QVERIFY(desk.schedule.next().at >= allowed);
    }
}

void TestSchedule::aPersonNeverWaits()
{
    const auto asksAt = [](Desk &desk) {
        desk.now += 3s;
        desk.schedule.asked(desk.now);
        return desk.schedule.next();
    };
    for (const AttemptEnd &how :
         { shed(600s), end(Kind::NotAccepted), end(Kind::LinkFault), end(Kind::NotOurs), end(Kind::Done) }) {
        Desk desk;
        for (int i = 0; i < 300; ++i) // breaker open, budget spent, held
            desk.attempt(how);
        for (int i = 0; i < 300; ++i) {
            const SyncSchedule::Attempt next = asksAt(desk);
            QCOMPARE(next.at, desk.now);
            QVERIFY(next.scope == SyncScope::Everything);
            desk.attempt(how);
        }
    }
    Desk open;
    for (int i = 0; i < 6; ++i)
        open.attempt(end(Kind::PortalFault));
    QCOMPARE(asksAt(open).at, open.now);
}

void TestSchedule::aSubmissionWaitsOnlyForThePortal()
{
    Desk desk;
    for (int i = 0; i < 9; ++i)
        desk.attempt(end(Kind::LinkFault));
    desk.schedule.submitted(desk.now);
    QCOMPARE(desk.schedule.next().at, desk.now);
    desk.attempt(end(Kind::NotAccepted));
    desk.schedule.submitted(desk.now);
    QVERIFY(desk.untilNext() >= 10min); // it would be refused like the others
}

void TestSchedule::wishesDuringAnAttempt()
{
    Desk desk;
    desk.schedule.began(desk.now);
    desk.schedule.submitted(desk.now);
    QVERIFY(desk.schedule.somebodyWaits());
    desk.now += 20s;
    desk.schedule.ended(desk.now, end(Kind::Done, true));
    QVERIFY(desk.schedule.next().at <= desk.now);

    desk.schedule.began(desk.now);
    desk.schedule.submitted(desk.now);
    desk.schedule.ended(desk.now, shed(30s));
    QVERIFY(desk.untilNext() >= 30s);

    desk.now = desk.schedule.next().at;
    desk.schedule.began(desk.now);
    desk.schedule.asked(desk.now);
    desk.schedule.submitted(desk.now);
    desk.schedule.ended(desk.now, shed(30s));
    QVERIFY(desk.schedule.next().at <= desk.now);

    desk.attempt(end(Kind::Done, true));
    desk.now = desk.schedule.next().at;
    // The link came while the attempt hung in the old one.
    desk.schedule.began(desk.now);
    desk.schedule.networkCame(desk.now);
    desk.now += 5s;
    desk.schedule.ended(desk.now, end(Kind::LinkFault));
    QVERIFY(desk.untilNext() <= 2s);
}

void TestSchedule::theBreakerOpensAndClosesAgain()
{
    Desk desk;
    desk.dice = 0;
    for (int i = 0; i < 4; ++i)
        QVERIFY(desk.attempt(end(Kind::PortalFault)) < 60s);
    QVERIFY(desk.attempt(end(Kind::PortalFault)) >= 60s); // open
    QVERIFY(desk.attempt(end(Kind::PortalFault)) >= 60s); // half open: one try
    AttemptEnd wishes = end(Kind::PortalFault);
    wishes.retryAfter = 200s;
    QVERIFY(desk.attempt(wishes) >= 200s);
    QVERIFY(desk.attempt(end(Kind::Done, true)) >= 5min);
    QVERIFY(desk.attempt(end(Kind::PortalFault)) < 60s); // closed
}

void TestSchedule::linkFaultsNeverOpenTheBreaker()
{
    Desk desk;
    desk.dice = 0;
    for (int i = 0; i < 20; ++i)
        QVERIFY(desk.attempt(end(Kind::LinkFault)) < 60s);
}

void TestSchedule::notAcceptedIsAskedOnceAndHeld()
{
    Desk desk;
    QVERIFY(desk.attempt(end(Kind::NotAccepted)) <= 11min); // once
    QVERIFY(desk.attempt(end(Kind::NotAccepted)) >= 12h);
    QVERIFY(desk.attempt(end(Kind::NotAccepted)) >= 12h);
    desk.schedule.networkCame(desk.now);
    QVERIFY(desk.untilNext() >= 12h);
    desk.schedule.asked(desk.now);
    desk.attempt(end(Kind::Done, true));
    QVERIFY(desk.attempt(end(Kind::NotAccepted)) <= 11min); // a new story
}

void TestSchedule::networkEventAfterAShortSilence()
{
    Desk desk;
    desk.attempt(end(Kind::Done, true));
    desk.now += 2min;
    desk.schedule.networkWent();
    desk.schedule.networkCame(desk.now);
    QVERIFY(desk.untilNext() > 1900ms);
    QVERIFY(desk.untilNext() <= 2s);
    QVERIFY(desk.schedule.next().scope == SyncScope::Everything);
}

void TestSchedule::firstTryAfterALongSilence_data()
{
    QTest::addColumn<double>("place");
    QTest::addColumn<bool>("forms");
    QTest::addColumn<int>("spread"); // of the hint; 0 = none
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("formsOnly");
    QTest::newRow("early: everything at once") << 0.2 << true << 0 << 27 << false;
    QTest::newRow("late, no form: papers and news") << 0.8 << false << 0 << 108 << false;
    QTest::newRow("late, a form: the form first") << 0.8 << true << 0 << 36 << true;
    QTest::newRow("last, a form") << 0.9999 << true << 0 << 60 << true;
    QTest::newRow("hint narrows it") << 0.8 << true << 10 << 3 << true;
    QTest::newRow("hint widens it") << 0.8 << false << 600 << 480 << false;
    QTest::newRow("forms never wait longer than a minute") << 0.9999 << true << 600 << 60 << true;
}

void TestSchedule::firstTryAfterALongSilence()
{
    QFETCH(double, place);
    QFETCH(bool, forms);
    QFETCH(int, spread);
    QFETCH(int, seconds);
    QFETCH(bool, formsOnly);
    SyncSchedule schedule([] { return 0.0; }, place);
    schedule.started(start);
    schedule.began(start);
    AttemptEnd done = end(Kind::Done, true);
    if (spread > 0)
        done.spread = std::chrono::seconds(spread);
    schedule.ended(start, done);
    schedule.formsWaiting(forms);
    schedule.networkWent();
    const Instant back = start + 1h;
    schedule.networkCame(back);
    const auto after = std::chrono::round<std::chrono::seconds>(schedule.next().at - back);
    QCOMPARE(int(after.count()), seconds);
    QCOMPARE(schedule.next().scope == SyncScope::Forms, formsOnly);
}

void TestSchedule::papersFollowTheForms()
{
    SyncSchedule schedule([] { return 0.0; }, 0.8);
    schedule.started(start);
    schedule.began(start);
    schedule.ended(start, end(Kind::LinkFault));
    schedule.formsWaiting(true);
    const Instant back = start + 1h;
    schedule.networkCame(back);
    Instant now = schedule.next().at;
    schedule.began(now);
    schedule.ended(now + 2s, end(Kind::PapersLeft, true));
    QVERIFY(schedule.next().scope == SyncScope::Everything);
    QCOMPARE(schedule.next().at, back + 108s);
    // A form that an officer submits meanwhile does not wait, and does not take the papers along before their time.
    schedule.submitted(back + 50s);
    QCOMPARE(schedule.next().at, back + 50s);
    QVERIFY(schedule.next().scope == SyncScope::Forms);
    schedule.asked(back + 51s);
    QVERIFY(schedule.next().scope == SyncScope::Everything);
}

void TestSchedule::aFlickeringInterfaceCannotDrainTheBattery()
{
    Desk desk;
    desk.dice = 0.001;
    desk.attempt(end(Kind::LinkFault));
    int attempts = 0;
    const Instant until = desk.now + 1h;
    while (desk.now < until) {
        desk.schedule.networkWent();
        desk.schedule.networkCame(desk.now);
        desk.now += 1s;
        if (desk.schedule.next().at <= desk.now) {
            ++attempts;
            desk.attempt(end(Kind::LinkFault));
        }
    }
    QVERIFY2(attempts <= 100 + 360 + 1, qPrintable(QString::number(attempts)));
    QVERIFY(attempts > 300);
}

void TestSchedule::catalogWindow()
{
    std::set<int> quarters;
    for (int code = 1; code < 400; ++code) {
        const QTime at = catalogTime(QString::number(code));
        QVERIFY(at >= QTime(0, 30) && at < QTime(4, 30));
        quarters.insert(at.msecsSinceStartOfDay() / (15 * 60 * 1000));
    }
    QCOMPARE(int(quarters.size()), 16); // over all of the four hours
    QCOMPARE(catalogTime(u"25231"_s), catalogTime(u"25231"_s));

    const QString commune = u"25231"_s;
    const QDateTime evening = QDateTime(QDate(2026, 11, 22), QTime(13, 0), Qt::UTC); // 20:00 at the counter
    QVERIFY(catalogDue({}, evening, commune));
    QVERIFY(!catalogDue(evening, evening.addSecs(3600), commune));
    QVERIFY(!catalogDue(evening, evening.addSecs(4 * 3600 + 1800), commune)); // 00:30
    QVERIFY(catalogDue(evening, evening.addSecs(8 * 3600 + 1800), commune));  // 04:30
    QVERIFY(catalogDue(evening, evening.addDays(3), commune));
    QVERIFY(catalogDue(evening, evening.addDays(-1), commune)); // the clock went back
}

void TestSchedule::placesAreEven()
{
    // All communes together, and any 60 that stand together in the list: a province with a portal of its own.
    const auto fullest = [](qsizetype first, qsizetype count, int parts) {
        std::vector<int> full(size_t(parts), 0);
        for (qsizetype i = 0; i < count; ++i)
            ++full[size_t(fleetPlace(first + i) * parts)];
        return *std::max_element(full.begin(), full.end());
    };
    QVERIFY(fullest(0, 3321, 60) <= 58); // 55 would be perfect
    for (qsizetype first = 0; first < 3261; first += 7)
        QVERIFY(fullest(first, 60, 10) <= 8);
}

// --- 48 hours -------------------------------------------------------------------------------------------------------------------

void TestSchedule::twoDaysOfAFlappingLink_data()
{
    QTest::addColumn<qint64>("up");
    QTest::addColumn<qint64>("down");
    QTest::addColumn<double>("events");
    QTest::newRow("20 s up, 40 s down, silent") << qint64(20'000) << qint64(40'000) << 0.0;
    QTest::newRow("20 s up, 40 s down, half told") << qint64(20'000) << qint64(40'000) << 0.5;
    QTest::newRow("1.5 s up, 2 s down, told") << qint64(1'500) << qint64(2'000) << 1.0;
    QTest::newRow("5 min up, 20 min down, silent") << qint64(300'000) << qint64(1'200'000) << 0.0;
    QTest::newRow("5 min up, 20 min down, told") << qint64(300'000) << qint64(1'200'000) << 1.0;
    QTest::newRow("10 min up, 3 h down, silent") << qint64(600'000) << qint64(10'800'000) << 0.0;
}

void TestSchedule::twoDaysOfAFlappingLink()
{
    QFETCH(qint64, up);
    QFETCH(qint64, down);
    QFETCH(double, events);
    constexpr Delay answer = 2s;  // until the portal confirms the first bytes
    constexpr Delay gaveUp = 4s;  // a connection that nobody answers
    constexpr Delay noticed = 8s; // a flow that died
    for (quint32 seed = 1; seed <= 5; ++seed) {
        std::mt19937 generator(seed);
        const auto roll = [&] { return std::generate_canonical<double, 32>(generator); };
        SyncSchedule schedule(roll);
        schedule.formsWaiting(true);
        const Instant over = start + 48h;
        Instant now = start;
        Instant lastProgress = start;
        bool machineSaysDown = false;
        int inVain = 0;
        int fruitful = 0;
        Delay used {};
        Delay usable {};
        schedule.started(now);
        while (now < over) {
            // The link is up from `now` to `cut`, then down until `back`.
            const Instant cut = now + Delay(qint64(double(up) * (0.2 + 1.6 * roll())));
            const Instant back = cut + Delay(qint64(double(down) * (0.2 + 1.6 * roll())));
            const Instant came = now;
            const bool told = roll() < events;
            if (told)
                schedule.networkCame(now);
            std::optional<Instant> firstProgress;
            while (schedule.next().at < back) {
                const Instant at = std::max(now, schedule.next().at);
                schedule.began(at);
                const bool works = at + answer <= cut;
                if (works && !firstProgress)
                    firstProgress = at + answer;
                if (works)
                    used += std::chrono::duration_cast<Delay>(cut - at);
                ++(works ? fruitful : inVain);
                now = works ? cut + noticed : at + gaveUp;
                schedule.ended(now, end(Kind::LinkFault, works));
            }
            machineSaysDown = machineSaysDown && !told;
            // What the schedule promises: not later than the cap of its back-off, one try that just misses, and the budget.
            const Delay silent = std::chrono::duration_cast<Delay>(came - lastProgress);
            const Delay cap = told                                 ? (silent > 6min ? 136s : 2s)
                              : silent >= 1h                       ? 15min
                              : silent >= 10min || machineSaysDown ? 2min
                                                                   : 15s;
            const Delay promised = cap + gaveUp + answer + RetryBudget::perAttempt;
            if (cut - came > promised) {
                QVERIFY2(firstProgress, qPrintable(u"seed %1: nothing in %2 s of link after %3 s of silence"_s.arg(seed)
                                                       .arg(std::chrono::duration_cast<std::chrono::seconds>(cut - came).count())
                                                       .arg(silent.count() / 1000)));
            }
            usable += std::chrono::duration_cast<Delay>(cut - came);
            if (firstProgress)
                lastProgress = cut;
            if (told) {
                schedule.networkWent();
                machineSaysDown = true;
            }
            now = std::max(now, back);
        }
        const double hours = std::chrono::duration<double, std::ratio<3600>>(now - start).count();
        QVERIFY2(inVain <= RetryBudget::capacity + 360 * hours + 1, qPrintable(u"%1 in vain"_s.arg(inVain)));
        QVERIFY(fruitful > 0);
        qInfo("seed %u: %d attempts got through, %d in vain (%.0f an hour), %.0f %% of the link's time used", seed, fruitful,
              inVain, inVain / hours, 100.0 * double(used.count()) / double(usable.count()));
    }
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
