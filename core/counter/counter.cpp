#include "core/counter/counter.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/counter/drafts.h"
#include "core/counter/journaldesk.h"
#include "core/counter/journalled.h"
#include "core/counter/packshelf.h"
#include "core/counter/handoverdesk.h"
#include "core/counter/paperdesk.h"
#include "core/counter/paperintake.h"
#include "core/counter/payments.h"
#include "core/counter/peopledesk.h"
#include "core/counter/portaldesk.h"
#include "core/counter/slipcontent.h"
#include "core/counter/spacewatch.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/kioskprofile.h"
#include "core/paper/readerprogram.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QtConcurrent>

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Each person finds their own draft again: three people share one machine.
QString openDraftSetting(const Account &who)
{
    return u"open-draft/"_s + who.login;
}
constexpr int mostEarlier = 20;
constexpr std::chrono::minutes confirmationLasts { 2 };
constexpr qint64 oneLookSeconds = 3600; // who looks again within it is still looking

} // namespace

class Counter::Implementation
{
public:
    explicit Implementation(const Parts &given)
        : parts(given)
        , shelf(given.packs)
        , tables(given.data)
        , journalled(given.clock, given.changes)
        , drafts(parts, journalled, shelf, tables)
        , intake(parts, journalled, shelf)
    {
        submitPool.setMaxThreadCount(1);
        imagePool.setMaxThreadCount(2);
    }

    template <typename Work>
    QFuture<Result<void>> act(Deed deed, const QString &id, const QString &action, const QString &detail, Work work)
    {
        return parts.store.run([=, this, who = acting(), work = std::move(work)](Database &database) -> Result<void> {
            if (const Result<void> may = permit(database, who, deed, id); !may)
                return may;
            return journalled.commit(database, { id, action, detail, who.who.login }, [&] { return work(database); });
        });
    }

    Acting acting() const
    {
        const auto now = std::chrono::steady_clock::now();
        return { actor, confirmedAt && now - *confirmedAt < confirmationLasts };
    }

    QString onlyOf(const Acting &who) const { return reachOf(who.who, Deed::List) == Reach::Own ? who.who.login : QString(); }

    Result<void> permitted(const Acting &who, Deed deed, const QString &id)
    {
        return parts.store.run([&](Database &database) { return permit(database, who, deed, id); }).result();
    }

    // Whoever just worked on it is known already; a row for each redraw would bury the rest.
    Result<void> noteLook(Database &database, const Dossier &dossier, const QString &who)
    {
        const QDateTime now = parts.clock.now();
        if (!dossier.history.isEmpty()) {
            const HistoryEntry &last = dossier.history.last();
            if (last.actor == who && last.at.secsTo(now) < oneLookSeconds)
                return {};
        }
        return database.write([&]() -> Result<void> {
            const auto row = JournalRepository(database).append(now, who, u"dossier.viewed"_s, dossier.summary.id);
            return row ? Result<void>() : passOn(row);
        });
    }

    Result<Dossier> read(Database &database, const QString &idOrLocalCode)
    {
        Result<Dossier> dossier = DossierRepository(database).find(idOrLocalCode);
        if (!dossier)
            return dossier;
        const Result<PackPtr> pack = shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        return pack ? dossier : passOn(pack);
    }

    Result<SlipContent> slipOf(Database &database, const QString &id, Role role)
    {
        const Result<Dossier> dossier = DossierRepository(database).find(id);
        if (!dossier)
            return passOn(dossier);
        if (!dossier->summary.submittedAt.isValid())
            return fail(ErrorCode::SlipBeforeSubmission, id);
        const Result<PackPtr> pack = shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        if (!pack)
            return passOn(pack);
        const auto head = JournalRepository(database).head();
        if (!head)
            return passOn(head);
        const Result<BankAccount> account = readPaymentAccount(database);
        if (!account)
            return passOn(account);
        const QDate day = toLegalTime(dossier->summary.submittedAt).date();
        const QJsonObject answers = motcua::stateOf(*dossier, **pack, day).answers;
        const FeeSheet fee = drafts.feeOf(**pack, answers, day);
        SlipContent content = slipContent(*dossier, **pack, answers, parts.units, parts.profile.communeCode, role,
                                          *head ? (*head)->hash : QByteArray(), fee, *account);
        content.contact = contactOf(parts.profile);
        return content;
    }

