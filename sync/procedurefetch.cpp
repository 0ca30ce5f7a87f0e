#include "sync/procedurefetch.h"

#include "core/base/log.h"

namespace motcua {

void fetchProcedures(PortalClient &portal, ProcedureInbox &inbox)
{
    const Reply<ProcedureFile> reply = portal.procedures(inbox.tag());
    if (const std::optional<Error> error = errorOf(reply.judgement)) {
        // Nothing waits for it: the next pass asks again.
        qCInfo(logSync).noquote() << "procedures of the portal:" << forLog(*error);
        return;
    }
    if (reply.judgement.ok() && !reply.value.content.isEmpty())
        inbox.take(reply.value.content, reply.value.tag);
}

} // namespace motcua
