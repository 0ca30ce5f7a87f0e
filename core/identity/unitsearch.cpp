#include "core/identity/unitsearch.h"

#include "core/base/text.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int noFit = 3;

// "Thành phố Hồ Chí Minh" -> "Hồ Chí Minh"; the types are words that say nothing of the place.
QString withoutType(const QString &name)
{
    static const QStringList types { u"Phường "_s,    u"Xã "_s,   u"Thị trấn "_s, u"Đặc khu "_s, u"Thị xã "_s,
                                     u"Thành phố "_s, u"Quận "_s, u"Huyện "_s,    u"Tỉnh "_s };
    for (const QString &type : types) {
        if (name.startsWith(type))
            return name.mid(type.size());
    }
    return name;
}

// "p. an loc, tx binh long" -> "phuong an loc thi xa binh long": short forms are how papers and people write units.
QStringList wordsOf(const QString &written)
{
    static const QHash<QString, QString> shortForms { { u"p"_s, u"phuong"_s },     { u"x"_s, u"xa"_s },
                                                      { u"tt"_s, u"thi tran"_s },  { u"tx"_s, u"thi xa"_s },
                                                      { u"tp"_s, u"thanh pho"_s }, { u"q"_s, u"quan"_s },
                                                      { u"h"_s, u"huyen"_s },      { u"t"_s, u"tinh"_s } };
    QString text = folded(written);
    text.replace(u',', u' ').replace(u'.', u' ').replace(u';', u' ').replace(u'-', u' ');
    QStringList words;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
        words += shortForms.value(word, word).split(u' ');
    return words;
}

QString keyOf(const QStringList &parts)
{
    QString key = folded(parts.join(u' '));
    return key.replace(u',', u' ').replace(u'-', u' ').simplified().prepend(u' ');
}

} // namespace

UnitSearch::UnitSearch(const AdministrativeUnits &units)
    : m_units(units)
{
}

void UnitSearch::warmUp() const
{
    std::call_once(m_warmOnce, [this] { m_warming = std::async(std::launch::async, [this] { index(); }); });
}

const UnitSearch::Index &UnitSearch::index() const
{
    std::call_once(m_once, [this] {
        for (const AdministrativeUnit &province : m_units.provinces()) {
            const UnitHit whole { UnitHit::Kind::Province, province.code, province.fullName(), {}, {} };
            m_index.current.append(
                { whole, keyOf({ province.fullName(), province.code }), folded(province.name), province.code });
            for (const AdministrativeUnit &commune : m_units.communesOf(province.code)) {
                const UnitHit hit { UnitHit::Kind::Commune, commune.code, commune.fullName(), province.fullName(), {} };
                m_index.current.append({ hit, keyOf({ commune.fullName(), province.fullName(), commune.code }),
                                         folded(commune.name), province.code });
            }
        }
        m_index.former = readFormerUnits();
        QHash<QString, qsizetype> districts;
        for (const FormerUnit &unit : std::as_const(m_index.former)) {
            const AdministrativeUnit *now = m_units.find(unit.successors.first());
            const QString province = now ? now->parent : QString();
            if (!unit.name.isEmpty()) {
                const UnitHit hit { UnitHit::Kind::Former, {}, unit.fullName(), {}, unit.successors };
                m_index.past.append({ hit, keyOf({ unit.fullName(), unit.code }), folded(withoutType(unit.name)), province });
            }
            const QString district = unit.district + u", "_s + unit.province;
            if (!districts.contains(district)) {
                districts.insert(district, m_index.past.size());
                const UnitHit hit { UnitHit::Kind::FormerDistrict, {}, district, {}, {} };
                m_index.past.append({ hit, keyOf({ district }), folded(withoutType(unit.district)), province });
            }
            QStringList &all = m_index.past[districts.value(district)].hit.successors;
            for (const QString &successor : unit.successors) {
                if (!all.contains(successor))
                    all.append(successor);
            }
        }
    });
    return m_index;
}

