#include "core/outbox/outbox.h"

namespace motcua {

Error journalDisputed(const QString &kind)
{
    return fail(ErrorCode::JournalDisputed, kind).value();
}

} // namespace motcua
