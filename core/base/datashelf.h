#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace motcua {

// Which bytes of law and data are in force: those of the installed signed file, else those linked into the program. Names are paths
// such as "data/calendar.json" or "papers/to-khai.html". What a call returns stays valid whatever is installed afterwards: keep it,
// and a form that is open never changes. Thread-safe.
class DataShelf
{
public:
    virtual ~DataShelf() = default;
    virtual QByteArray file(const QString &name) const = 0;     // empty when there is none
    virtual QStringList names(const QString &folder) const = 0; // "papers": every name in it, sorted
};

// Only what is linked into the program: for tests, and for tools that know no profile.
class ShippedShelf final : public DataShelf
{
public:
    QByteArray file(const QString &name) const override;
    QStringList names(const QString &folder) const override;
};

} // namespace motcua
