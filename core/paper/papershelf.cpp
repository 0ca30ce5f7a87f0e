#include "core/paper/papershelf.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

PaperShelf::PaperShelf(const DataShelf *data)
    : m_data(data)
{
}

QStringList PaperShelf::ids() const
{
    QStringList all = shelf().names(u"papers"_s);
    all.removeIf([](const QString &name) { return !name.endsWith(".html"_L1); });
    for (QString &name : all)
        name = name.section(u'/', -1).chopped(5);
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
    return shelf().file(u"papers/"_s + id + u".html"_s);
}

} // namespace motcua
