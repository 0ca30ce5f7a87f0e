#include "core/base/datashelf.h"
#include "core/counter/counter.h"

#include "core/base/clock.h"
#include "core/dossier/dossierchanges.h"
#include "core/dossier/localcode.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/identity/unitchanges.h"
#include "core/paper/readerprogram.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "tests/reader/samples.h"
#include "tests/procedure/sampleanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
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
            , counter({ store, catalog, units, profile, clock, changes, shelf, reader })
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
        ShippedShelf shelf;
        ReaderProgram reader;
        Counter counter;
        Result<void> opened;
    };

    QTemporaryDir m_folder;
    Secret m_key = Secret::random(32);
    std::unique_ptr<Desk> m_desk;

    QString path() const { return m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())); }
    Counter &counter() { return m_desk->counter; }

    // A version of the shipped pack with other members.
    static PackPtr version(const QString &number, const QString &from, const QString &to)
    {
        QJsonObject json = QJsonDocument::fromJson((*PackCatalog::shipped()).newest(u"1.004873"_s)->source).object();
        json.insert("version"_L1, number);
        json.insert("validFrom"_L1, from);
        json.insert("validTo"_L1, to);
        return *parseProcedurePack(QJsonDocument(json).toJson());
    }

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

    void whatTheProgramDerivesCountsEverywhere()
    {
        const Result<Dossier> draft = counter().startDraft(u"1.001193"_s).result();
        const QString id = draft->summary.id;
        QVERIFY(counter().saveDraft(id, { { u"child"_s, QJsonObject { { u"birthDate"_s, u"2020-01-02"_s } } } }, {}).result());
        const Dossier stored = m_desk->read(id);
        const QJsonObject child =
            counter().stateOf(stored, *counter().packOf(stored.summary)).answers.value(u"child"_s).toObject();
        QCOMPARE(child.value(u"late"_s), QJsonValue(true)); // never typed: fee and checklist hang on it
        QVERIFY(!child.value(u"birthDateInWords"_s).toString().isEmpty());
    }

    void aRunOfEditsIsOneJournalRow()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QVERIFY(counter().saveDraft(id, sample::forOther(), {}).result());
        QCOMPARE(actions(m_desk->read(id)), (QList<QString> { u"dossier.created"_s, u"dossier.edited"_s }));
        counter().setActor({ u"congchuc2"_s, {}, Role::Officer });
        QVERIFY(counter().saveDraft(id, sample::forSelf(), {}).result());
        QCOMPARE(m_desk->read(id).history.last().actor, u"congchuc2"_s);
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

    // A newer version is offered, never forced; moving keeps what fits, declining keeps what is.
    void aNewerVersionIsOfferedToADraft()
    {
        const QString id = m_desk->filledDraft().summary.id;
        const QString submitted = m_desk->filledDraft().summary.id;
        const QString before = m_desk->read(id).summary.packVersion;
        QVERIFY(!counter().packStanding(id).result()->newer);
        QList<PackPtr> packs = m_desk->catalog.all();
        packs.append(version(u"2026.12.1"_s, u"2026-01-15"_s, u"2099-12-31"_s));
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, PackCatalog(packs));

        const PackStanding offered = *counter().packStanding(id).result();
        QVERIFY(offered.newer);
        QCOMPARE(offered.newer->version, u"2026.12.1"_s);
        QCOMPARE(offered.pack->version, before);
        QCOMPARE(m_desk->read(id).summary.packVersion, before);
        QCOMPARE(counter().startDraft(u"1.004873"_s).result()->summary.packVersion, u"2026.12.1"_s);

        const auto wrong = counter().moveDraft(id, u"2026.12.7"_s).result();
        QVERIFY(!wrong);
        QVERIFY(wrong.error().code == ErrorCode::PackMoveForbidden);
        QVERIFY(counter().declineMove(id, u"2026.12.1"_s).result());
        QVERIFY(!counter().packStanding(id).result()->newer);

        const QJsonObject form = m_desk->read(submitted).form;
        const Result<Dossier> moved = counter().moveDraft(submitted, u"2026.12.1"_s).result();
        QVERIFY(moved);
        QCOMPARE(moved->summary.packVersion, u"2026.12.1"_s);
        QCOMPARE(valueAt(moved->form, u"/requester/name"_s), valueAt(form, u"/requester/name"_s));
        QVERIFY(counter().packStanding(submitted).result()->left.isEmpty());
        QVERIFY(counter().submit(submitted).result());
        QVERIFY(counter().submit(id).result()); // the one that stayed may be submitted as well
        QCOMPARE(m_desk->read(id).summary.packVersion, before);
        QVERIFY(!counter().moveDraft(id, u"2026.12.1"_s).result());
    }

    void whatIsNoLongerAskedStaysInViewUntilSeen()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QJsonObject form = m_desk->read(id).form;
        setValueAt(form, u"/requester/phone"_s, u"0912345678"_s);
        QVERIFY(counter().saveDraft(id, form, {}).result());
        QByteArray source = (*PackCatalog::shipped()).newest(u"1.004873"_s)->source;
        source.replace("2026.11.1", "2026.12.1");
        for (const char *place : { "\"phone\": {", "properties/phone\"", "/requester/phone\"", ", \"phone\"]", ", \"phone\"," })
            source.replace(place, QByteArray(place).replace("phone", "telephone"));
        const Result<PackPtr> renamed = parseProcedurePack(source);
        QVERIFY2(renamed, renamed ? "" : qPrintable(renamed.error().subject + u' ' + renamed.error().detail));
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, PackCatalog({ *renamed }));
        QVERIFY(counter().moveDraft(id, u"2026.12.1"_s).result());
        m_desk.reset(); // also when the machine stops now
        m_desk = std::make_unique<Desk>(path(), m_key, false, PackCatalog({ *renamed }));
        const QList<LeftAnswer> left = counter().packStanding(id).result()->left;
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].pointer, u"/requester/phone"_s);
        QCOMPARE(left[0].value.toString(), u"0912345678"_s);
        QVERIFY(counter().leftAnswersSeen(id).result());
        QVERIFY(counter().packStanding(id).result()->left.isEmpty());
    }

    // Expired or withdrawn while a draft waits: it opens, says so, and may be submitted under its version.
    void aPackThatEndsBlocksNobody()
    {
        const QString id = m_desk->filledDraft().summary.id;
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false,
                                        PackCatalog({ version(u"2026.12.1"_s, u"2026-01-14"_s, u"2026-02-28"_s) }));
        const PackStanding ended = *counter().packStanding(id).result();
        QVERIFY(ended.doubt == PackStanding::Doubt::Expired);
        QCOMPARE(ended.day, QDate(2026, 2, 28));
        QVERIFY(!ended.newer);
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, PackCatalog(QList<PackPtr> {}));
        QVERIFY(counter().packStanding(id).result()->doubt == PackStanding::Doubt::Withdrawn);
        QVERIFY(!m_desk->read(id).form.isEmpty());
        QVERIFY(counter().submit(id).result());
    }

    // Whatever another program calls by the same version: the text under which a dossier was captured counts.
    void theKeptTextCounts()
    {
        const QString id = m_desk->filledDraft().summary.id;
        QByteArray source = (*PackCatalog::shipped()).newest(u"1.004873"_s)->source;
        source.replace("\"shortName\": \"", "\"shortName\": \"Khác ");
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, PackCatalog({ *parseProcedurePack(source) }));
        const Dossier dossier = m_desk->read(id);
        QVERIFY(!counter().packOf(dossier.summary)->shortName.startsWith(u"Khác"_s));
    }

    void aPackThatIsBeingWrittenIsNeverSent()
    {
        auto draft = std::make_shared<ProcedurePack>(*(*PackCatalog::shipped()).newest(u"1.004873"_s));
        draft->version += u"+3f2a91c0"_s;
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, PackCatalog({ draft }));
        const QString id = m_desk->filledDraft().summary.id;
        QVERIFY(counter().packStanding(id).result()->doubt == PackStanding::Doubt::Writing);
        const auto refused = counter().submit(id).result();
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::DraftPackNotSent);
        // Not on any later day either, when the same version is law.
        m_desk.reset();
        m_desk = std::make_unique<Desk>(path(), m_key, false, *PackCatalog::shipped());
        QVERIFY(!counter().submit(id).result());
        QVERIFY(m_desk->read(id).summary.status == DossierStatus::Draft);
        // Moved to the real one it is a dossier like any other.
        const PackStanding now = *counter().packStanding(id).result();
        QVERIFY(now.newer);
        QVERIFY(counter().moveDraft(id, now.newer->version).result());
        QVERIFY(counter().submit(id).result());
    }

    void aMergedCommuneIsToldAndKept()
    {
        const QByteArray file = QByteArray("{\"format\":1,\"changes\":[")
                                + "{\"from\":\"25231\",\"name\":\"Da "
                                  "Kia\",\"on\":\"2026-10-01\",\"to\":[{\"code\":\"25240\",\"name\":\"Phu Nghia\"}]},"
                                + "{\"from\":\"25243\",\"name\":\"Later\",\"on\":\"2099-01-01\",\"to\":[{\"code\":\"25240\","
                                  "\"name\":\"Phu Nghia\"}]}]}";
        QString where;
        const auto known = UnitChanges::parse(file, where);
        QVERIFY2(known, qPrintable(where));
        const auto address = [](const char *commune) {
            return QJsonObject {
                { "a"_L1, QJsonArray { QJsonObject { { "country"_L1, "VN"_L1 }, { "commune"_L1, QLatin1StringView(commune) } } } }
            };
        };
        const QDate today(2026, 11, 22);
        const auto merged = oldCommunes(address("25231"), m_desk->units, *known, today);
        QCOMPARE(merged.size(), 1);
        QCOMPARE(merged[0].now, QStringList { u"Phu Nghia"_s });
        const auto unknown = oldCommunes(address("99999"), m_desk->units, *known, today);
        QCOMPARE(unknown.size(), 1);
        QVERIFY(unknown[0].now.isEmpty());
        QVERIFY(oldCommunes(address("25243"), m_desk->units, *known, today).size() <= 1);
        QVERIFY(oldCommunes(address("25231"), m_desk->units, UnitChanges(), today).isEmpty());
        QVERIFY(!UnitChanges::parse("{\"format\":1,\"changes\":[{\"from\":\"1\"}]}", where));
        QCOMPARE(where, u"/changes/0"_s);
    }
};

QTEST_MAIN(TestCounter)
#include "tst_counter.moc"
