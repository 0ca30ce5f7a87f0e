#include "core/procedure/procedurepack.h"

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/procedure/packreader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QVersionNumber>

#include <algorithm>
#include <mutex>

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

Result<QList<PackPtr>> readShippedPacks()
{
    QList<PackPtr> packs;
    const QDir folder(u":/procedures"_s);
    for (const QString &name : folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name)) {
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
    bool awaited = false; // the shipped packs, not read yet
    std::once_flag once;
    QList<PackPtr> packs;
    Result<void> outcome;

    void fill()
    {
        std::call_once(once, [this] {
            if (!awaited)
                return;
            Result<QList<PackPtr>> read = readShippedPacks();
            if (read)
                packs = std::move(*read);
            else
                outcome = passOn(read);
        });
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
    PackCatalog catalog(QList<PackPtr> {});
    catalog.m_shelf->awaited = true;
    return catalog;
}

PackCatalog::PackCatalog(QList<PackPtr> packs)
    : m_shelf(std::make_shared<Shelf>())
{
    m_shelf->packs = std::move(packs);
}

Result<void> PackCatalog::load() const
{
    m_shelf->fill();
    return m_shelf->outcome;
}

const QList<PackPtr> &PackCatalog::all() const
{
    m_shelf->fill();
    return m_shelf->packs;
}

PackPtr PackCatalog::newest(const QString &code) const
{
    PackPtr found;
    for (const PackPtr &pack : all()) {
        if (pack->code == code && (!found || isNewer(pack, found)))
            found = pack;
    }
    return found;
}

PackPtr PackCatalog::find(const QString &code, const QString &version) const
{
    const QList<PackPtr> &packs = all();
    const auto found = std::find_if(packs.cbegin(), packs.cend(),
                                    [&](const PackPtr &pack) { return pack->code == code && pack->version == version; });
    return found == packs.cend() ? nullptr : *found;
}

QList<PackPtr> PackCatalog::search(const QString &text) const
{
    QList<PackPtr> found;
    for (const PackPtr &pack : all()) {
        if (pack == newest(pack->code) && matchesFolded(searchText(*pack), text))
            found.append(pack);
    }
    return found;
}

} // namespace motcua
