#include "core/procedure/procedurepack.h"

#include "core/base/ids.h"
#include "core/base/text.h"
#include "core/procedure/packreader.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
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

Result<PackCatalog> PackCatalog::shipped()
{
    QList<PackPtr> packs;
    const QDir folder(u":/procedures"_s);
    for (const QString &name : folder.entryList({ u"*.json"_s }, QDir::Files, QDir::Name)) {
        if (name.endsWith(".schema.json"_L1))
            continue;
        QFile file(folder.filePath(name));
        const Result<PackPtr> pack = parseProcedurePack(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (!pack)
            return passOn(pack);
        packs.append(*pack);
    }
    return PackCatalog(packs);
}

PackCatalog::PackCatalog(QList<PackPtr> packs)
    : m_packs(std::move(packs))
{
}

PackPtr PackCatalog::newest(const QString &code) const
{
    PackPtr found;
    for (const PackPtr &pack : m_packs) {
        if (pack->code == code && (!found || isNewer(pack, found)))
            found = pack;
    }
    return found;
}

PackPtr PackCatalog::find(const QString &code, const QString &version) const
{
    const auto found = std::find_if(m_packs.cbegin(), m_packs.cend(),
                                    [&](const PackPtr &pack) { return pack->code == code && pack->version == version; });
    return found == m_packs.cend() ? nullptr : *found;
}

QList<PackPtr> PackCatalog::search(const QString &text) const
{
    QList<PackPtr> found;
    for (const PackPtr &pack : m_packs) {
        if (pack == newest(pack->code) && matchesFolded(searchText(*pack), text))
            found.append(pack);
    }
    return found;
}

} // namespace motcua
