#include "core/identity/formerunits.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

QString FormerUnit::fullName() const
{
    return name.isEmpty() ? district + u", "_s + province : name + u", "_s + district + u", "_s + province;
}

QList<FormerUnit> readFormerUnits()
{
    QFile file(u":/data/admin_legacy.txt"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "readFormerUnits", "the map is linked into the program");
    Q_UNUSED(opened)
    const QString text = QString::fromUtf8(file.readAll());
    QList<FormerUnit> units;
    units.reserve(10'100);
    QString province;
    QString district;
    for (const QStringView line : QStringView(text).tokenize(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype space = line.indexOf(u' ');
        if (line.startsWith(u'P')) {
            province = line.mid(space + 1).toString();
        } else if (line.startsWith(u'D')) {
            district = line.mid(1).toString();
        } else {
            const qsizetype bar = line.indexOf(u'|');
            units.append({ line.first(space).toString(), line.mid(space + 1, bar - space - 1).toString(), district, province,
                           line.mid(bar + 1).toString().split(u',') });
        }
    }
    return units;
}

} // namespace motcua
