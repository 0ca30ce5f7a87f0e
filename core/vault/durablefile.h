#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

// Replaces a small file so that after a power cut either the old or the new content is there, whole: a temporary file beside it
// (0600), fsync, rename, fsync of the folder. False when any step failed; the old content is then still there.
bool writeDurably(const QString &path, const QByteArray &content);

} // namespace motcua