    Result<std::optional<EarlierPerson>> earlierPerson(Database &database, const PersonQuestion &question, const Account &who)
    {
        if (question.isEmpty() || seesNoPersonalData(who))
            return std::optional<EarlierPerson>();
        const QString text = question.personalId.isEmpty() ? question.birthDate : question.personalId;
        const QString onlyOf = reachOf(who, Deed::Read) == Reach::Own ? who.login : QString();
        const auto forms = DossierRepository(database).formsHolding(text, onlyOf, mostEarlier);
        if (!forms)
            return passOn(forms);
        for (const FoundForm &found : *forms) {
            const DossierSummary &summary = found.summary;
            const Result<PackPtr> pack = shelf.fetch(database, summary.procedureCode, summary.packVersion);
            const auto person =
                pack && summary.id != question.exceptDossier ? personIn(**pack, found.form, question) : std::nullopt;
            if (!person)
                continue;
            const Result<void> noted = journalled.note(database, { summary.id, u"person.viewed"_s, {}, who.login });
            if (!noted)
                return passOn(noted);
            return std::optional(
                EarlierPerson { summary.id, summary.localCode, summary.procedureName, summary.updatedAt, *person });
        }
        return std::optional<EarlierPerson>();
    }

    Parts parts;
    PackShelf shelf;
    LawTablesInForce tables;
    Journalled journalled;
    Drafts drafts;
    PaperIntake intake;
    Account actor;
    std::optional<std::chrono::steady_clock::time_point> confirmedAt;
    std::unique_ptr<HandOverDesk> handOver;
    std::unique_ptr<JournalDesk> journal;
    std::unique_ptr<PaperDesk> papers;
    std::unique_ptr<PeopleDesk> people;
    std::unique_ptr<PortalDesk> portal;
    QThreadPool submitPool; // of its own: a submission never waits for somebody's pictures
    QThreadPool imagePool;  // decoding and drawing; waits for the store thread, never the other way round
};

Counter::Counter(const Parts &parts)
    : m(std::make_unique<Implementation>(parts))
{
    m->handOver = std::make_unique<HandOverDesk>(*this, parts);
    m->papers = std::make_unique<PaperDesk>(*this, parts);
    m->people = std::make_unique<PeopleDesk>(*this, parts);
    m->journal = std::make_unique<JournalDesk>(*this, parts);
    m->portal = std::make_unique<PortalDesk>(*this, parts);
}

Counter::~Counter()
{
    m->journal.reset();
    m->papers.reset();
    m->portal.reset();
    m->submitPool.waitForDone();
    m->imagePool.waitForDone();
    // What was posted to the store thread still uses this object.
    m->parts.store.run([](Database &) -> Result<void> { return {}; }).waitForFinished();
}

void Counter::setActor(const Account &account)
{
    m->actor = account;
    m->confirmedAt.reset();
}

void Counter::confirm()
{
    m->confirmedAt = std::chrono::steady_clock::now();
}

void Counter::forgetConfirmation()
{
    m->confirmedAt.reset();
}

Acting Counter::acting() const
{
    return m->acting();
}

const Account &Counter::actor() const
{
    return m->actor;
}

Result<void> Counter::mayBegin() const
{
    return m->parts.space ? m->parts.space->mayBegin() : Result<void>();
}

const SpaceWatch *Counter::space() const
{
    return m->parts.space;
}

