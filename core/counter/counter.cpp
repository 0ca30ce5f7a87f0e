#include "core/counter/counter.h"

#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/base/ids.h"
#include "core/counter/packshelf.h"
#include "core/counter/payments.h"
#include "core/counter/paperdesk.h"
#include "core/counter/slipcontent.h"
#include "core/dossier/localcode.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/identity/unitchanges.h"
#include "core/procedure/branches.h"
#include "core/procedure/derive.h"
#include "core/procedure/people.h"
#include "core/store/paymentrepository.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QMutex>
#include <QJsonDocument>
#include <QtConcurrent>

#include <algorithm>

#include <list>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString openDraftSetting = u"open-draft"_s;
const QString edited = u"dossier.edited"_s;

// "000.00.00.G15-KQ003453" -> "KQ003453": the part people use, safe as a file name.
QString shortComponentCode(const QString &code)
{
    QString part = code.section(u'-', -1);
    part.removeIf([](QChar c) { return !(c.unicode() < 128 && c.isLetterOrNumber()); });
    return part.isEmpty() ? u"paper"_s : part;
}

QString nextFileName(const QList<Attachment> &attachments, const QString &component, const QString &suffix)
{
    const QString stem = shortComponentCode(component);
    for (int number = 1;; ++number) {
        const QString numbered = u"%1-%2."_s.arg(stem).arg(number);
        const auto taken = [&](const Attachment &attachment) { return attachment.name.startsWith(numbered); };
        if (std::none_of(attachments.cbegin(), attachments.cend(), taken))
            return numbered + suffix;
    }
}

// Frozen with the submission: a newer pack may say it differently.
QList<DossierBranch> branchesToFreeze(const ProcedurePack &pack, const QJsonObject &answers)
{
    QList<DossierBranch> frozen;
    for (const Branch &branch : activeBranches(pack, answers)) {
        DossierBranch one;
        one.id = branch.id;
        one.procedureCode = branch.procedure;
        one.title = branch.title;
        one.agency = branch.agency;
        one.deadlineText = branch.deadlineText;
        one.resultText = branch.resultText;
        one.components = branch.components;
        frozen.append(one);
    }
    return frozen;
}

} // namespace

QHash<QString, int> papersPerComponent(const QList<Attachment> &attachments)
{
    QHash<QString, int> papers;
    for (const Attachment &attachment : attachments)
        ++papers[attachment.component];
    return papers;
}

class Counter::Implementation
{
public:
    explicit Implementation(const Parts &given)
        : parts(given)
        , shelf(given.packs)
    {
        imagePool.setMaxThreadCount(2);
    }

    // One durable act: `work` and its journal row are committed together; screens hear of it after the commit.
    template <typename Work>
    QFuture<Result<void>> act(const QString &id, const QString &action, const QString &detail, Work work)
    {
        return parts.store.run([this, id, action, detail, work = std::move(work), who = actor.login](Database &database) {
            return commit(database, id, action, detail, who, [&] { return work(database); });
        });
    }

    template <typename Work>
    Result<void> commit(Database &database, const QString &id, const QString &action, const QString &detail, const QString &who,
                        Work work)
    {
        const Result<void> done = database.write([&]() -> Result<void> {
            if (const Result<void> worked = work(); !worked)
                return worked;
            const auto entry = JournalRepository(database).append(parts.clock.now(), who, action, id, detail);
            return entry ? Result<void>() : passOn(entry);
        });
        if (done)
            Q_EMIT parts.changes.committed(id);
        return done;
    }

