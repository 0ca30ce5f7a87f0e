#include "core/dossier/dossier.h"
#include "core/dossier/dossierstatus.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using motcua::DeliveryState;
using motcua::DossierStatus;
using motcua::DossierSummary;

namespace {

using enum DossierStatus;
constexpr std::array all { Draft, Queued, Submitted, NeedsFix, Withdrawn };

} // namespace

class TestDossierStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheListedStepsExist();
    void whatThePortalHasIsNeverTakenBack();
    void everyStatusCanBeReached();
    void onlyUnsentThingsAreEdited();
    void wordsComeBack();
    void lateIsWhatThePortalStillOwes_data();
    void lateIsWhatThePortalStillOwes();
};

void TestDossierStatus::onlyTheListedStepsExist()
{
    const QSet<QPair<int, int>> allowed {
        { int(Draft), int(Queued) },       { int(Draft), int(Withdrawn) }, { int(Queued), int(Submitted) },
        { int(Queued), int(NeedsFix) },    { int(NeedsFix), int(Queued) }, { int(NeedsFix), int(Withdrawn) },
        { int(Submitted), int(NeedsFix) }, // the portal asks for a supplement
    };
    for (const DossierStatus from : all) {
        for (const DossierStatus to : all)
            QCOMPARE(motcua::mayBecome(from, to), allowed.contains({ int(from), int(to) }));
    }
}

void TestDossierStatus::whatThePortalHasIsNeverTakenBack()
{
    for (const DossierStatus to : all) {
        QCOMPARE(motcua::mayBecome(Submitted, to), to == NeedsFix);
        QVERIFY(!motcua::mayBecome(Withdrawn, to));
    }
    QVERIFY(!motcua::mayBecome(Queued, Draft));
}

void TestDossierStatus::everyStatusCanBeReached()
{
    QList<DossierStatus> reached { Draft };
    for (qsizetype i = 0; i < reached.size(); ++i) {
        for (const DossierStatus to : all) {
            if (motcua::mayBecome(reached.at(i), to) && !reached.contains(to))
                reached.append(to);
        }
    }
    QCOMPARE(reached.size(), qsizetype(all.size()));
}

void TestDossierStatus::onlyUnsentThingsAreEdited()
{
    for (const DossierStatus status : all)
        QCOMPARE(motcua::mayBeEdited(status), status == Draft || status == NeedsFix);
}

void TestDossierStatus::wordsComeBack()
{
    // These words are in databases and scripts: changing one is a migration.
    const QStringList words { u"draft"_s, u"queued"_s, u"submitted"_s, u"needs_fix"_s, u"withdrawn"_s };
    for (size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(motcua::toStored(all[i]), words.at(qsizetype(i)));
        QCOMPARE(motcua::dossierStatusFromStored(words.at(qsizetype(i))), all[i]);
    }
    using enum DeliveryState;
    const QList<QPair<DeliveryState, QString>> deliveries { { None, u"none"_s },         { Waiting, u"waiting"_s },
                                                            { Sending, u"sending"_s },   { InDoubt, u"in_doubt"_s },
                                                            { Received, u"received"_s }, { Refused, u"refused"_s } };
    for (const auto &[state, word] : deliveries) {
        QCOMPARE(motcua::toStored(state), word);
        QCOMPARE(motcua::deliveryStateFromStored(word), state);
    }
}

void TestDossierStatus::lateIsWhatThePortalStillOwes_data()
{
    QTest::addColumn<int>("portalStatus");
    QTest::addColumn<int>("secondsAfterDue");
    QTest::addColumn<bool>("late");
    QTest::newRow("being processed, in time") << 4 << -1 << false;
    QTest::newRow("being processed, at the second") << 4 << 0 << false;
    QTest::newRow("being processed, after") << 4 << 1 << true;
    QTest::newRow("supplement asked, after") << 5 << 1 << true;
    QTest::newRow("processed, after") << 9 << 1 << false;
    QTest::newRow("handed over, after") << 10 << 1 << false;
    QTest::newRow("not accepted, after") << 3 << 1 << false;
}

void TestDossierStatus::lateIsWhatThePortalStillOwes()
{
    QFETCH(int, portalStatus);
    QFETCH(int, secondsAfterDue);
    DossierSummary dossier;
    const QDateTime due(QDate(2026, 11, 24), QTime(10, 0), Qt::UTC);
    dossier.portalStatus = portalStatus;
    QVERIFY(!dossier.isLate(due.addYears(1))); // no receipt, no due date: never "late"
    dossier.dueAt = due;
    QTEST(dossier.isLate(due.addSecs(secondsAfterDue)), "late");
}

QTEST_APPLESS_MAIN(TestDossierStatus)

#include "tst_dossierstatus.moc"
