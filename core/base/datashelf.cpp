#include "core/base/datashelf.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

QByteArray ShippedShelf::file(const QString &name) const
{
    QFile file(u":/"_s + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList ShippedShelf::names(const QString &folder) const
{
    QStringList found = QDir(u":/"_s + folder).entryList(QDir::Files, QDir::Name);
    for (QString &name : found)
        name.prepend(folder + u'/');
    return found;
}

} // namespace motcua