    Result<Dossier> createDraft(Database &database, const PackPtr &pack, const QString &who)
    {
        const QDateTime now = parts.clock.now();
        const QDate today = toLegalTime(now).date();
        Dossier dossier;
        dossier.form = initialData(*pack);
        DossierSummary &summary = dossier.summary;
        summary.id = newUuid7(parts.clock);
        summary.procedureCode = pack->code;
        summary.procedureName = pack->name;
        summary.packVersion = pack->version;
        summary.createdBy = who;
        summary.createdAt = now;
        summary.updatedAt = now;
        const Result<void> done = commit(database, summary.id, u"dossier.created"_s, pack->code, who, [&]() -> Result<void> {
            DossierRepository dossiers(database);
            const Result<int> serial = dossiers.nextSerial(today);
            if (!serial)
                return passOn(serial);
            summary.localCode = makeLocalCode(parts.profile.communeCode, parts.profile.machine, today, *serial);
            if (const auto kept = PackRepository(database).keep(pack->code, pack->version, pack->source); !kept)
                return kept;
            return dossiers.insert(dossier);
        });
        if (!done)
            return passOn(done);
        return DossierRepository(database).find(summary.id);
    }

    Result<DossierSummary> submit(Database &database, const QString &id, const QString &who)
    {
        const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
        if (!dossier)
            return passOn(dossier);
        const Result<PackPtr> pack = shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        if (!pack)
            return passOn(pack);
        if (isDraftVersion(dossier->summary.packVersion))
            return fail(ErrorCode::DraftPackNotSent, dossier->summary.procedureCode, dossier->summary.packVersion);
        const QDate today = toLegalTime(parts.clock.now()).date();
        const FormState state =
            evaluateForm(**pack, derive(**pack, dossier->form, today), papersPerComponent(dossier->attachments), today);
        const auto blocking =
            std::find_if(state.findings.cbegin(), state.findings.cend(), [](const Finding &finding) { return finding.blocks(); });
        if (blocking != state.findings.cend())
            return fail(ErrorCode::DossierIncomplete, blocking->pointer.isEmpty() ? blocking->component : blocking->pointer,
                        blocking->keyword);

        const QByteArray form = QJsonDocument(state.answers).toJson(QJsonDocument::Compact);
        const qint64 fee = feeOf(**pack, state.answers, {}).total.value_or(0);
        const Result<void> done = commit(database, dossier->summary.id, u"dossier.submitted"_s, {}, who, [&]() -> Result<void> {
            if (const auto queued = DossierRepository(database).enqueue(dossier->summary.id, form, parts.clock.now(),
                                                                        branchesToFreeze(**pack, state.answers));
                !queued)
                return queued;
            return PaymentRepository(database).freeze(dossier->summary.id, fee);
        });
        if (!done)
            return passOn(done);
        Q_EMIT parts.changes.enqueued(dossier->summary.id);
        const Result<Dossier> submitted = DossierRepository(database).find(dossier->summary.id);
        return submitted ? Result<DossierSummary>(submitted->summary) : passOn(submitted);
    }

    Result<PackStanding> standing(Database &database, const QString &id)
    {
        const Result<Dossier> dossier = DossierRepository(database).find(id);
        if (!dossier)
            return passOn(dossier);
        const Result<PackPtr> pack = shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        if (!pack)
            return passOn(pack);
        const QDate today = toLegalTime(parts.clock.now()).date();
        Result<PackStanding> standing = motcua::packStanding(database, dossier->summary, *pack, parts.packs, today);
        QString where;
        const auto known = UnitChanges::parse(parts.data ? parts.data->file(u"data/unit-changes.json"_s) : QByteArray(), where);
        if (standing)
            standing->communes = oldCommunes(dossier->form, parts.units, known.value_or(UnitChanges()), today);
        return standing;
    }

