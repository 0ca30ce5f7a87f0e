#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace motcua {

struct AdministrativeUnit
{
    QString code;   // province 2 digits, commune 5 digits (QĐ 19/2025/QĐ-TTg)
    QString name;   // "Đa Kia"
    QString type;   // "Xã", "Phường", "Đặc khu", "Tỉnh", "Thành phố"
    QString parent; // province code of a commune

    QString fullName() const; // "Xã Đa Kia"
};

// The two-tier list in force (34 provinces, 3,321 communes). Immutable after construction, so any thread may read it.
class AdministrativeUnits
{
public:
    AdministrativeUnits();                   // from the shipped list, :/data/admin_units_2026.tsv
    Q_DISABLE_COPY_MOVE(AdministrativeUnits) // the index points into the lists

    const QList<AdministrativeUnit> &provinces() const { return m_provinces; }
    QList<AdministrativeUnit> communesOf(const QString &provinceCode) const;
    const AdministrativeUnit *find(const QString &code) const; // nullptr when unknown

    // "Xã Đa Kia, Thành phố Đồng Nai"; the code itself when it is unknown.
    QString fullName(const QString &communeCode) const;

private:
    QList<AdministrativeUnit> m_provinces;
    QList<AdministrativeUnit> m_communes;
    QHash<QString, const AdministrativeUnit *> m_byCode;
};

} // namespace motcua
