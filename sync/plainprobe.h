#pragma once

#include "sync/linkdiagnosis.h"

namespace motcua {

// One plain HTTP question without a token, a name or anything else of ours; nothing when no HTTP comes back within 4 s. Blocking.
std::optional<PlainAnswer> askPlainly(const QString &host, int port);

} // namespace motcua
