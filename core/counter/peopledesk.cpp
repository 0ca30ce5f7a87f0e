#include "core/counter/peopledesk.h"

#include "core/base/clock.h"
#include "core/counter/dossierstate.h"
#include "core/counter/journalled.h"
#include "core/procedure/people.h"
#include "core/store/peoplerows.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

Result<void> requireNotOneself(const Acting &acting, const QString &login)
{
    return acting.who.login != login ? Result<void>() : fail(ErrorCode::AccountStillNeeded, login);
}

} // namespace

PeopleDesk::PeopleDesk(Counter &counter, const Counter::Parts &parts)
    : m_counter(counter)
    , m_parts(parts)
{
}

QFuture<Result<QList<Account>>> PeopleDesk::people()
{
    return m_parts.store.run([acting = m_counter.acting()](Database &database) -> Result<QList<Account>> {
        if (const Result<void> may = permit(acting, Deed::People); !may)
            return passOn(may);
        return AccountRepository(database).all();
    });
}

QFuture<Result<void>> PeopleDesk::disable(const QString &login)
{
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(acting, Deed::People); !may)
            return may;
        if (const Result<void> other = requireNotOneself(acting, login); !other)
            return other;
        return Journalled(m_parts.clock, m_parts.changes)
            .commit(database, { login, u"account.disabled"_s, {}, acting.who.login },
                    [&] { return writeAccountStanding(database, login, AccountStanding::Disabled); });
    });
}

QFuture<Result<void>> PeopleDesk::enable(const QString &login)
{
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(acting, Deed::People); !may)
            return may;
        return Journalled(m_parts.clock, m_parts.changes)
            .commit(database, { login, u"account.enabled"_s, {}, acting.who.login },
                    [&] { return writeAccountStanding(database, login, AccountStanding::Active); });
    });
}

QFuture<Result<void>> PeopleDesk::handOver(const QString &dossierId)
{
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(database, acting, Deed::HandOver, dossierId); !may)
            return may;
        return Journalled(m_parts.clock, m_parts.changes)
            .commit(database, { dossierId, u"dossier.handed-over"_s, {}, acting.who.login },
                    [&] { return writeHandOver(database, dossierId, m_parts.clock.now()); });
    });
}

QFuture<Result<void>> PeopleDesk::takeOver(const QString &dossierId)
{
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<void> {
        if (const Result<void> may = permit(database, acting, Deed::TakeOver, dossierId); !may)
            return may;
        return Journalled(m_parts.clock, m_parts.changes)
            .commit(database, { dossierId, u"dossier.taken-over"_s, {}, acting.who.login },
                    [&] { return writeHandOver(database, dossierId, m_parts.clock.now()); });
    });
}

QFuture<Result<Assistance>> PeopleDesk::recordAssistance(const QString &dossierId, Assistance::Confirmation how,
                                                         const QString &language)
{
    return m_parts.store.run([=, this, acting = m_counter.acting()](Database &database) -> Result<Assistance> {
        if (const Result<void> may = permit(database, acting, Deed::Edit, dossierId); !may)
            return passOn(may);
        const Result<Dossier> dossier = DossierRepository(database).findEditable(dossierId);
        if (!dossier)
            return passOn(dossier);
        const PackPtr pack = m_counter.packOf(dossier->summary);
        const QJsonObject answers = pack ? m_counter.stateOf(*dossier, *pack).answers : QJsonObject();
        const QString requester = pack ? requesterName(*pack, answers) : QString();
        const Assistance given { acting.who.login,
                                 acting.who.displayName,
                                 toStored(acting.who.role),
                                 requester.isEmpty() && pack ? applicantName(*pack, answers) : requester,
                                 consentVersion,
                                 how,
                                 isSpokenLanguage(language) ? language : u"vi"_s,
                                 m_parts.clock.now() };
        const QString detail = u"%1 %2 consent %3"_s.arg(confirmationWord(how), given.language, given.consentVersion);
        const Result<void> done =
            Journalled(m_parts.clock, m_parts.changes)
                .commit(database, { dossier->summary.id, u"assistance.recorded"_s, detail, acting.who.login },
                        [&] { return writeAssistance(database, dossier->summary.id, given); });
        return done ? Result<Assistance>(given) : passOn(done);
    });
}

} // namespace motcua
