// The counter refuses what the screen only hides: roles, sealed drafts, handing over, asking again, the citizen's confirmation.
#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/counter/counter.h"
#include "core/counter/handoverdesk.h"
#include "core/counter/paperdesk.h"
#include "core/counter/peopledesk.h"
#include "core/counter/portaldesk.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/paper/readerprogram.h"
#include "core/store/peoplerows.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "tests/procedure/sampleanswers.h"
#include "tests/reader/samples.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const Account officer { u"congchuc"_s, u"Lê Minh Châu"_s, Role::Officer };
const Account member { u"tocongnghe"_s, u"Điểu Văn Sang"_s, Role::TeamMember };
const Account otherMember { u"tocongnghe2"_s, u"Thị Hoa"_s, Role::TeamMember };
const Account it { u"cntt"_s, u"Trần Thu Hà"_s, Role::ItStaff };

template <typename T>
ErrorCode codeOf(const Result<T> &result)
{
    return result ? ErrorCode::UsageWrong : result.error().code;
}

} // namespace

class TestPeople : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Desk(const QString &path, const PackCatalog &packs)
            : catalog(packs)
            , counter({ store, catalog, units, profile, clock, changes, shelf, reader })
        {
            profile.communeCode = u"25231"_s;
            opened = store.open(path, Secret::random(32), true).result();
            for (const Account &account : { officer, member, otherMember, it })
                (void)store
                    .run([&](Database &database) {
                        return database.write([&] { return AccountRepository(database).save(account); });
                    })
                    .result();
        }

        QString draft(const Account &who)
        {
            counter.setActor(who);
            const Dossier made = *counter.startDraft(u"1.004873"_s).result();
            (void)counter.saveDraft(made.summary.id, sample::forSelf(), {}).result();
            return made.summary.id;
        }

        QString submitted(const Account &who)
        {
            const QString id = draft(who);
            for (const QString &component : { u"000.00.00.G15-KQ004946"_s, u"000.00.00.G15-KQ003785"_s })
                (void)counter.addPaper(id, component, samples::jpeg({ 60, 30 }), u"jpg"_s).result();
            (void)counter.people().recordAssistance(id, Assistance::Confirmation::Signature, u"vi"_s).result();
            const auto done = counter.submit(id).result();
            if (!done)
                qWarning() << done.error().subject << done.error().detail;
            return id;
        }

        Result<Dossier> read(const QString &id) { return counter.dossier(id).result(); }

        PackCatalog catalog;
        AdministrativeUnits units;
        KioskProfile profile;
        SystemClock clock;
        DossierChanges changes;
        StoreThread store;
        ShippedShelf shelf;
        ReaderProgram reader;
        Counter counter;
        Result<void> opened;
    };

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    Counter &counter() { return m_desk->counter; }