QFuture<Result<Dossier>> Counter::startDraft(const QString &procedureCode)
{
    return m->parts.store.run([this, procedureCode, who = acting()](Database &database) -> Result<Dossier> {
        if (const Result<void> may = permit(who, Deed::Begin); !may)
            return passOn(may);
        if (const Result<void> room = mayBegin(); !room)
            return passOn(room);
        const Result<PackPtr> pack = procedure(procedureCode);
        return pack ? m->drafts.create(database, *pack, who.who.login) : passOn(pack);
    });
}

QFuture<Result<void>> Counter::saveDraft(const QString &id, const QJsonObject &form, const QString &focus)
{
    return m->parts.store.run([=, this, who = acting()](Database &database) -> Result<void> {
        const Result<void> may = permit(database, who, Deed::Edit, id);
        return may ? m->drafts.save(database, id, form, focus, who.who.login) : may;
    });
}

QFuture<Result<DossierSummary>> Counter::submit(const QString &id)
{
    return QtConcurrent::run(&m->submitPool, [this, id, who = acting()]() -> Result<DossierSummary> {
        const Result<QList<SmallPicture>> pictures = m->intake.smallPictures(id);
        if (!pictures)
            return passOn(pictures);
        const auto submit = [&](Database &database) -> Result<DossierSummary> {
            const Result<void> may = permit(database, who, Deed::Submit, id);
            return may ? m->drafts.submit(database, id, *pictures, who.who) : passOn(may);
        };
        return m->parts.store.run(submit).result();
    });
}

QFuture<Result<void>> Counter::withdraw(const QString &id)
{
    return m->act(Deed::Withdraw, id, u"dossier.withdrawn"_s, {}, [this, id](Database &database) {
        return DossierRepository(database).setStatus(id, DossierStatus::Withdrawn, m->parts.clock.now());
    });
}

QFuture<Result<Attachment>> Counter::addPaper(const QString &id, const QString &component, const QByteArray &content,
                                              const QString &claimedSuffix)
{
    return QtConcurrent::run(&m->imagePool, [=, this, who = acting()]() -> Result<Attachment> {
        if (const Result<void> may = m->permitted(who, Deed::Edit, id); !may)
            return passOn(may);
        const Result<void> room = mayBegin();
        return room ? m->intake.add(id, component, content, claimedSuffix, who.who.login) : passOn(room);
    });
}

QFuture<Result<Attachment>> Counter::rotatePaper(const QString &id, const QString &attachmentId, int degrees)
{
    return QtConcurrent::run(&m->imagePool, [=, this, who = acting()]() -> Result<Attachment> {
        const Result<void> may = m->permitted(who, Deed::Edit, id);
        return may ? m->intake.turn(id, attachmentId, degrees, who.who.login) : passOn(may);
    });
}

QFuture<Result<void>> Counter::setOriginalReturned(const QString &id, const QString &attachmentId, bool returned)
{
    const QString action = returned ? u"paper.original_returned"_s : u"paper.original_kept"_s;
    return m->act(Deed::Edit, id, action, {}, [=](Database &database) -> Result<void> {
        DossierRepository dossiers(database);
        const Result<Attachment> attachment = dossiers.findAttachment(id, attachmentId);
        return attachment ? dossiers.setOriginalReturned(attachmentId, returned) : passOn(attachment);
    });
}

QFuture<Result<void>> Counter::removePaper(const QString &id, const QString &attachmentId)
{
    return m->act(Deed::Edit, id, u"paper.removed"_s, {}, [=](Database &database) -> Result<void> {
        DossierRepository dossiers(database);
        const Result<Attachment> attachment = dossiers.findAttachment(id, attachmentId);
        return attachment ? dossiers.removeAttachment(attachmentId) : passOn(attachment);
    });
}

