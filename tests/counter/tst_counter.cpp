#include "core/counter/counter.h"

#include "core/base/clock.h"
#include "core/dossier/dossierchanges.h"
#include "core/dossier/localcode.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "tests/paper/samples.h"
#include "tests/procedure/sampleanswers.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString shown = u"000.00.00.G15-KQ004946"_s;

QList<QString> actions(const Dossier &dossier)
{
    QList<QString> words;
    for (const HistoryEntry &entry : dossier.history)
        words.append(entry.action);
    return words;
}

} // namespace

// The commands of the counter over a real store, as both front ends call them.
class TestCounter : public QObject
{
    Q_OBJECT

    struct Desk
    {
        explicit Desk(const QString &path, const Secret &key, bool create, const PackCatalog &packs)
            : catalog(packs)
            , counter({ store, catalog, units, profile, clock, changes })
        {
            profile.communeCode = u"25231"_s;
            profile.maxPaperBytes = 200'000;
            opened = store.open(path, key.clone(), create).result();
            counter.setActor({ u"congchuc"_s, {}, Role::Officer });
        }

        Dossier filledDraft()
        {
            const Dossier draft = *counter.startDraft(u"1.004873"_s).result();
            (void)counter.saveDraft(draft.summary.id, sample::forSelf(), u"/requester/name"_s).result();
            return draft;
        }

        Dossier read(const QString &id) { return *counter.dossier(id).result(); }

        PackCatalog catalog;
        AdministrativeUnits units;
        KioskProfile profile;
        SystemClock clock;
        DossierChanges changes;
        StoreThread store;
        Counter counter;
        Result<void> opened;
    };

