#include "core/identity/administrativeunits.h"

#include "core/identity/unitsearch.h"

#include <QResource>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QString AdministrativeUnit::fullName() const
{
    return type + u' ' + name;
}

namespace {

// One line: level, code, name, type, parent.
AdministrativeUnit unitOf(QByteArrayView line)
{
    const QStringList cells = QString::fromUtf8(line).split(u'\t');
    return { cells.value(1), cells.value(2), cells.value(3), cells.value(4).trimmed() };
}

QByteArray shippedList()
{
    const QResource list(u":/data/admin_units_2026.tsv"_s);
    Q_ASSERT_X(list.isValid(), "AdministrativeUnits", "the list is linked into the program");
    return list.uncompressedData(); // not a copy: it is not compressed
}

} // namespace

AdministrativeUnits::AdministrativeUnits()
    : m_search(std::make_unique<UnitSearch>(*this))
{
}

AdministrativeUnits::~AdministrativeUnits() = default;

const UnitSearch &AdministrativeUnits::search() const
{
    return *m_search;
}

const AdministrativeUnits::Lists &AdministrativeUnits::lists() const
{
    std::call_once(m_once, [this] {
        const QByteArray list = shippedList();
        qsizetype from = list.indexOf('\n') + 1; // after the head
        while (from < list.size()) {
            const qsizetype end = list.indexOf('\n', from);
            const QByteArrayView line = QByteArrayView(list).sliced(from, (end < 0 ? list.size() : end) - from);
            if (line.startsWith('1') || line.startsWith('2'))
                (line.startsWith('1') ? m_lists.provinces : m_lists.communes).append(unitOf(line));
            from = end < 0 ? list.size() : end + 1;
        }
        for (const QList<AdministrativeUnit> *units : { &m_lists.provinces, &m_lists.communes }) {
            for (const AdministrativeUnit &unit : *units)
                m_lists.byCode.insert(unit.code, &unit);
        }
    });
    return m_lists;
}

const QList<AdministrativeUnit> &AdministrativeUnits::provinces() const
{
    return lists().provinces;
}

QList<AdministrativeUnit> AdministrativeUnits::communesOf(const QString &provinceCode) const
{
    QList<AdministrativeUnit> found;
    std::copy_if(lists().communes.cbegin(), lists().communes.cend(), std::back_inserter(found),
                 [&](const AdministrativeUnit &unit) { return unit.parent == provinceCode; });
    return found;
}

const AdministrativeUnit *AdministrativeUnits::find(const QString &code) const
{
    return lists().byCode.value(code, nullptr);
}

std::optional<AdministrativeUnit> AdministrativeUnits::findOne(const QString &code) const
{
    const bool isProvince = code.size() == 2;
    const QByteArray list = shippedList();
    const qsizetype at = list.indexOf((isProvince ? "\n1\t" : "\n2\t") + code.toUtf8() + '\t');
    if (code.isEmpty() || at < 0)
        return {};
    const qsizetype end = list.indexOf('\n', at + 1);
    return unitOf(QByteArrayView(list).sliced(at + 1, (end < 0 ? list.size() : end) - at - 1));
}

std::optional<qsizetype> AdministrativeUnits::rankOf(const QString &communeCode) const
{
    const QByteArray list = shippedList();
    const qsizetype at = list.indexOf("\n2\t" + communeCode.toUtf8() + '\t');
    if (communeCode.isEmpty() || at < 0)
        return {};
    return list.first(at).count("\n2\t");
}

QString AdministrativeUnits::fullName(const QString &communeCode) const
{
    const std::optional<AdministrativeUnit> commune = findOne(communeCode);
    if (!commune)
        return communeCode;
    const std::optional<AdministrativeUnit> province = findOne(commune->parent);
    return province ? commune->fullName() + u", "_s + province->fullName() : commune->fullName();
}

} // namespace motcua