QFuture<Result<QImage>> Counter::paperPreview(const Attachment &attachment, int page, const QSize &bounds)
{
    return QtConcurrent::run(&m->imagePool, [=, this, who = acting()]() -> Result<QImage> {
        const Result<void> may =
            m->parts.store.run([&](Database &database) { return permitPaper(database, who, Deed::Read, attachment.id); })
                .result();
        if (!may)
            return passOn(may);
        const Result<QByteArray> content = m->intake.contentOf(attachment.id);
        return content ? m->parts.reader.render(*content, attachment.mediaType, page, bounds).result() : passOn(content);
    });
}

QFuture<Result<Dossier>> Counter::dossier(const QString &idOrLocalCode)
{
    return m->parts.store.run([this, idOrLocalCode, who = acting()](Database &database) -> Result<Dossier> {
        if (const Result<void> may = permit(database, who, Deed::Read, idOrLocalCode); !may)
            return passOn(may);
        Result<Dossier> dossier = m->read(database, idOrLocalCode);
        // A full disk keeps nobody from reading; that the look is not in the log is said in the other one.
        if (const auto noted = dossier ? m->noteLook(database, *dossier, who.who.login) : Result<void>(); !noted)
            qCWarning(logApp).noquote() << "journal:" << forLog(noted.error());
        return dossier;
    });
}

QFuture<Result<Dossier>> Counter::outline(const QString &idOrLocalCode)
{
    return m->parts.store.run([this, idOrLocalCode, who = acting()](Database &database) -> Result<Dossier> {
        if (const Result<void> may = permit(database, who, Deed::List, idOrLocalCode); !may)
            return passOn(may);
        const Result<Dossier> dossier = m->read(database, idOrLocalCode);
        return dossier ? Result<Dossier>(withoutPersonalData(*dossier)) : dossier;
    });
}

QFuture<Result<QList<DossierSummary>>> Counter::list(const DossierQuery &query)
{
    return m->parts.store.run([=, this, who = acting()](Database &database) -> Result<QList<DossierSummary>> {
        DossierQuery asked = query;
        asked.onlyOf = m->onlyOf(who);
        asked.codesOnly = seesNoPersonalData(who.who);
        Result<QList<DossierSummary>> found = DossierRepository(database).list(asked, m->parts.clock.now());
        if (found && asked.codesOnly) {
            for (DossierSummary &one : *found)
                one = withoutPersonalData(one);
        }
        return found;
    });
}

QFuture<Result<DossierCounts>> Counter::counts()
{
    return m->parts.store.run([this, only = m->onlyOf(acting())](Database &database) {
        return DossierRepository(database).counts(m->parts.clock.now(), only);
    });
}

QFuture<Result<QByteArray>> Counter::slip(const QString &id)
{
    return QtConcurrent::run(&m->imagePool, [=, this, who = acting()]() -> Result<QByteArray> {
        const Result<SlipContent> content = m->parts.store
                                                .run([&](Database &database) -> Result<SlipContent> {
                                                    const Result<void> may = permit(database, who, Deed::Print, id);
                                                    return may ? m->slipOf(database, id, who.who.role) : passOn(may);
                                                })
                                                .result();
        return content ? renderSlip(*content) : passOn(content);
    });
}

QFuture<Result<void>> Counter::declarePayment(const QString &id)
{
    return m->act(Deed::Note, id, u"payment.declared"_s, {},
                  [this, id](Database &database) { return noteDeclaration(database, id, true, m->parts.clock.now()); });
}

QFuture<Result<void>> Counter::retractPayment(const QString &id)
{
    return m->act(Deed::Note, id, u"payment.retracted"_s, {},
                  [this, id](Database &database) { return noteDeclaration(database, id, false, m->parts.clock.now()); });
}

QFuture<Result<BankAccount>> Counter::paymentAccount()
{
    return m->parts.store.run([](Database &database) { return readPaymentAccount(database); });
}