    Result<Dossier> move(Database &database, const QString &id, const QString &version, const QString &who)
    {
        const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
        if (!dossier)
            return dossier;
        const DossierSummary &summary = dossier->summary;
        const Result<PackStanding> now = standing(database, id);
        if (!now)
            return passOn(now);
        const PackPtr to = isDraftVersion(version)
                               ? parts.packs.find(summary.procedureCode, version)
                               : parts.packs.inForce(summary.procedureCode, toLegalTime(parts.clock.now()).date());
        if (!to || to->version != version || version == summary.packVersion || summary.status != DossierStatus::Draft)
            return fail(ErrorCode::PackMoveForbidden, id, u"%1 -> %2"_s.arg(summary.packVersion, version));
        const MovedAnswers moved = moveAnswers(*now->pack, *to, dossier->form);
        const QList<LeftAnswer> left = now->left + moved.left + leftPapers(dossier->attachments, *now->pack, *to);
        const QString name = applicantName(*to, evaluateForm(*to, moved.data).answers);
        const QString detail = u"%1 -> %2"_s.arg(summary.packVersion, version);
        const Result<void> done = commit(database, summary.id, u"dossier.moved"_s, detail, who, [&]() -> Result<void> {
            DossierRepository dossiers(database);
            if (const auto kept = PackRepository(database).keep(to->code, to->version, to->source); !kept)
                return kept;
            if (const auto set = dossiers.moveToPack(summary.id, to->version, to->name); !set)
                return set;
            if (const auto noted = keepLeftAnswers(database, summary.id, left); !noted)
                return noted;
            return dossiers.saveForm(summary.id, moved.data, dossier->focus, name, parts.clock.now());
        });
        return done ? DossierRepository(database).find(summary.id) : passOn(done);
    }

    Result<void> saveForm(Database &database, const QString &id, const QJsonObject &form, const QString &focus,
                          const QString &who)
    {
        const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
        if (!dossier)
            return passOn(dossier);
        const Result<PackPtr> pack = shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        if (!pack)
            return passOn(pack);
        const QString name = applicantName(**pack, evaluateForm(**pack, form).answers);
        const auto work = [&] { return DossierRepository(database).saveForm(id, form, focus, name, parts.clock.now()); };
        // One row for a run of edits by one person: a row for every pause in typing would bury the rest of the journal.
        const HistoryEntry last = dossier->history.isEmpty() ? HistoryEntry() : dossier->history.last();
        if (last.action != edited || last.actor != who)
            return commit(database, id, edited, {}, who, work);
        const Result<void> saved = database.write(work);
        if (saved)
            Q_EMIT parts.changes.committed(id);
        return saved;
    }

    Result<Attachment> insertPaper(Database &database, const QString &id, const QString &component, const PaperFile &paper,
                                   const QString &who)
    {
        const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
        if (!dossier)
            return passOn(dossier);
        const Result<PackPtr> pack = shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        if (!pack)
            return passOn(pack);
        const Result<Component> known = requireComponent(**pack, component);
        if (!known)
            return passOn(known);

        Attachment attachment;
        attachment.id = newUuid7(parts.clock);
        attachment.component = component;
        attachment.name = nextFileName(dossier->attachments, component, suffixFor(paper.mediaType));
        attachment.mediaType = paper.mediaType;
        attachment.size = paper.content.size();
        attachment.sha256 = sha256Hex(paper.content);
        attachment.pages = paper.pages;
        attachment.originalReturned = known->handling != Component::Handling::Submit;
        attachment.addedAt = parts.clock.now();
        const Result<void> done = commit(database, id, u"paper.added"_s, attachment.name, who, [&] {
            return DossierRepository(database).insertAttachment(id, attachment, paper.content);
        });
        return done ? Result<Attachment>(attachment) : passOn(done);
    }

    Result<Attachment> turnPaper(const QString &id, const QString &attachmentId, int degrees, const QString &who)
    {
        Result<Attachment> attachment =
            parts.store.run([=](Database &database) { return DossierRepository(database).findAttachment(id, attachmentId); })
                .result();
        if (!attachment)
            return attachment;
        const Result<QByteArray> content = contentOf(attachmentId);
        if (!content)
            return passOn(content);
        const Result<PaperFile> turned = motcua::rotatePaper({ *content, attachment->mediaType, attachment->pages }, degrees);
        if (!turned)
            return passOn(turned);
        // Packed anew, it may have grown past the limit.
        if (const Result<PaperFile> checked = inspectPaper(turned->content, suffixFor(turned->mediaType), limits()); !checked)
            return passOn(checked);
        const Result<void> done = parts.store
                                      .run([&](Database &database) {
                                          return commit(database, id, u"paper.turned"_s, attachment->name, who, [&] {
                                              return DossierRepository(database).replaceAttachment(*attachment, turned->content);
                                          });
                                      })
                                      .result();
        if (!done)
            return passOn(done);
        attachment->mediaType = turned->mediaType;
        attachment->size = turned->content.size();
        attachment->sha256 = sha256Hex(turned->content);
        return attachment;
    }

