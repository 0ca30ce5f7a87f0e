#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

namespace motcua {

// The marks that tell this machine from another one with the same identity (portal-api.yaml, Lineage). One object = one pass: the
// marks move on once in it. Blocking; on the sync thread.
class LineageKeeper
{
public:
    explicit LineageKeeper(Outbox &outbox);

    Result<Lineage> forCall(); // durable before it is answered
    Result<void> confirmed();  // the portal took a call with what forCall() gave

private:
    Outbox &m_outbox;
    bool m_movedOn = false;
};

} // namespace motcua