private Q_SLOTS:
    void init()
    {
        m_desk =
            std::make_unique<Desk>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())), *PackCatalog::shipped());
        QVERIFY(m_desk->opened);
    }
    void cleanup() { m_desk.reset(); }

    void aTeamMemberSeesOwnDossiersOnly()
    {
        const QString mine = m_desk->draft(member);
        const QString theirs = m_desk->draft(officer);
        counter().setActor(member);
        QVERIFY(m_desk->read(mine));
        QCOMPARE(codeOf(m_desk->read(theirs)), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().saveDraft(theirs, {}, {}).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().withdraw(theirs).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().packStanding(theirs).result()), ErrorCode::RoleForbids);
        QCOMPARE(counter().list({}).result()->size(), 1);
        QCOMPARE(counter().counts().result()->drafts, 1);
        counter().setActor(officer);
        QCOMPARE(counter().list({}).result()->size(), 2);
        QCOMPARE(counter().counts().result()->drafts, 2);
        QVERIFY(m_desk->read(mine));
        QCOMPARE(m_desk->read(mine)->history.last().action, u"dossier.viewed"_s); // a look at somebody else's work
        QCOMPARE(m_desk->read(mine)->history.size(), m_desk->read(mine)->history.size());
    }

    void aDraftThatIsHandedOverIsTheOfficers()
    {
        const QString id = m_desk->draft(member);
        counter().setActor(otherMember);
        QCOMPARE(codeOf(counter().people().handOver(id).result()), ErrorCode::RoleForbids);
        counter().setActor(member);
        QVERIFY(counter().people().handOver(id).result());
        QCOMPARE(codeOf(m_desk->read(id)), ErrorCode::RoleForbids);
        QCOMPARE(counter().list({}).result()->size(), 0);
        QVERIFY(!*counter()
                      .earlierPerson({ valueAt(sample::forSelf(), u"/requester/personalId"_s).toString(), {}, {}, {} })
                      .result());
        counter().setActor(officer);
        QVERIFY(counter().saveDraft(id, sample::forOther(), {}).result());
        const Dossier now = *m_desk->read(id);
        QVERIFY(now.summary.isHandedOver);
        QVERIFY(std::any_of(now.history.cbegin(), now.history.cend(),
                            [](const HistoryEntry &row) { return row.action == "dossier.handed-over"_L1; }));
        QCOMPARE(codeOf(counter().people().takeOver(id).result()), ErrorCode::DraftNotHandedOver);
    }

    void itStaffSeesCodesAndStatesOnly()
    {
        const QString id = m_desk->draft(officer);
        const Attachment paper =
            *counter().addPaper(id, u"000.00.00.G15-KQ004946"_s, samples::jpeg({ 60, 30 }), u"jpg"_s).result();
        counter().setActor(it);
        counter().confirm();
        QCOMPARE(codeOf(m_desk->read(id)), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().paperPreview(paper, 0, { 100, 100 }).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().startDraft(u"1.004873"_s).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().slip(id).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().papers().paper(id, u"x"_s).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().papers().registerBook({}, {}).result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().handOver().assistPack(id, u"một hai ba bốn năm sáu bảy tám"_s).result()),
                 ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().portal().result(u"x"_s).result()), ErrorCode::RoleForbids);

        const Dossier outline = *counter().outline(id).result();
        QVERIFY(outline.form.isEmpty());
        QCOMPARE(outline.summary.applicantName, u"•••"_s);
        QCOMPARE(outline.attachments.size(), 1);
        const DossierSummary line = counter().list({}).result()->first();
        QCOMPARE(line.applicantName, u"•••"_s);
        QVERIFY(!line.localCode.isEmpty());
        // A name that is found is a name that is told.
        DossierQuery query;
        query.text = u"điểu"_s;
        QVERIFY(counter().list(query).result()->isEmpty());
        query.text = line.localCode.mid(4, 5);
        QCOMPARE(counter().list(query).result()->size(), 1);
        counter().setActor(officer);
        query.text = u"điểu"_s;
        QCOMPARE(counter().list(query).result()->size(), 1);
    }

    void nobodySignedInIsShownNothing()
    {
        const QString id = m_desk->draft(officer);
        counter().setActor({});
        QCOMPARE(codeOf(m_desk->read(id)), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().startDraft(u"1.004873"_s).result()), ErrorCode::RoleForbids);
        QCOMPARE(counter().list({}).result()->first().applicantName, u"•••"_s);
        QCOMPARE(codeOf(counter().portal().setPolicy({}).result()), ErrorCode::RoleForbids);
    }

    void aDisabledAccountsWorkIsSealedAndStillSent()
    {
        const QString sent = m_desk->submitted(member);
        const QString draft = m_desk->draft(member);
        counter().setActor(it);
        QVERIFY(counter().people().disable(member.login).result());
        QCOMPARE(codeOf(counter().people().disable(it.login).result()), ErrorCode::AccountStillNeeded);
        QCOMPARE(codeOf(counter().people().disable(u"ai"_s).result()), ErrorCode::AccountUnknown);
        const QList<Account> people = *counter().people().people().result();
        QCOMPARE(std::count_if(people.cbegin(), people.cend(), [](const Account &one) { return one.isDisabled; }), 1);

        counter().setActor(officer);
        const Dossier before = *m_desk->read(draft);
        QVERIFY(before.summary.isSealed);
        QCOMPARE(codeOf(counter().saveDraft(draft, {}, {}).result()), ErrorCode::DraftSealed);
        QCOMPARE(codeOf(counter().submit(draft).result()), ErrorCode::DraftSealed);
        QCOMPARE(codeOf(counter().withdraw(draft).result()), ErrorCode::DraftSealed);
        QCOMPARE(codeOf(counter().addPaper(draft, u"000.00.00.G15-KQ004946"_s, samples::jpeg({ 60, 30 }), u"jpg"_s).result()),
                 ErrorCode::DraftSealed);
        QCOMPARE(m_desk->read(draft)->form, before.form);

        DossierChanges changes;
        const auto outbox = makeStoreOutbox(m_desk->store, m_desk->clock, changes);
        const auto pending = outbox->pending(10);
        QVERIFY(pending);
        QCOMPARE(pending->size(), 1);
        QCOMPARE(pending->first().id, sent);

        QVERIFY(counter().people().takeOver(draft).result());
        QVERIFY(counter().saveDraft(draft, sample::forOther(), {}).result());
        QVERIFY(!m_desk->read(draft)->summary.isSealed);
        QVERIFY(counter().people().enable(member.login).result());
        counter().setActor(member);
        QCOMPARE(codeOf(m_desk->read(draft)), ErrorCode::RoleForbids); // it is the officer's now
    }

    void aTeamMemberCannotManagePeople()
    {
        counter().setActor(member);
        QCOMPARE(codeOf(counter().people().people().result()), ErrorCode::RoleForbids);
        QCOMPARE(codeOf(counter().people().disable(officer.login).result()), ErrorCode::RoleForbids);
    }

    void whatLeavesTheMachineAsksWhoIsThere()
    {
        const QString id = m_desk->submitted(officer);
        const auto pack = [&] { return counter().handOver().assistPack(id, u"một hai ba bốn năm sáu bảy tám"_s).result(); };
        QCOMPARE(codeOf(pack()), ErrorCode::ConfirmationNeeded);
        QCOMPARE(m_desk->read(id)->summary.otherDoor, OtherDoor::No); // nothing was taken out of the queue
        QCOMPARE(codeOf(counter().papers().registerBook({}, {}).result()), ErrorCode::ConfirmationNeeded);
        counter().confirm();
        QVERIFY(pack());
        counter().forgetConfirmation();
        QCOMPARE(codeOf(pack()), ErrorCode::ConfirmationNeeded);
        counter().confirm();
        counter().setActor(officer); // whoever signs in was not asked
        QCOMPARE(codeOf(pack()), ErrorCode::ConfirmationNeeded);
    }

    void theCitizensConfirmationIsKeptWhileTheAnswersStay()
    {
        const QString id = m_desk->draft(member);
        for (const QString &component : { u"000.00.00.G15-KQ004946"_s, u"000.00.00.G15-KQ003785"_s })
            QVERIFY(counter().addPaper(id, component, samples::jpeg({ 60, 30 }), u"jpg"_s).result());
        QCOMPARE(codeOf(counter().submit(id).result()), ErrorCode::AssistanceMissing);
        const auto given = counter().people().recordAssistance(id, Assistance::Confirmation::ReadAloud, u"sti"_s).result();
        QVERIFY(given);
        QCOMPARE(given->helper, member.login);
        QCOMPARE(given->helperName, member.displayName);
        QCOMPARE(given->helperRole, u"team_member"_s);
        QCOMPARE(given->forWhom, u"Điểu Thị Mai"_s);
        QCOMPARE(given->consentVersion, QString(consentVersion));
        QCOMPARE(m_desk->read(id)->assistance->language, u"sti"_s);
        QVERIFY(counter().saveDraft(id, sample::forSelf(), u"/requester/name"_s).result()); // the same answers
        QVERIFY(m_desk->read(id)->assistance);
        QVERIFY(counter()
                    .saveDraft(id, sample::with(sample::forSelf(), { { u"/requester/phone"_s, u"0987000321"_s } }), {})
                    .result());
        QVERIFY(!m_desk->read(id)->assistance);
        QCOMPARE(codeOf(counter().submit(id).result()), ErrorCode::AssistanceMissing);
        QVERIFY(counter().people().recordAssistance(id, Assistance::Confirmation::Fingerprint, u"no-such"_s).result());
        QVERIFY(counter().submit(id).result());
        QCOMPARE(m_desk->read(id)->assistance->language, u"vi"_s);
        const QList<HistoryEntry> history = m_desk->read(id)->history;
        for (const HistoryEntry &row : history)
            QVERIFY2(!row.detail.contains(u"Mai"_s), qPrintable(row.detail));
    }
};

QTEST_MAIN(TestPeople)
#include "tst_people.moc"