    // The files in force, read when somebody first asks and again after an installation: before the first paint nobody needs them.
    const LawTables &tables() const
    {
        if (!parts.data)
            return parts.tables;
        const QByteArray calendar = parts.data->file(u"data/calendar.json"_s);
        const QByteArray fees = parts.data->file(u"data/province-fees.json"_s);
        const QMutexLocker locker(&tablesMutex);
        const bool known = !tablesRead.empty() && tablesRead.back().calendar == calendar && tablesRead.back().fees == fees;
        if (!known)
            tablesRead.push_back({ calendar, fees, LawTables::parse(calendar, fees) });
        return tablesRead.back().tables; // earlier ones stay for those who still hold them
    }

    FeeSheet feeOf(const ProcedurePack &pack, const QJsonObject &answers, QDate day) const
    {
        const AdministrativeUnit *commune = parts.units.find(parts.profile.communeCode);
        const Result<ProvinceFees> &provinces = tables().fees;
        return motcua::feeSheet(pack, answers, provinces ? *provinces : ProvinceFees(), commune ? commune->parent : QString(),
                                day.isValid() ? day : toLegalTime(parts.clock.now()).date());
    }

    PaperLimits limits() const
    {
        PaperLimits limits;
        limits.maxBytes = parts.profile.maxPaperBytes;
        return limits;
    }

    Result<QByteArray> contentOf(const QString &attachmentId)
    {
        return parts.store
            .run([attachmentId](Database &database) { return DossierRepository(database).attachmentContent(attachmentId); })
            .result();
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
        const FeeSheet fee =
            feeOf(**pack, evaluateForm(**pack, dossier->form).answers, toLegalTime(dossier->summary.submittedAt).date());
        return slipContent(*dossier, **pack, parts.units, parts.profile.communeCode, role, *head ? (*head)->hash : QByteArray(),
                           fee, *account);
    }

    Result<std::optional<EarlierPerson>> earlierPerson(Database &database, const PersonQuestion &question, const Account &who)
    {
        if (question.isEmpty() || who.role == Role::ItStaff)
            return std::optional<EarlierPerson>();
        const QString text = question.personalId.isEmpty() ? question.birthDate : question.personalId;
        const QString onlyOf = who.role == Role::TeamMember ? who.login : QString();
        const auto forms = DossierRepository(database).formsHolding(u'"' + text + u'"', onlyOf, mostEarlier);
        if (!forms)
            return passOn(forms);
        for (const FoundForm &found : *forms) {
            const DossierSummary &summary = found.summary;
            const Result<PackPtr> pack = shelf.fetch(database, summary.procedureCode, summary.packVersion);
            const auto person =
                pack && summary.id != question.exceptDossier ? personIn(**pack, found.form, question) : std::nullopt;
            if (!person)
                continue;
            const Result<void> noted =
                commit(database, summary.id, u"person.viewed"_s, {}, who.login, []() -> Result<void> { return {}; });
            if (!noted)
                return passOn(noted);
            return std::optional(
                EarlierPerson { summary.id, summary.localCode, summary.procedureName, summary.updatedAt, *person });
        }
        return std::optional<EarlierPerson>();
    }

    static constexpr int mostEarlier = 20;
    Parts parts;
    PackShelf shelf;
    Account actor;
    std::unique_ptr<PaperDesk> papers;
    struct TablesRead
    {
        QByteArray calendar;
        QByteArray fees;
        LawTables tables;
    };
    mutable QMutex tablesMutex; // the store thread asks for fees too
    mutable std::list<TablesRead> tablesRead;
    QThreadPool imagePool; // decoding and drawing; waits for the store thread, never the other way round
};