    QTemporaryDir m_folder;
    Secret m_key = Secret::random(32);
    std::unique_ptr<Desk> m_desk;

    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
    Counter &counter() { return m_desk->counter; }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>(path(), m_key, true, *PackCatalog::shipped());
        QVERIFY(m_desk->opened);
    }
    void cleanup() { m_desk.reset(); }

    void aDraftHasACodeAndAJournalRow()
    {
        const Result<Dossier> draft = counter().startDraft(u"1.004873"_s).result();
        QVERIFY(draft);
        QVERIFY(isLocalCode(draft->summary.localCode));
        QCOMPARE(draft->summary.createdBy, u"congchuc"_s);
        QCOMPARE(actions(*draft), QList<QString> { u"dossier.created"_s });
        QVERIFY(counter().startDraft(u"1.004873"_s).result()->summary.localCode != draft->summary.localCode);
    }

    void aRunOfEditsIsOneJournalRow()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QVERIFY(counter().saveDraft(id, sample::forOther(), {}).result());
        QCOMPARE(actions(m_desk->read(id)), (QList<QString> { u"dossier.created"_s, u"dossier.edited"_s }));
        counter().setActor({ u"tocongnghe"_s, {}, Role::TeamMember });
        QVERIFY(counter().saveDraft(id, sample::forSelf(), {}).result());
        QCOMPARE(m_desk->read(id).history.last().actor, u"tocongnghe"_s);
    }

    void anEarlierDossierKnowsThePerson()
    {
        const Dossier earlier = m_desk->filledDraft();
        const QString number = valueAt(sample::forSelf(), u"/requester/personalId"_s).toString();
        const auto ask = [&](const PersonQuestion &question) { return counter().earlierPerson(question).result(); };
        QVERIFY(counter().saveDraft(earlier.summary.id, sample::forSelf(), {}).result());

        const auto known = ask({ number, {}, {}, {} });
        QVERIFY(known && *known);
        QCOMPARE((*known)->localCode, earlier.summary.localCode);
        QCOMPARE((*known)->person.value(u"name"_s).toString(), u"Điểu Thị Mai"_s);
        QVERIFY((*known)->capturedAt.isValid());
        QCOMPARE(m_desk->read(earlier.summary.id).history.last().action, u"person.viewed"_s);
        const auto byName = ask({ {}, u"điểu thị mai"_s, u"1995-03-14"_s, {} });
        QVERIFY(byName && *byName);

        QVERIFY(!*ask({ number, {}, {}, earlier.summary.id })); // not the one being captured
        QVERIFY(!*ask({ u"070195000124"_s, {}, {}, {} }));
        QVERIFY(!*ask({ {}, u"Điểu Thị Mai"_s, u"1995"_s, {} }));
        QVERIFY(!*ask({}));

        counter().setActor({ u"tocongnghe"_s, {}, Role::TeamMember });
        QVERIFY(!*ask({ number, {}, {}, {} })); // somebody else captured it
        counter().setActor({ u"quantri"_s, {}, Role::ItStaff });
        QVERIFY(!*ask({ number, {}, {}, {} }));
        counter().setActor({ u"congchuc"_s, {}, Role::Officer });
        QVERIFY(counter().withdraw(earlier.summary.id).result());
        QVERIFY(!*ask({ number, {}, {}, {} }));
    }

    void anUnknownProcedureIsNamed()
    {
        const Result<Dossier> draft = counter().startDraft(u"9.999999"_s).result();
        QVERIFY(!draft);
        QCOMPARE(draft.error().code, ErrorCode::ProcedureUnknown);
    }

    void whatWasSavedIsThereAfterReopening()
    {
        const QString id = m_desk->filledDraft().summary.id;
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, *PackCatalog::shipped());
        const Dossier again = m_desk->read(id);
        QCOMPARE(again.form, sample::forSelf());
        QCOMPARE(again.focus, u"/requester/name"_s);
        QCOMPARE(again.summary.applicantName, u"Điểu Thị Mai"_s);
    }

    void anIncompleteDossierStaysADraft()
    {
        const QString id = counter().startDraft(u"1.004873"_s).result()->summary.id;
        QSignalSpy enqueued(&m_desk->changes, &DossierChanges::enqueued);
        const auto submitted = counter().submit(id).result();
        QVERIFY(!submitted);
        QCOMPARE(submitted.error().code, ErrorCode::DossierIncomplete);
        QCOMPARE(submitted.error().subject, u"/request/purpose"_s);
        QCOMPARE(m_desk->read(id).summary.status, DossierStatus::Draft);
        QCOMPARE(enqueued.count(), 0);
    }

    void submittingFreezesAndEnqueuesOnce()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QSignalSpy enqueued(&m_desk->changes, &DossierChanges::enqueued);
        const auto submitted = counter().submit(id).result();
        QVERIFY(submitted);
        QCOMPARE(submitted->status, DossierStatus::Queued);
        QCOMPARE(submitted->delivery, DeliveryState::Waiting);
        QCOMPARE(enqueued.count(), 1);
        QCOMPARE(m_desk->read(id).submittedFormSha256.size(), 64);

        QCOMPARE(counter().saveDraft(id, {}, {}).result().error().code, ErrorCode::DossierNotEditable);
        QCOMPARE(counter().submit(id).result().error().code, ErrorCode::DossierNotEditable);
        QCOMPARE(counter().addPaper(id, shown, samples::png({ 40, 30 }), u"png"_s).result().error().code,
                 ErrorCode::DossierNotEditable);
        QCOMPARE(m_desk->read(id).form, sample::forSelf());
        QCOMPARE(enqueued.count(), 1);
    }

    void papersAreNamedTurnedAndTakenOut()
    {
        const QString id = m_desk->filledDraft().summary.id;
        const Attachment first = *counter().addPaper(id, shown, samples::png({ 40, 30 }), u"png"_s).result();
        const Attachment second = *counter().addPaper(id, shown, samples::jpeg({ 60, 30 }), u"jpg"_s).result();
        QCOMPARE(first.name, u"KQ004946-1.png"_s);
        QCOMPARE(second.name, u"KQ004946-2.jpg"_s);
        QVERIFY(first.originalReturned); // shown papers go back at once

        const Attachment turned = *counter().rotatePaper(id, second.id, 90).result();
        QCOMPARE(turned.name, second.name);
        QVERIFY(turned.sha256 != second.sha256);
        QCOMPARE(counter().paperPreview(turned, 0, { 100, 100 }).result()->size(), QSize(30, 60));

        QVERIFY(counter().setOriginalReturned(id, first.id, false).result());
        QVERIFY(!m_desk->read(id).attachments.first().originalReturned);
        QVERIFY(counter().removePaper(id, first.id).result());
        QCOMPARE(m_desk->read(id).attachments, QList<Attachment> { turned });
        QCOMPARE(counter().removePaper(id, first.id).result().error().code, ErrorCode::AttachmentGone);
        QCOMPARE(counter().addPaper(id, shown, samples::png({ 41, 30 }), u"png"_s).result()->name, u"KQ004946-1.png"_s);
    }

    void papersThatMayNotComeInAreRefused()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QCOMPARE(counter().addPaper(id, u"no.such"_s, samples::png({ 40, 30 }), u"png"_s).result().error().code,
                 ErrorCode::ComponentUnknown);
        QCOMPARE(counter().addPaper(id, shown, "not a picture", {}).result().error().code, ErrorCode::PaperKindUnknown);
        QCOMPARE(counter().addPaper(id, shown, QByteArray(200'001, 'x'), u"png"_s).result().error().code,
                 ErrorCode::PaperTooLarge);
        QVERIFY(m_desk->read(id).attachments.isEmpty());
    }

    void noSlipBeforeSubmission()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QCOMPARE(counter().slip(id).result().error().code, ErrorCode::SlipBeforeSubmission);
    }

    void aWithdrawnDossierIsKept()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QVERIFY(counter().withdraw(id).result());
        QCOMPARE(m_desk->read(id).summary.status, DossierStatus::Withdrawn);
        QCOMPARE(m_desk->read(id).form, sample::forSelf());
        QVERIFY(!counter().submit(id).result());
    }

    void aDossierKeepsItsPackForLife()
    {
        const QByteArray source = PackCatalog::shipped()->newest(u"1.004873"_s)->source;
        const QByteArray older = QByteArray(source).replace("\"version\": \"2026.11.1\"", "\"version\": \"2026.02.1\"");
        QVERIFY(older != source);
        const QString olderPath = m_folder.filePath(u"older"_s);
        QString id;
        {
            Desk before(olderPath, m_key, true, PackCatalog({ *parseProcedurePack(older) }));
            id = before.filledDraft().summary.id;
        }
        Desk after(olderPath, m_key, false, *PackCatalog::shipped());
        const Dossier dossier = after.read(id);
        QCOMPARE(dossier.summary.packVersion, u"2026.02.1"_s);
        QCOMPARE(after.counter.packOf(dossier.summary)->version, u"2026.02.1"_s);
        QVERIFY(after.counter.submit(id).result());
    }
};

QTEST_MAIN(TestCounter)
#include "tst_counter.moc"
