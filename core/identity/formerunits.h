#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

// A commune, ward or township before 1/7/2025. Its name may be empty: five island districts had no communes.
struct FormerUnit
{
    QString code; // 5 digits of the old list; empty for an island district
    QString name; // "Phường An Lộc"
    QString district;
    QString province;
    QStringList successors; // codes in force; several when it was divided

    bool isDivided() const { return successors.size() > 1; }
    QString fullName() const; // "Phường An Lộc, Thị xã Bình Long, Tỉnh Bình Phước"
};

// The map from units before 1/7/2025 to those in force (:/data/admin_legacy.txt), by province and district.
QList<FormerUnit> readFormerUnits();

} // namespace motcua
