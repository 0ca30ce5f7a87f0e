#include "core/counter/handoverdesk.h"

#include "core/assist/assistpack.h"
#include "core/assist/passphrase.h"
#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/counter/journalled.h"
#include "core/dossier/dossierchanges.h"
#include "core/store/otherdoorrows.h"
#include "core/store/outboxrows.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

#include <QRegularExpression>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString orderFile = u"data/portal-order.json"_s;

struct Contents
{
    QByteArray form;
    QHash<QString, QByteArray> papers;
};

Result<Contents> contentsOf(Database &database, const Dossier &dossier)
{
    const Result<QByteArray> form = frozenForm(database, { dossier.summary.id, dossier.summary.revision });
    if (!form)
        return passOn(form);
    Contents contents { *form, {} };
    for (const Attachment &paper : dossier.attachments) {
        const Result<QByteArray> content = DossierRepository(database).attachmentContent(paper.id);
        if (!content)
            return passOn(content);
        contents.papers.insert(paper.id, *content);
    }
    return contents;
}

} // namespace

HandOverDesk::HandOverDesk(Counter &counter, const Counter::Parts &parts)
    : m_counter(counter)
    , m_parts(parts)
{
    m_pool.setMaxThreadCount(1);
}

HandOverDesk::~HandOverDesk()
{
    m_pool.waitForDone();
}

template <typename Work>
QFuture<Result<void>> HandOverDesk::act(Deed deed, const Act &act, Work work) const
{
    return m_parts.store.run([=, this, acting = m_counter.acting(), work = std::move(work)](Database &database) -> Result<void> {
        if (const Result<void> may = permit(database, acting, deed, act.dossier); !may)
            return may;
        return Journalled(m_parts.clock, m_parts.changes).commit(database, act, [&]() -> Result<void> { return work(database); });
    });
}

QFuture<Result<QByteArray>> HandOverDesk::assistPack(const QString &dossierId, const QString &passphrase)
{
    return QtConcurrent::run(&m_pool, [=, this, acting = m_counter.acting()]() -> Result<QByteArray> {
        const Result<void> may =
            m_parts.store.run([&](Database &database) { return permit(database, acting, Deed::TakeOut, dossierId); }).result();
        if (!may)
            return passOn(may);
        if (const Result<void> enough = checkAssistPassphrase(passphrase); !enough)
            return passOn(enough);
        const Result<Dossier> dossier = m_counter.dossier(dossierId).result();
        if (!dossier)
            return passOn(dossier);
        const QString id = dossier->summary.id;
        // Taken first: a pack that is out there while sync sends the same dossier would make two of it.
        const Result<void> taken = act(Deed::TakeOut, { id, u"assist.packed"_s, {}, acting.who.login }, [id](Database &database) {
                                       return takeByHand(database, id);
                                   }).result();
        return taken ? build(*dossier, passphrase) : passOn(taken);
    });
}

Result<QByteArray> HandOverDesk::build(const Dossier &dossier, const QString &passphrase) const
{
    const Result<Contents> contents =
        m_parts.store.run([&](Database &database) { return contentsOf(database, dossier); }).result();
    if (!contents)
        return passOn(contents);
    const PackPtr pack = m_counter.packOf(dossier.summary);
    const PortalOrder order = portalOrder(m_parts.data.file(orderFile), pack->code);
    const AssistSheet sheet = makeAssistSheet(dossier, *pack, m_counter.stateOf(dossier, *pack), m_parts.units, order);
    return sealedZip(assistFiles(sheet, dossier, contents->form, contents->papers), passphrase, m_parts.clock.now());
}

QFuture<Result<void>> HandOverDesk::enterCode(const QString &dossierId, const QString &typed)
{
    const Result<QString> code = readOfficialCode(typed);
    if (!code)
        return QtFuture::makeReadyFuture<Result<void>>(passOn(code));
    return act(Deed::Note, { dossierId, u"assist.code-entered"_s, *code, m_counter.actor().login },
               [=, this](Database &database) { return enterOfficialCode(database, dossierId, *code, m_parts.clock.now()); });
}

QFuture<Result<void>> HandOverDesk::giveBack(const QString &dossierId)
{
    return act(Deed::Note, { dossierId, u"assist.given-back"_s, {}, m_counter.actor().login },
               [=, this](Database &database) -> Result<void> {
                   const Result<void> back = giveBackToSync(database, dossierId);
                   if (back)
                       Q_EMIT m_parts.changes.enqueued(dossierId);
                   return back;
               });
}

Result<QString> readOfficialCode(const QString &typed)
{
    static const QRegularExpression shape(u"^[A-Za-z0-9][A-Za-z0-9./_-]{5,59}$"_s);
    const QString code = typed.trimmed();
    if (!shape.match(code).hasMatch() || !code.contains(QRegularExpression(u"[0-9]"_s)))
        return fail(ErrorCode::OfficialCodeUnusable);
    return code;
}

} // namespace motcua
