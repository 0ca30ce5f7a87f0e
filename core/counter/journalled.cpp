#include "core/counter/journalled.h"

#include "core/base/clock.h"
#include "core/dossier/dossierchanges.h"
#include "core/store/database.h"
#include "core/store/repositories.h"

namespace motcua {

Result<void> Journalled::commit(Database &database, const Act &act, const std::function<Result<void>()> &work) const
{
    const Result<void> done = database.write([&]() -> Result<void> {
        if (const Result<void> worked = work(); !worked)
            return worked;
        const auto row = JournalRepository(database).append(m_clock.now(), act.who, act.action, act.dossier, act.detail);
        return row ? Result<void>() : passOn(row);
    });
    if (done && !act.dossier.isEmpty())
        Q_EMIT m_changes.committed(act.dossier);
    return done;
}

Result<void> Journalled::note(Database &database, const Act &act) const
{
    return commit(database, act, []() -> Result<void> { return {}; });
}

} // namespace motcua
