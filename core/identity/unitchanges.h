#pragma once

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

// Communes that were merged, split or renamed after the list of units was made: the data file data/unit-changes.json,
// {"format":1,"changes":[{"from":"25231","name":"Xã Đa Kia","on":"2027-01-01","to":[{"code","name"}],"x-source":{"text","confidence"}}]}.
// More than one unit under "to" means that it was split, so that somebody has to choose. A value; any thread.
class UnitChanges
{
public:
    struct Unit
    {
        QString code;
        QString name; // "Xã Đa Kia, thành phố Đồng Nai"
    };
    struct Change
    {
        Unit from;
        QDate on;
        QList<Unit> to;
    };

    // Nothing when the file is not written so; `where` is then the JSON pointer of the place.
    static std::optional<UnitChanges> parse(const QByteArray &json, QString &where);

    const Change *find(const QString &code) const; // nullptr when nothing is known of this unit

private:
    QHash<QString, Change> m_changes;
};

} // namespace motcua
