#include "core/identity/administrativeunits.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

QString AdministrativeUnit::fullName() const
{
    return type + u' ' + name;
}

AdministrativeUnits::AdministrativeUnits()
{
    QFile file(u":/data/admin_units_2026.tsv"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "AdministrativeUnits", "the list is linked into the program");
    Q_UNUSED(opened)
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    m_communes.reserve(lines.size());
    for (const QString &line : lines.mid(1)) {
        const QStringList cells = line.split(u'\t');
        if (cells.size() < 5)
            continue;
        AdministrativeUnit unit { cells.at(1), cells.at(2), cells.at(3), cells.at(4).trimmed() };
        (cells.at(0) == u"1"_s ? m_provinces : m_communes).append(std::move(unit));
    }
    for (const AdministrativeUnit &unit : std::as_const(m_provinces))
        m_byCode.insert(unit.code, &unit);
    for (const AdministrativeUnit &unit : std::as_const(m_communes))
        m_byCode.insert(unit.code, &unit);
}

QList<AdministrativeUnit> AdministrativeUnits::communesOf(const QString &provinceCode) const
{
    QList<AdministrativeUnit> found;
    std::copy_if(m_communes.cbegin(), m_communes.cend(), std::back_inserter(found),
                 [&](const AdministrativeUnit &unit) { return unit.parent == provinceCode; });
    return found;
}

const AdministrativeUnit *AdministrativeUnits::find(const QString &code) const
{
    return m_byCode.value(code, nullptr);
}

QString AdministrativeUnits::fullName(const QString &communeCode) const
{
    const AdministrativeUnit *commune = find(communeCode);
    if (!commune)
        return communeCode;
    const AdministrativeUnit *province = find(commune->parent);
    return province ? commune->fullName() + u", "_s + province->fullName() : commune->fullName();
}

} // namespace motcua
