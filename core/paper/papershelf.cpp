#include "core/paper/papershelf.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

PaperShelf::PaperShelf(QHash<QString, QByteArray> installed)
    : m_installed(std::move(installed))
{
}

QStringList PaperShelf::ids() const
{
    QStringList all = QDir(u":/papers"_s).entryList({ u"*.html"_s });
    for (QString &name : all)
        name.chop(5);
    for (auto it = m_installed.cbegin(); it != m_installed.cend(); ++it) {
        if (!all.contains(it.key()))
            all.append(it.key());
    }
    all.sort();
    return all;
}

Result<PaperTemplate> PaperShelf::find(const QString &id) const
{
    return PaperTemplate::parse(id, source(id), [this](const QString &part) { return source(part); });
}

QByteArray PaperShelf::source(const QString &id) const
{
    static const QRegularExpression shape(u"^[a-z0-9][a-z0-9.-]*$"_s);
    if (!shape.match(id).hasMatch())
        return {};
    if (const auto installed = m_installed.constFind(id); installed != m_installed.cend())
        return *installed;
    QFile file(u":/papers/"_s + id + u".html"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace motcua
