#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

// Replaces a small file so that after a power cut either the old or the new content is there, whole: a temporary file beside it
// (0600), fsync, rename, fsync of the folder. False when any step failed; the old content is then still there.
bool writeDurably(const QString &path, const QByteArray &content);

// Makes a rename or a new file in the folder of `path` survive a power cut. Windows does this by itself.
bool syncFolderOf(const QString &path);

} // namespace motcua
