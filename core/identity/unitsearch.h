#pragma once

#include "core/identity/administrativeunits.h"
#include "core/identity/formerunits.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <future>
#include <mutex>

namespace motcua {

// One thing that an address search finds.
struct UnitHit
{
    enum class Kind {
        Commune,        // in force
        Province,       // in force, of an address of which no more is known
        Former,         // a commune before 1/7/2025; `successors` says what it is now
        FormerDistrict, // a district, which is no more; `successors` are all the communes its land lies in
    };
    Kind kind = Kind::Commune;
    QString code;           // of a unit in force
    QString name;           // "Xã Đa Kia"; a former unit with its district and province
    QString hint;           // "Thành phố Đồng Nai"
    QStringList successors; // of former units: codes in force
};

// Finds units by the beginnings of their words without tone marks, or by their code: those in force first, this kiosk's own commune and
// province before others, then former names. Reads its lists when first asked (warmUp() does so before somebody types); any thread.
class UnitSearch
{
public:
    explicit UnitSearch(const AdministrativeUnits &units);
    Q_DISABLE_COPY_MOVE(UnitSearch)

    void warmUp() const; // reads the lists beside the caller, who does not wait
    QList<UnitHit> find(const QString &typed, const QString &homeCommune, int limit = 60) const; // nothing typed: what is near
    QList<UnitHit> communes(const QStringList &codes) const;                                     // as hits, in this order

    // Former units that bore the name of this unit in force and became another one: "phường An Lộc" of today is not the old one.
    QList<FormerUnit> namesakes(const QString &communeCode) const;

    // The former unit that a person wrote: "P. An Lộc, TX Bình Long, Bình Phước". Empty when none or several fit.
    QList<FormerUnit> written(const QString &text) const;

    const AdministrativeUnits &units() const { return m_units; }

private:
    struct Entry
    {
        UnitHit hit;
        QString key;  // folded, begins with a space: name, what it lies in, code
        QString bare; // folded name without its type
        QString province;
    };
    struct Index
    {
        QList<FormerUnit> former;
        QList<Entry> current;
        QList<Entry> past;
    };
    const Index &index() const;
    static int rankOf(const Entry &entry, const QString &typed, const QStringList &words);

    const AdministrativeUnits &m_units;
    mutable std::once_flag m_once;
    mutable Index m_index;
    mutable std::once_flag m_warmOnce;
    mutable std::future<void> m_warming; // last: it is waited for before the lists go
};

} // namespace motcua
