#pragma once

#include "core/base/result.h"
#include "core/outbox/outbox.h"

#include <QStringList>

namespace motcua {

class Database;

// Names of the papers whose content is gone or no longer what was stored, in their order. Reads them whole, one piece at a time.
Result<QStringList> damagedPapers(const Database &database, const QList<OutboundFile> &papers);
// Of one submitted revision.
Result<QStringList> damagedPapers(const Database &database, qint64 outbox);
// Of a dossier as it stands: AttachmentDamaged, subject = the component, detail = the paper.
Result<void> requireWholePapers(const Database &database, const Dossier &dossier);

} // namespace motcua
