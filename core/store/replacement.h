#pragma once

#include "core/base/result.h"

#include <QString>

namespace motcua {

// Another file becomes the database; the one before is kept, with its log, in a folder beside it and is never deleted by this program.
// What is to be done is written down first, so that after a power cut the next opening finishes it: at every moment the name leads to the
// old file whole or to the new one whole.

// `fresh` lies in the same folder, closed and without a log. Answers with the folder that holds the one before; empty = there was none.
Result<QString> replaceDatabase(const QString &path, const QString &fresh, const QString &keptFolderName);
// First of all at each opening.
Result<void> finishReplacement(const QString &path);

} // namespace motcua
