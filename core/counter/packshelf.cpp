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

PackShelf::PackShelf(const PackCatalog &shipped)
    : m_shipped(shipped)
{
}

Result<PackPtr> PackShelf::fetch(Database &database, const QString &code, const QString &version)
{
    if (PackPtr pack = m_shipped.find(code, version))
        return pack;
    const QMutexLocker locker(&m_mutex);
    if (!m_kept.contains(shelfKey(code, version))) {
        const Result<QList<QByteArray>> sources = PackRepository(database).sources();
        if (!sources)
            return passOn(sources);
        for (const QByteArray &source : *sources) {
            if (const Result<PackPtr> pack = parseProcedurePack(source))
                m_kept.insert(shelfKey((*pack)->code, (*pack)->version), *pack);
        }
    }
    const PackPtr pack = m_kept.value(shelfKey(code, version));
    if (!pack)
        return fail(ErrorCode::PackNotKept, shelfKey(code, version));
    return pack;
}

PackPtr PackShelf::find(const QString &code, const QString &version) const
{
    if (PackPtr pack = m_shipped.find(code, version))
        return pack;
    const QMutexLocker locker(&m_mutex);
    const PackPtr kept = m_kept.value(shelfKey(code, version));
    return kept ? kept : m_shipped.newest(code);
}

} // namespace motcua
