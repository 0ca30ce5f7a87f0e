#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace motcua {

// Reads a file somebody chose, off the GUI thread, and not at all when it is larger than `maxBytes`: PaperTooLarge,
// PaperFileUnreadable. The path stays out of the error, because people put names into file names.
QFuture<Result<QByteArray>> readPaperFile(const QString &path, qint64 maxBytes);

// How papers are chosen; tests put their own in place of the dialog. Calls back with nothing when the person changed their mind.
using ChoosePapers = std::function<void(QWidget *parent, const std::function<void(const QStringList &paths)> &then)>;
ChoosePapers choosePapersByDialog();

} // namespace motcua