Counter::Counter(const Parts &parts)
    : m(std::make_unique<Implementation>(parts))
{
    m->papers = std::make_unique<PaperDesk>(*this, parts);
}

Counter::~Counter()
{
    m->papers.reset();
    m->imagePool.waitForDone();
    // What was posted to the store thread still uses this object.
    m->parts.store.run([](Database &) -> Result<void> { return {}; }).waitForFinished();
}

void Counter::setActor(const Account &account)
{
    m->actor = account;
}

const Account &Counter::actor() const
{
    return m->actor;
}

QFuture<Result<Dossier>> Counter::startDraft(const QString &procedureCode)
{
    return m->parts.store.run([this, procedureCode, who = m->actor.login](Database &database) -> Result<Dossier> {
        const Result<PackPtr> pack = procedure(procedureCode);
        return pack ? m->createDraft(database, *pack, who) : passOn(pack);
    });
}

QFuture<Result<void>> Counter::saveDraft(const QString &id, const QJsonObject &form, const QString &focus)
{
    return m->parts.store.run(
        [=, this, who = m->actor.login](Database &database) { return m->saveForm(database, id, form, focus, who); });
}

QFuture<Result<DossierSummary>> Counter::submit(const QString &id)
{
    return m->parts.store.run([this, id, who = m->actor.login](Database &database) { return m->submit(database, id, who); });
}

QFuture<Result<void>> Counter::withdraw(const QString &id)
{
    return m->act(id, u"dossier.withdrawn"_s, {}, [this, id](Database &database) {
        return DossierRepository(database).setStatus(id, DossierStatus::Withdrawn, m->parts.clock.now());
    });
}

QFuture<Result<Attachment>> Counter::addPaper(const QString &id, const QString &component, const QByteArray &content,
                                              const QString &claimedSuffix)
{
    return QtConcurrent::run(&m->imagePool, [=, this, who = m->actor.login]() -> Result<Attachment> {
        const Result<PaperFile> paper = inspectPaper(content, claimedSuffix, m->limits());
        if (!paper)
            return passOn(paper);
        return m->parts.store.run([&](Database &database) { return m->insertPaper(database, id, component, *paper, who); })
            .result();
    });
}

QFuture<Result<Attachment>> Counter::rotatePaper(const QString &id, const QString &attachmentId, int degrees)
{
    return QtConcurrent::run(&m->imagePool,
                             [=, this, who = m->actor.login] { return m->turnPaper(id, attachmentId, degrees, who); });
}

QFuture<Result<void>> Counter::setOriginalReturned(const QString &id, const QString &attachmentId, bool returned)
{
    const QString action = returned ? u"paper.original_returned"_s : u"paper.original_kept"_s;
    return m->act(id, action, {}, [=](Database &database) -> Result<void> {
        DossierRepository dossiers(database);
        const Result<Attachment> attachment = dossiers.findAttachment(id, attachmentId);
        return attachment ? dossiers.setOriginalReturned(attachmentId, returned) : passOn(attachment);
    });
}

QFuture<Result<void>> Counter::removePaper(const QString &id, const QString &attachmentId)
{
    return m->act(id, u"paper.removed"_s, {}, [=](Database &database) -> Result<void> {
        DossierRepository dossiers(database);
        const Result<Attachment> attachment = dossiers.findAttachment(id, attachmentId);
        return attachment ? dossiers.removeAttachment(attachmentId) : passOn(attachment);
    });
}

QFuture<Result<QImage>> Counter::paperPreview(const Attachment &attachment, int page, const QSize &bounds)
{
    return QtConcurrent::run(&m->imagePool, [=, this]() -> Result<QImage> {
        const Result<QByteArray> content = m->contentOf(attachment.id);
        return content ? renderPaper(*content, attachment.mediaType, page, bounds) : passOn(content);
    });
}

QFuture<Result<Dossier>> Counter::dossier(const QString &idOrLocalCode)
{
    return m->parts.store.run([this, idOrLocalCode](Database &database) -> Result<Dossier> {
        Result<Dossier> dossier = DossierRepository(database).find(idOrLocalCode);
        if (!dossier)
            return dossier;
        const Result<PackPtr> pack = m->shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
        return pack ? dossier : passOn(pack);
    });
}

