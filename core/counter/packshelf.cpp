#include "core/counter/packshelf.h"

#include "core/store/repositories.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString shelfKey(const QString &code, const QString &version)
{
    return code + u'@' + version;
}

} // namespace

PackShelf::PackShelf(const PackCatalog &catalog)
    : m_catalog(catalog)
{
}

Result<PackPtr> PackShelf::fetch(Database &database, const QString &code, const QString &version)
{
    const QMutexLocker locker(&m_mutex);
    PackPtr &known = m_known[shelfKey(code, version)];
    if (known)
        return known;
    const Result<QByteArray> kept = PackRepository(database).source(code, version);
    if (!kept)
        return passOn(kept);
    known = m_catalog.find(code, version);
    if (kept->isEmpty() || (known && known->source == *kept))
        return known ? Result<PackPtr>(known) : fail(ErrorCode::PackNotKept, shelfKey(code, version));
    // The text under which the dossier was captured counts, whatever another program calls by this version.
    const Result<PackPtr> read = parseProcedurePack(*kept);
    if (!read)
        return passOn(read);
    auto pack = std::make_shared<ProcedurePack>(**read);
    pack->version = version;
    known = pack;
    return known;
}

PackPtr PackShelf::find(const QString &code, const QString &version) const
{
    {
        const QMutexLocker locker(&m_mutex);
        if (const PackPtr known = m_known.value(shelfKey(code, version)))
            return known;
    }
    const PackPtr pack = m_catalog.find(code, version);
    return pack ? pack : m_catalog.newest(code);
}

} // namespace motcua
