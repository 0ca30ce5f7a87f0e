#include "core/counter/drafts.h"

#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/base/ids.h"
#include "core/counter/dossierstate.h"
#include "core/counter/nearestdate.h"
#include "core/dossier/dossierchanges.h"
#include "core/dossier/localcode.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/identity/unitchanges.h"
#include "core/procedure/branches.h"
#include "core/procedure/people.h"
#include "core/store/database.h"
#include "core/store/papercheck.h"
#include "core/store/paymentrepository.h"
#include "core/store/peoplerows.h"
#include "core/store/repositories.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString edited = u"dossier.edited"_s;

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

Drafts::Drafts(const Counter::Parts &parts, const Journalled &journalled, PackShelf &shelf, const LawTablesInForce &tables)
    : m_parts(parts)
    , m_journalled(journalled)
    , m_shelf(shelf)
    , m_tables(tables)
{
}

QDate Drafts::today() const
{
    return toLegalTime(m_parts.clock.now()).date();
}

FeeSheet Drafts::feeOf(const ProcedurePack &pack, const QJsonObject &answers, QDate day) const
{
    const AdministrativeUnit *commune = m_parts.units.find(m_parts.profile.communeCode);
    const std::shared_ptr<const LawTables> tables = m_tables.now();
    return feeSheet(pack, answers, tables->fees ? *tables->fees : ProvinceFees(), commune ? commune->parent : QString(),
                    day.isValid() ? day : today());
}

Result<Dossier> Drafts::create(Database &database, const PackPtr &pack, const QString &who) const
{
    const QDateTime now = m_parts.clock.now();
    const QDate today = toLegalTime(now).date();
    Dossier dossier;
    dossier.form = initialData(*pack);
    DossierSummary &summary = dossier.summary;
    summary.id = newUuid7(m_parts.clock);
    summary.procedureCode = pack->code;
    summary.procedureName = pack->name;
    summary.packVersion = pack->version;
    summary.createdBy = who;
    summary.createdAt = now;
    summary.updatedAt = now;
    const Result<void> done =
        m_journalled.commit(database, { summary.id, u"dossier.created"_s, pack->code, who }, [&]() -> Result<void> {
            DossierRepository dossiers(database);
            const Result<int> serial = dossiers.nextSerial(today);
            if (!serial)
                return passOn(serial);
            summary.localCode = makeLocalCode(m_parts.profile.communeCode, m_parts.profile.machine, today, *serial);
            if (const auto kept = PackRepository(database).keep(pack->code, pack->version, pack->source); !kept)
                return kept;
            return dossiers.insert(dossier);
        });
    if (!done)
        return passOn(done);
    return DossierRepository(database).find(summary.id);
}

Result<void> Drafts::save(Database &database, const QString &id, const QJsonObject &form, const QString &focus,
                          const QString &who) const
{
    const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
    if (!dossier)
        return passOn(dossier);
    const Result<PackPtr> pack = m_shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
    if (!pack)
        return passOn(pack);
    const QString name = applicantName(**pack, evaluateForm(**pack, form).answers);
    const auto work = [&]() -> Result<void> {
        // What the citizen confirmed was something else.
        if (dossier->assistance && form != dossier->form) {
            if (const Result<void> forgotten = forgetAssistance(database, id); !forgotten)
                return forgotten;
        }
        return DossierRepository(database).saveForm(id, form, focus, name, m_parts.clock.now());
    };
    // One row for a run of edits by one person: a row for every pause in typing would bury the rest of the journal.
    const HistoryEntry last = dossier->history.isEmpty() ? HistoryEntry() : dossier->history.last();
    if (last.action != edited || last.actor != who)
        return m_journalled.commit(database, { id, edited, {}, who }, work);
    const Result<void> saved = database.write(work);
    if (saved)
        Q_EMIT m_parts.changes.committed(id);
    return saved;
}