QFuture<Result<QList<DossierSummary>>> Counter::list(const DossierQuery &query)
{
    return m->parts.store.run(
        [this, query](Database &database) { return DossierRepository(database).list(query, m->parts.clock.now()); });
}

QFuture<Result<DossierCounts>> Counter::counts()
{
    return m->parts.store.run([this](Database &database) { return DossierRepository(database).counts(m->parts.clock.now()); });
}

QFuture<Result<QByteArray>> Counter::slip(const QString &id)
{
    return QtConcurrent::run(&m->imagePool, [=, this, role = m->actor.role]() -> Result<QByteArray> {
        const Result<SlipContent> content =
            m->parts.store.run([&](Database &database) { return m->slipOf(database, id, role); }).result();
        return content ? renderSlip(*content) : passOn(content);
    });
}

QFuture<Result<void>> Counter::declarePayment(const QString &id)
{
    return m->act(id, u"payment.declared"_s, {},
                  [this, id](Database &database) { return noteDeclaration(database, id, true, m->parts.clock.now()); });
}

QFuture<Result<void>> Counter::retractPayment(const QString &id)
{
    return m->act(id, u"payment.retracted"_s, {},
                  [this, id](Database &database) { return noteDeclaration(database, id, false, m->parts.clock.now()); });
}

QFuture<Result<BankAccount>> Counter::paymentAccount()
{
    return m->parts.store.run([](Database &database) { return readPaymentAccount(database); });
}

QFuture<Result<void>> Counter::setPaymentAccount(const BankAccount &account)
{
    return m->act(m->parts.profile.kioskId, u"payment.account"_s, journalDetail(account),
                  [account](Database &database) { return writePaymentAccount(database, account); });
}

FeeSheet Counter::feeSheet(const ProcedurePack &pack, const QJsonObject &answers, QDate day) const
{
    return m->feeOf(pack, answers, day);
}

Result<DeadlineEstimate> Counter::estimate(const ProcedurePack &pack, const QJsonObject &answers) const
{
    const Result<WorkCalendar> &calendar = m->tables().calendar;
    if (!calendar)
        return passOn(calendar);
    return estimateDeadline(deadlineOf(pack, answers), m->parts.clock.now(), *calendar);
}

const LawTables &Counter::tables() const
{
    return m->tables();
}

QFuture<Result<std::optional<EarlierPerson>>> Counter::earlierPerson(const PersonQuestion &question)
{
    return m->parts.store.run(
        [this, question, who = m->actor](Database &database) { return m->earlierPerson(database, question, who); });
}

QFuture<Result<PackStanding>> Counter::packStanding(const QString &id)
{
    return m->parts.store.run([this, id](Database &database) { return m->standing(database, id); });
}

QFuture<Result<Dossier>> Counter::moveDraft(const QString &id, const QString &version)
{
    return m->parts.store.run(
        [=, this, who = m->actor.login](Database &database) { return m->move(database, id, version, who); });
}

QFuture<Result<void>> Counter::declineMove(const QString &id, const QString &version)
{
    return m->act(id, u"dossier.move_declined"_s, version,
                  [=](Database &database) { return keepDeclined(database, id, version); });
}

QFuture<Result<void>> Counter::leftAnswersSeen(const QString &id)
{
    return m->act(id, u"dossier.left_seen"_s, {}, [=](Database &database) { return keepLeftAnswers(database, id, {}); });
}

PaperDesk &Counter::papers() const
{
    return *m->papers;
}

QFuture<Result<void>> Counter::rememberOpenDraft(const QString &id)
{
    return m->parts.store.run([id](Database &database) {
        return database.write([&] { return SettingsRepository(database).setValue(openDraftSetting, id); });
    });
}

QFuture<Result<QString>> Counter::openDraft()
{
    return m->parts.store.run([](Database &database) { return SettingsRepository(database).value(openDraftSetting); });
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
