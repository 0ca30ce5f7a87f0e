#include "core/counter/paperdesk.h"

#include "core/base/clock.h"
#include "core/counter/journalled.h"
#include "core/counter/paperfacts.h"
#include "core/paper/papersheet.h"
#include "core/procedure/people.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QJsonArray>
#include <QtConcurrent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString registerTemplate = u"mau-07"_s;
constexpr int mostRows = 5000;

tl::unexpected<Error> notOffered(const QString &paperId)
{
    return fail(ErrorCode::PaperNotOffered, paperId);
}

} // namespace

PaperDesk::PaperDesk(Counter &counter, const Counter::Parts &parts)
    : m_counter(counter)
    , m_parts(parts)
    , m_papers(&parts.data)
{
    m_pool.setMaxThreadCount(1);
}

PaperDesk::~PaperDesk()
{
    m_pool.waitForDone();
}

QList<OfferedPaper> PaperDesk::offered(const Dossier &dossier) const
{
    const PackPtr pack = m_counter.packOf(dossier.summary);
    if (!pack)
        return {};
    const FormState state = m_counter.stateOf(dossier, *pack);
    QList<OfferedPaper> offered = offeredPapers(dossier, *pack, state, m_counter.actor().role);
    for (OfferedPaper &paper : offered)
        paper.title = titleOf(paper);
    return offered;
}

QString PaperDesk::titleOf(const OfferedPaper &paper) const
{
    if (!paper.title.isEmpty())
        return paper.title;
    const auto known = m_papers.find(paper.templateId);
    return known ? known->title() : paper.templateId;
}

QFuture<Result<QByteArray>> PaperDesk::paper(const QString &dossierId, const QString &paperId)
{
    return QtConcurrent::run(&m_pool, [=, this, acting = m_counter.acting()]() -> Result<QByteArray> {
        const Result<void> may =
            m_parts.store.run([&](Database &database) { return permit(database, acting, Deed::Print, dossierId); }).result();
        if (!may)
            return passOn(may);
        const Result<Dossier> dossier = m_counter.dossier(dossierId).result();
        return dossier ? draw(*dossier, paperId, acting.who) : passOn(dossier);
    });
}

Result<QByteArray> PaperDesk::draw(const Dossier &dossier, const QString &paperId, const Account &actor) const
{
    const PackPtr pack = m_counter.packOf(dossier.summary);
    const FormState state = m_counter.stateOf(dossier, *pack);
    const QList<OfferedPaper> all = offeredPapers(dossier, *pack, state, actor.role);
    const auto wanted = std::find_if(all.cbegin(), all.cend(), [&](const OfferedPaper &one) { return one.id == paperId; });
    if (wanted == all.cend())
        return notOffered(paperId);
    const Result<PaperTemplate> form = m_papers.find(wanted->templateId);
    if (!form)
        return passOn(form);
    const PaperSubject subject { dossier, *pack, state, *wanted, m_parts.units, m_parts.profile, actor, m_parts.clock.now() };
    const QString title = wanted->title.isEmpty() ? form->title() : wanted->title;
    return renderPaperSheet({ form->fill(paperFacts(subject)), form->sheet(), title, dossier.summary.localCode,
                              form->usesQr() ? paperQrText(subject, title) : QString() });
}

QFuture<Result<void>> PaperDesk::notePrinted(const QString &dossierId, const QString &paperId)
{
    const Act act { dossierId, u"paper.printed"_s, paperId, m_counter.actor().login };
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(database, acting, Deed::Print, dossierId); !may)
            return may;
        return Journalled(m_parts.clock, m_parts.changes).note(database, act);
    });
}

QFuture<Result<QByteArray>> PaperDesk::registerBook(QDate from, QDate to)
{
    return QtConcurrent::run(&m_pool, [=, this, acting = m_counter.acting()]() -> Result<QByteArray> {
        const QString days = from.toString(Qt::ISODate) + u' ' + to.toString(Qt::ISODate);
        const Result<void> may = m_parts.store
                                     .run([&](Database &database) -> Result<void> {
                                         if (const Result<void> granted = permit(acting, Deed::PrintMany); !granted)
                                             return granted;
                                         return Journalled(m_parts.clock, m_parts.changes)
                                             .note(database, { {}, u"register.printed"_s, days, acting.who.login });
                                     })
                                     .result();
        return may ? drawRegister(from, to) : passOn(may);
    });
}

Result<QByteArray> PaperDesk::drawRegister(QDate from, QDate to)
{
    DossierQuery query;
    query.filter = DossierQuery::Filter::Submitted;
    query.limit = mostRows;
    const Result<QList<DossierSummary>> listed = m_counter.list(query).result();
    if (!listed)
        return passOn(listed);
    QList<Dossier> received;
    for (const DossierSummary &summary : *listed) {
        // Not by Counter::dossier(): the one row above stands for the look at all of them.
        const Result<Dossier> dossier =
            m_parts.store.run([&](Database &database) { return DossierRepository(database).find(summary.id); }).result();
        if (!dossier)
            return passOn(dossier);
        const QDate day = dossier->receipt ? toLegalTime(dossier->receipt->receivedAt).date() : QDate();
        if (day.isValid() && day >= from && day <= to)
            received.append(*dossier);
    }
    std::sort(received.begin(), received.end(),
              [](const Dossier &one, const Dossier &other) { return one.receipt->receivedAt < other.receipt->receivedAt; });

    QJsonArray rows;
    for (const Dossier &dossier : std::as_const(received)) {
        const PackPtr pack = m_counter.packOf(dossier.summary);
        const FormState state = m_counter.stateOf(dossier, *pack);
        const OfferedPaper none;
        const QJsonObject facts =
            paperFacts({ dossier, *pack, state, none, m_parts.units, m_parts.profile, m_counter.actor(), m_parts.clock.now() });
        rows.append(QJsonObject { { "no"_L1, rows.size() + 1 },
                                  { "dossier"_L1, facts.value("dossier"_L1) },
                                  { "procedure"_L1, facts.value("procedure"_L1) },
                                  { "applicant"_L1, facts.value("applicant"_L1) },
                                  { "status"_L1, facts.value("portal"_L1).toObject().value("status"_L1) } });
    }
    const Result<PaperTemplate> form = m_papers.find(registerTemplate);
    if (!form)
        return passOn(form);
    const QJsonObject facts { { "agency"_L1, agencyFacts(m_parts.units, m_parts.profile) },
                              { "now"_L1, timeFacts(m_parts.clock.now()) },
                              { "from"_L1, from.toString(u"dd/MM/yyyy"_s) },
                              { "until"_L1, to.toString(u"dd/MM/yyyy"_s) },
                              { "rows"_L1, rows } };
    return renderPaperSheet({ form->fill(facts), form->sheet(), form->title(), {}, {} });
}

} // namespace motcua
