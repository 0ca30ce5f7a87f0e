#include "core/catalog/catalog.h"

#include <QSet>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace motcua {

struct Catalog::Current
{
    BundleStore store;
    QMutex mutex; // of the members below
    bool read = false;
    InstalledBundle bundle;
    QList<PackPtr> drafts;

    InstalledBundle get()
    {
        const QMutexLocker locker(&mutex);
        if (!read)
            bundle = store.load();
        read = true;
        return bundle;
    }

    // Versions stand beside one another: the installed file may bring next year's while the shipped one is still law.
    Result<QList<PackPtr>> readPacks()
    {
        Result<QList<PackPtr>> packs = readShippedPacks();
        if (!packs)
            return packs;
        const QList<PackPtr> installed = get().packs;
        for (const PackPtr &pack : installed) {
            packs->removeIf([&](const PackPtr &one) { return one->code == pack->code && one->version == pack->version; });
            packs->append(pack);
        }
        const QList<PackPtr> written = [this] {
            const QMutexLocker locker(&mutex);
            return drafts;
        }();
        for (const PackPtr &pack : written)
            packs->removeIf([&](const PackPtr &one) { return one->code == pack->code; });
        *packs += written;
        return packs;
    }
};

Catalog::Catalog(const QString &folder, const QList<PackKey> &trusted, const FileReaders &readers)
    : m(new Current { BundleStore(folder, trusted, readers), {}, false, {}, {} })
    , m_packs(PackCatalog::readWhenNeeded([state = m] { return state->readPacks(); }))
{
}

Catalog::~Catalog()
{
    const QMutexLocker underWay(&m_installing);
}

QByteArray Catalog::file(const QString &name) const
{
    const InstalledBundle now = m->get();
    const BundleFile *file = now.bundle ? now.bundle->find(name) : nullptr;
    return file ? file->content : m_shipped.file(name);
}

QStringList Catalog::names(const QString &folder) const
{
    QStringList found = m_shipped.names(folder);
    const InstalledBundle now = m->get();
    if (now.bundle) {
        for (const BundleFile &file : now.bundle->files) {
            if (file.name.startsWith(folder + u'/'))
                found.append(file.name);
        }
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

void Catalog::showDrafts(const QList<PackPtr> &drafts)
{
    {
        const QMutexLocker locker(&m->mutex);
        m->drafts = drafts;
    }
    // What is wrong with the shipped ones was said when they were first read.
    std::ignore = m_packs.reload();
}

// Only those of one procedure, so that judging a file does not read all the others.
QList<PackPtr> Catalog::shippedVersions(const QString &code) const
{
    QList<PackPtr> packs;
    const QStringList all = m_shipped.names(u"procedures"_s);
    for (const QString &name : all) {
        if (!name.startsWith(u"procedures/"_s + code))
            continue;
        if (const Result<PackPtr> pack = parseProcedurePack(m_shipped.file(name)))
            packs.append(*pack);
    }
    return packs;
}

Result<BundlePtr> Catalog::install(const QByteArray &file)
{
    const QMutexLocker one(&m_installing);
    const InstalledBundle before = m->get();
    Result<InstalledBundle> fresh = m->store.install(file, before, [this](const QString &code) { return shippedVersions(code); });
    if (!fresh)
        return passOn(fresh);
    if (fresh->bundle == before.bundle)
        return before.bundle;
    {
        const QMutexLocker locker(&m->mutex);
        m->bundle = *fresh;
    }
    if (const Result<void> reloaded = m_packs.reload(); !reloaded)
        return passOn(reloaded);
    Q_EMIT installedNew(fresh->bundle->serial);
    return fresh->bundle;
}

BundlePtr Catalog::installed() const
{
    return m->get().bundle;
}

QList<Error> Catalog::problems() const
{
    return m->get().problems;
}

bool Catalog::isInstalled(const ProcedurePack &pack) const
{
    const QList<PackPtr> packs = m->get().packs;
    return std::any_of(packs.cbegin(), packs.cend(),
                       [&](const PackPtr &one) { return one->code == pack.code && one->version == pack.version; });
}

} // namespace motcua