QFuture<Result<void>> Counter::setPaymentAccount(const BankAccount &account)
{
    return m->parts.store.run([=, this, who = acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(who, Deed::FeeAccount); !may)
            return may;
        return m->journalled.commit(database,
                                    { m->parts.profile.kioskId, u"payment.account"_s, journalDetail(account), who.who.login },
                                    [&] { return writePaymentAccount(database, account); });
    });
}

FeeSheet Counter::feeSheet(const ProcedurePack &pack, const QJsonObject &answers, QDate day) const
{
    return m->drafts.feeOf(pack, answers, day);
}

Result<DeadlineEstimate> Counter::estimate(const ProcedurePack &pack, const QJsonObject &answers) const
{
    const std::shared_ptr<const LawTables> tables = m->tables.now();
    if (!tables->calendar)
        return passOn(tables->calendar);
    return estimateDeadline(deadlineOf(pack, answers), m->parts.clock.now(), *tables->calendar);
}

std::shared_ptr<const LawTables> Counter::tables() const
{
    return m->tables.now();
}

FormState Counter::stateOf(const Dossier &dossier, const ProcedurePack &pack) const
{
    return motcua::stateOf(dossier, pack, toLegalTime(m->parts.clock.now()).date());
}

QFuture<Result<std::optional<EarlierPerson>>> Counter::earlierPerson(const PersonQuestion &question)
{
    return m->parts.store.run(
        [this, question, who = m->actor](Database &database) { return m->earlierPerson(database, question, who); });
}

QFuture<Result<PackStanding>> Counter::packStanding(const QString &id)
{
    return m->parts.store.run([this, id, who = acting()](Database &database) -> Result<PackStanding> {
        const Result<void> may = permit(database, who, Deed::Read, id);
        return may ? m->drafts.standing(database, id) : passOn(may);
    });
}

QFuture<Result<Dossier>> Counter::moveDraft(const QString &id, const QString &version)
{
    return m->parts.store.run([=, this, who = acting()](Database &database) -> Result<Dossier> {
        const Result<void> may = permit(database, who, Deed::Edit, id);
        return may ? m->drafts.move(database, id, version, who.who.login) : passOn(may);
    });
}

QFuture<Result<void>> Counter::declineMove(const QString &id, const QString &version)
{
    return m->act(Deed::Edit, id, u"dossier.move_declined"_s, version,
                  [=](Database &database) { return keepDeclined(database, id, version); });
}

QFuture<Result<void>> Counter::leftAnswersSeen(const QString &id)
{
    return m->act(Deed::Edit, id, u"dossier.left_seen"_s, {},
                  [=](Database &database) { return keepLeftAnswers(database, id, {}); });
}

HandOverDesk &Counter::handOver() const
{
    return *m->handOver;
}

PaperDesk &Counter::papers() const
{
    return *m->papers;
}

JournalDesk &Counter::journal() const
{
    return *m->journal;
}

PeopleDesk &Counter::people() const
{
    return *m->people;
}

PortalDesk &Counter::portal() const
{
    return *m->portal;
}

QFuture<Result<void>> Counter::rememberOpenDraft(const QString &id)
{
    return m->parts.store.run([id, setting = openDraftSetting(actor())](Database &database) {
        return database.write([&] { return SettingsRepository(database).setValue(setting, id); });
    });
}

QFuture<Result<QString>> Counter::openDraft()
{
    return m->parts.store.run(
        [setting = openDraftSetting(actor())](Database &database) { return SettingsRepository(database).value(setting); });
}

const PackCatalog &Counter::packs() const
{
    return m->parts.packs;
}

Result<PackPtr> Counter::procedure(const QString &code) const
{
    const auto offer = m->parts.packs.onDay(code, toLegalTime(m->parts.clock.now()).date());
    if (!offer)
        return fail(ErrorCode::ProcedureUnknown, code);
    return offer->pack;
}

PackPtr Counter::packOf(const DossierSummary &dossier) const
{
    return m->shelf.find(dossier.procedureCode, dossier.packVersion);
}

} // namespace motcua
