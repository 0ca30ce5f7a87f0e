#include "core/procedure/procedurepack.h"

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/procedure/packreader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QMutex>
#include <QSet>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> malformed(const PackProblem &what)
{
    return fail(ErrorCode::PackMalformed, what.pointer, what.reason);
}

bool isNewer(const PackPtr &one, const PackPtr &other)
{
    return QVersionNumber::fromString(other->version) < QVersionNumber::fromString(one->version);
}

// The digits after the dot are what people remember of a code.
QString searchText(const ProcedurePack &pack)
{
    return QStringList { pack.name, pack.shortName, pack.field, pack.keywords.join(u' '), pack.code, pack.code.mid(2) }.join(
        u' ');
}

} // namespace

Result<PackPtr> parseProcedurePack(const QByteArray &json)
{
    QJsonParseError error {};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return malformed({ {}, u"not a JSON object: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset) });
    const auto pack = readPack(document.object());
    if (!pack)
        return malformed(pack.error());
    (*pack)->source = json;
    (*pack)->sha256 = sha256Hex(json);
    return PackPtr(*pack);
}

Result<QList<PackPtr>> readShippedPacks()
{
    QList<PackPtr> packs;
    const QDir folder(u":/procedures"_s);
    for (const QString &name : folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name)) {
        // Packs are named by their code; beside them lie the meta-schema and lists.
        if (!name.front().isDigit())
            continue;
        QFile file(folder.filePath(name));
        const Result<PackPtr> pack = parseProcedurePack(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (!pack)
            return passOn(pack);
        packs.append(*pack);
    }
    return packs;
}

Result<Component> requireComponent(const ProcedurePack &pack, const QString &code)
{
    const auto known = std::find_if(pack.components.cbegin(), pack.components.cend(),
                                    [&](const Component &component) { return component.code == code; });
    if (known == pack.components.cend())
        return fail(ErrorCode::ComponentUnknown, code);
    return *known;
}

struct PackCatalog::Shelf
{
    Source source;  // empty: the packs were given
    QMutex reading; // one thread reads, the others wait for it
    QMutex mutex;   // of the members below
    bool read = false;
    QList<PackPtr> packs;
    Result<void> outcome;

    void fill(bool again)
    {
        const QMutexLocker one(&reading);
        if (!source || (read != again))
            return; // what nobody has read yet is read anew anyhow
        Result<QList<PackPtr>> fresh = source();
        const QMutexLocker locker(&mutex);
        outcome = fresh ? Result<void>() : passOn(fresh);
        if (fresh)
            packs = std::move(*fresh);
        read = true;
    }
};

Result<PackCatalog> PackCatalog::shipped()
{
    PackCatalog catalog = shippedWhenNeeded();
    const Result<void> loaded = catalog.load();
    return loaded ? Result<PackCatalog>(catalog) : passOn(loaded);
}

PackCatalog PackCatalog::shippedWhenNeeded()
{
    return readWhenNeeded(&readShippedPacks);
}

PackCatalog PackCatalog::readWhenNeeded(Source source)
{
    PackCatalog catalog(QList<PackPtr> {});
    catalog.m_shelf->source = std::move(source);
    return catalog;
}

PackCatalog::PackCatalog(QList<PackPtr> packs)
    : m_shelf(std::make_shared<Shelf>())
{
    m_shelf->packs = std::move(packs);
}

Result<void> PackCatalog::load() const
{
    m_shelf->fill(false);
    const QMutexLocker locker(&m_shelf->mutex);
    return m_shelf->outcome;
}

Result<void> PackCatalog::reload() const
{
    m_shelf->fill(true);
    const QMutexLocker locker(&m_shelf->mutex);
    return m_shelf->outcome;
}

QList<PackPtr> PackCatalog::all() const
{
    m_shelf->fill(false);
    const QMutexLocker locker(&m_shelf->mutex);
    return m_shelf->packs;
}

PackPtr PackCatalog::newest(const QString &code) const
{
    PackPtr found;
    const QList<PackPtr> packs = all();
    for (const PackPtr &pack : packs) {
        if (pack->code == code && (!found || isNewer(pack, found)))
            found = pack;
    }
    return found;
}

PackPtr PackCatalog::find(const QString &code, const QString &version) const
{
    const QList<PackPtr> packs = all();
    const auto found = std::find_if(packs.cbegin(), packs.cend(),
                                    [&](const PackPtr &pack) { return pack->code == code && pack->version == version; });
    return found == packs.cend() ? nullptr : *found;
}

std::optional<PackOnDay> PackCatalog::onDay(const QString &code, const QDate &day) const
{
    PackPtr begun;
    PackPtr coming;
    const QList<PackPtr> packs = all();
    for (const PackPtr &pack : packs) {
        if (pack->code != code)
            continue;
        const bool later =
            begun && (pack->validFrom < begun->validFrom || (pack->validFrom == begun->validFrom && !isNewer(pack, begun)));
        if (pack->validFrom <= day && !later)
            begun = pack;
        if (pack->validFrom > day && (!coming || pack->validFrom < coming->validFrom))
            coming = pack;
    }
    if (begun && (!begun->validTo.isValid() || begun->validTo >= day))
        return PackOnDay { begun, PackOnDay::State::InForce };
    if (coming)
        return PackOnDay { coming, PackOnDay::State::NotYet };
    if (begun)
        return PackOnDay { begun, PackOnDay::State::Expired };
    return {};
}

PackPtr PackCatalog::inForce(const QString &code, const QDate &day) const
{
    const std::optional<PackOnDay> found = onDay(code, day);
    return found && found->state == PackOnDay::State::InForce ? found->pack : nullptr;
}

QList<PackPtr> PackCatalog::search(const QString &text) const
{
    QList<PackPtr> found;
    const QList<PackPtr> packs = all();
    for (const PackPtr &pack : packs) {
        if (pack == newest(pack->code) && matchesFolded(searchText(*pack), text))
            found.append(pack);
    }
    return found;
}

QList<PackOnDay> PackCatalog::offers(const QString &text, const QDate &day) const
{
    QList<PackOnDay> found;
    QSet<QString> seen;
    const QList<PackPtr> packs = all();
    for (const PackPtr &pack : packs) {
        if (seen.contains(pack->code))
            continue;
        seen.insert(pack->code);
        const std::optional<PackOnDay> offer = onDay(pack->code, day);
        if (offer && matchesFolded(searchText(*offer->pack), text))
            found.append(*offer);
    }
    std::stable_partition(found.begin(), found.end(),
                          [](const PackOnDay &offer) { return offer.state == PackOnDay::State::InForce; });
    return found;
}

} // namespace motcua