Result<DossierSummary> Drafts::submit(Database &database, const QString &id, const QList<SmallPicture> &pictures,
                                      const Account &who) const
{
    const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
    if (!dossier)
        return passOn(dossier);
    const Result<PackPtr> pack = m_shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
    if (!pack)
        return passOn(pack);
    if (isDraftVersion(dossier->summary.packVersion))
        return fail(ErrorCode::DraftPackNotSent, dossier->summary.procedureCode, dossier->summary.packVersion);
    const QDateTime now = m_parts.clock.now();
    const FormState state = stateOf(*dossier, **pack, toLegalTime(now).date());
    const auto blocking =
        std::find_if(state.findings.cbegin(), state.findings.cend(), [](const Finding &finding) { return finding.blocks(); });
    if (blocking != state.findings.cend())
        return fail(ErrorCode::DossierIncomplete, blocking->pointer.isEmpty() ? blocking->component : blocking->pointer,
                    blocking->keyword);

    // An officer takes the citizen's own declaration; whoever helps outside the office says how it became the citizen's own.
    if (who.role == Role::TeamMember && !dossier->assistance)
        return fail(ErrorCode::AssistanceMissing, dossier->summary.localCode);

    // Found now, while the citizen and the original are still here.
    if (const Result<void> whole = requireWholePapers(database, *dossier); !whole)
        return passOn(whole);

    const QByteArray form = QJsonDocument(state.answers).toJson(QJsonDocument::Compact);
    const qint64 fee = feeOf(**pack, state.answers, {}).total.value_or(0);
    const Result<void> done = m_journalled.commit(database, { id, u"dossier.submitted"_s, {}, who.login }, [&]() -> Result<void> {
        const QDate presses = nearestDate(*dossier, **pack, state.answers, now, *m_tables.now());
        if (const auto queued = DossierRepository(database).enqueue(dossier->summary.id, form, now,
                                                                    branchesToFreeze(**pack, state.answers), presses, pictures);
            !queued)
            return queued;
        return PaymentRepository(database).freeze(dossier->summary.id, fee);
    });
    if (!done)
        return passOn(done);
    Q_EMIT m_parts.changes.enqueued(dossier->summary.id);
    const Result<Dossier> submitted = DossierRepository(database).find(dossier->summary.id);
    return submitted ? Result<DossierSummary>(submitted->summary) : passOn(submitted);
}

Result<PackStanding> Drafts::standing(Database &database, const QString &id) const
{
    const Result<Dossier> dossier = DossierRepository(database).find(id);
    if (!dossier)
        return passOn(dossier);
    const Result<PackPtr> pack = m_shelf.fetch(database, dossier->summary.procedureCode, dossier->summary.packVersion);
    if (!pack)
        return passOn(pack);
    const QDate day = today();
    Result<PackStanding> standing = packStanding(database, dossier->summary, *pack, m_parts.packs, day);
    QString where;
    const auto known = UnitChanges::parse(m_parts.data.file(u"data/unit-changes.json"_s), where);
    if (standing)
        standing->communes = oldCommunes(dossier->form, m_parts.units, known.value_or(UnitChanges()), day);
    return standing;
}

Result<Dossier> Drafts::move(Database &database, const QString &id, const QString &version, const QString &who) const
{
    const Result<Dossier> dossier = DossierRepository(database).findEditable(id);
    if (!dossier)
        return dossier;
    const DossierSummary &summary = dossier->summary;
    const Result<PackStanding> now = standing(database, id);
    if (!now)
        return passOn(now);
    const PackPtr to = isDraftVersion(version) ? m_parts.packs.find(summary.procedureCode, version)
                                               : m_parts.packs.inForce(summary.procedureCode, today());
    if (!to || to->version != version || version == summary.packVersion || summary.status != DossierStatus::Draft)
        return fail(ErrorCode::PackMoveForbidden, id, u"%1 -> %2"_s.arg(summary.packVersion, version));
    const MovedAnswers moved = moveAnswers(*now->pack, *to, dossier->form);
    const QList<LeftAnswer> left = now->left + moved.left + leftPapers(dossier->attachments, *now->pack, *to);
    const QString name = applicantName(*to, evaluateForm(*to, moved.data).answers);
    const QString detail = u"%1 -> %2"_s.arg(summary.packVersion, version);
    const Result<void> done =
        m_journalled.commit(database, { summary.id, u"dossier.moved"_s, detail, who }, [&]() -> Result<void> {
            DossierRepository dossiers(database);
            if (const auto kept = PackRepository(database).keep(to->code, to->version, to->source); !kept)
                return kept;
            if (const auto set = dossiers.moveToPack(summary.id, to->version, to->name); !set)
                return set;
            if (const auto noted = keepLeftAnswers(database, summary.id, left); !noted)
                return noted;
            return dossiers.saveForm(summary.id, moved.data, dossier->focus, name, m_parts.clock.now());
        });
    return done ? DossierRepository(database).find(summary.id) : passOn(done);
}

} // namespace motcua
