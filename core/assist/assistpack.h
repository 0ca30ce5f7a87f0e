#pragma once

#include "core/assist/assistsheet.h"
#include "core/assist/sealedzip.h"

#include <QHash>

namespace motcua {

// The files of an assist pack, in the clear and in memory only: the sheet as text and as page, the answers as JSON, the papers.
// `papers`: contents by attachment id; `form`: the exact text that was submitted.
QList<ZipEntry> assistFiles(const AssistSheet &sheet, const Dossier &dossier, const QByteArray &form,
                            const QHash<QString, QByteArray> &papers);

} // namespace motcua