int UnitSearch::rankOf(const Entry &entry, const QString &typed, const QStringList &words)
{
    if (entry.bare.startsWith(typed))
        return entry.bare.size() == typed.size() ? 0 : 1;
    const bool all =
        std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return entry.key.contains(u' ' + word); });
    return all ? 2 : noFit;
}

QList<UnitHit> UnitSearch::find(const QString &typed, const QString &homeCommune, int limit) const
{
    const AdministrativeUnit *home = m_units.find(homeCommune);
    const QString homeProvince = home ? home->parent : QString();
    const QStringList words = wordsOf(typed);
    const QString text = words.join(u' ');
    struct Found
    {
        int order;
        const Entry *entry;
    };
    QList<Found> found;
    const auto collect = [&](const QList<Entry> &entries, int past) {
        for (const Entry &entry : entries) {
            const int rank = words.isEmpty() ? 2 : rankOf(entry, text, words);
            if (rank == noFit || (words.isEmpty() && (past || (!home || entry.province != homeProvince))))
                continue;
            const int near = entry.hit.code == homeCommune ? 0 : entry.province == homeProvince ? 1 : 2;
            const bool isWhole = entry.hit.kind == UnitHit::Kind::Province || entry.hit.kind == UnitHit::Kind::FormerDistrict;
            // A whole province comes behind the communes of its name, unless its whole name was typed.
            // A former unit of exactly the typed name comes before units in force that only hold its letters.
            found.append({ rank * 1000 + past * 100 + near * 10 + (isWhole && rank > 0 ? 1 : 0), &entry });
        }
    };
    const Index &all = index();
    collect(all.current, 0);
    if (text.size() > 1)
        collect(all.past, 1);
    std::stable_sort(found.begin(), found.end(), [](const Found &one, const Found &other) { return one.order < other.order; });
    QList<UnitHit> hits;
    const QList<Found> shown = found.first(std::min<qsizetype>(found.size(), limit));
    for (const Found &each : shown)
        hits.append(each.entry->hit);
    return hits;
}

QList<UnitHit> UnitSearch::communes(const QStringList &codes) const
{
    QList<UnitHit> hits;
    for (const QString &code : codes) {
        const AdministrativeUnit *commune = m_units.find(code);
        const AdministrativeUnit *province = commune ? m_units.find(commune->parent) : nullptr;
        if (province)
            hits.append({ UnitHit::Kind::Commune, code, commune->fullName(), province->fullName(), {} });
    }
    return hits;
}

QList<FormerUnit> UnitSearch::namesakes(const QString &communeCode) const
{
    QList<FormerUnit> others;
    const AdministrativeUnit *commune = m_units.find(communeCode);
    if (!commune)
        return others;
    const QString name = folded(commune->name);
    for (const FormerUnit &unit : index().former) {
        if (unit.successors.contains(communeCode) || folded(withoutType(unit.name)) != name)
            continue;
        const AdministrativeUnit *now = m_units.find(unit.successors.first());
        if (now && now->parent == commune->parent)
            others.append(unit);
    }
    return others;
}

QList<FormerUnit> UnitSearch::written(const QString &text) const
{
    const QStringList words = wordsOf(text);
    if (words.size() < 2)
        return {};
    QList<FormerUnit> fitting;
    for (const FormerUnit &unit : index().former) {
        const QString name = u' ' + wordsOf(unit.name).join(u' ') + u' ';
        const QString typed = u' ' + words.join(u' ') + u' ';
        const QString bare = u' ' + wordsOf(withoutType(unit.name)).join(u' ') + u' ';
        // What is written must begin with the unit, and every further word must belong to its district or province.
        const bool begins = !unit.name.isEmpty() && (typed.startsWith(name) || typed.startsWith(bare));
        if (!begins)
            continue;
        const QString around = keyOf({ unit.fullName() }) + u' ';
        if (std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return around.contains(u' ' + word + u' '); }))
            fitting.append(unit);
    }
    return fitting;
}

} // namespace motcua
