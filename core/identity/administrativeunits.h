#pragma once

#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <mutex>
#include <optional>

namespace motcua {

class UnitSearch;

struct AdministrativeUnit
{
    QString code;   // province 2 digits, commune 5 digits (QĐ 19/2025/QĐ-TTg)
    QString name;   // "Đa Kia"
    QString type;   // "Xã", "Phường", "Đặc khu", "Tỉnh", "Thành phố"
    QString parent; // province code of a commune

    QString fullName() const; // "Xã Đa Kia"
};

// The two-tier list in force (34 provinces, 3,321 communes), read when first asked for. Any thread may ask.
class AdministrativeUnits
{
public:
    AdministrativeUnits(); // of the shipped list, :/data/admin_units_2026.tsv
    ~AdministrativeUnits();
    Q_DISABLE_COPY_MOVE(AdministrativeUnits)

    const QList<AdministrativeUnit> &provinces() const;
    QList<AdministrativeUnit> communesOf(const QString &provinceCode) const;
    const AdministrativeUnit *find(const QString &code) const; // nullptr when unknown

    // The same without bringing the whole list into memory: for the first page.
    std::optional<AdministrativeUnit> findOne(const QString &code) const;

    // How many communes stand before this one in the list; nothing when it is unknown.
    std::optional<qsizetype> rankOf(const QString &communeCode) const;

    // "Xã Đa Kia, Thành phố Đồng Nai"; the code itself when it is unknown.
    QString fullName(const QString &communeCode) const;

    const UnitSearch &search() const; // by typed names, also of units before 1/7/2025

private:
    struct Lists
    {
        QList<AdministrativeUnit> provinces;
        QList<AdministrativeUnit> communes;
        QHash<QString, const AdministrativeUnit *> byCode; // points into the lists above
    };
    const Lists &lists() const;

    mutable std::once_flag m_once;
    mutable Lists m_lists;
    std::unique_ptr<UnitSearch> m_search;
};

} // namespace motcua
