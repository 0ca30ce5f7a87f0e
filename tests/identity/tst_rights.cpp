// Who may do what: every cell of the table, and what a dossier's standing changes about it.
#include "core/identity/rights.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

const Account officer { u"congchuc1"_s, {}, Role::Officer };
const Account member { u"tocongnghe1"_s, {}, Role::TeamMember };
const Account it { u"cntt1"_s, {}, Role::ItStaff };
const Account nobody {};
const DossierStanding own { true, false };
const DossierStanding strange { false, false }; // another person's, or one's own after it was handed over
const DossierStanding sealed { false, true };

} // namespace

class TestRights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDeedHasOneRow()
    {
        QCOMPARE(rightsTable().size(), std::size_t(Deed::ExportJournal) + 1);
        for (std::size_t i = 0; i < rightsTable().size(); ++i)
            QCOMPARE(rightsTable()[i].deed, Deed(i));
    }

    // Spelled out once more: the table itself is what somebody may change by accident.
    void cells_data()
    {
        QTest::addColumn<int>("deed");
        QTest::addColumn<QString>("reach"); // officer, member, IT, nobody: A all, o own, - none
        const std::pair<Deed, const char *> rows[] = {
            { Deed::List, "AoAA" },         { Deed::Read, "Ao--" },          { Deed::Begin, "AA--" },  { Deed::Edit, "Ao--" },
            { Deed::HandOver, "-o--" },     { Deed::TakeOver, "A---" },      { Deed::Submit, "Ao--" }, { Deed::Withdraw, "Ao--" },
            { Deed::Note, "Ao--" },         { Deed::Deliver, "AoA-" },       { Deed::Print, "Ao--" },  { Deed::TakeOut, "Ao--" },
            { Deed::PrintMany, "A---" },    { Deed::FeeAccount, "A-A-" },    { Deed::SetUp, "A-A-" },  { Deed::People, "A-A-" },
            { Deed::CheckJournal, "A-AA" }, { Deed::ExportJournal, "A---" },
        };
        for (const auto &[deed, reach] : rows)
            QTest::addRow("deed %d", int(deed)) << int(deed) << QString::fromLatin1(reach);
    }

    void cells()
    {
        QFETCH(int, deed);
        QFETCH(QString, reach);
        QString found;
        for (const Account &who : { officer, member, it, nobody }) {
            const Reach is = reachOf(who, Deed(deed));
            found += is == Reach::All ? u'A' : is == Reach::Own ? u'o' : u'-';
        }
        QCOMPARE(found, reach);
    }

    void aTeamMemberReachesOwnDossiersUntilTheyAreHandedOver()
    {
        QCOMPARE(permissionFor(member, Deed::Edit, own, false), Permission::Granted);
        for (const Deed deed : { Deed::Read, Deed::Edit, Deed::Submit, Deed::Print, Deed::Withdraw, Deed::HandOver })
            QCOMPARE(permissionFor(member, deed, strange, false), Permission::RoleForbids);
        QCOMPARE(permissionFor(officer, Deed::Edit, strange, false), Permission::Granted);
    }

    void itStaffSeesNoPersonalData()
    {
        QVERIFY(seesNoPersonalData(it));
        QVERIFY(seesNoPersonalData(nobody));
        QVERIFY(!seesNoPersonalData(officer));
        for (const Deed deed : { Deed::Read, Deed::Print, Deed::TakeOut, Deed::PrintMany, Deed::ExportJournal })
            QCOMPARE(permissionFor(it, deed, own, true), Permission::RoleForbids);
    }

    void whatIsSealedIsReadAndTakenOverButNotChanged()
    {
        for (const Deed deed : { Deed::Edit, Deed::Submit, Deed::Withdraw })
            QCOMPARE(permissionFor(officer, deed, sealed, true), Permission::Sealed);
        for (const Deed deed : { Deed::Read, Deed::Deliver, Deed::TakeOver, Deed::Print })
            QCOMPARE(permissionFor(officer, deed, sealed, true), Permission::Granted);
    }

    void whatLeavesTheMachineAsksAgain()
    {
        for (const Deed deed : { Deed::TakeOut, Deed::PrintMany, Deed::ExportJournal }) {
            QCOMPARE(permissionFor(officer, deed, strange, false), Permission::AskAgain);
            QCOMPARE(permissionFor(officer, deed, strange, true), Permission::Granted);
        }
        QCOMPARE(permissionFor(it, Deed::ExportJournal, {}, false), Permission::RoleForbids);
    }
};

QTEST_APPLESS_MAIN(TestRights)
#include "tst_rights.moc"
