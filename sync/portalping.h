#pragma once

#include "core/base/result.h"

#include <QDateTime>

namespace motcua {

struct PortalAccess;

// Is it our portal, and what time has it? One small call, nothing of a dossier is sent. Blocking, a few seconds at most.
// Errors are those of a pass: PortalUnreachable, PortalCertificateWrong …
Result<QDateTime> pingPortal(const PortalAccess &portal);

} // namespace motcua
