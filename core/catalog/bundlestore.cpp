#include "core/catalog/bundlestore.h"

#include "core/base/errorcatalog.h"
#include "core/vault/durablefile.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Wide enough that the order of names is the order of serials.
constexpr int digits = 16;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(BundleLimits::file + 1) : QByteArray();
}

Error damaged(const QString &name, const Error &why)
{
    return fail(ErrorCode::BundleDamaged, name, u"%1 %2 %3"_s.arg(errorId(why.code), why.subject, why.detail).trimmed()).value();
}

} // namespace

BundleStore::BundleStore(QString folder, QList<PackKey> trusted, FileReaders readers)
    : m_folder(std::move(folder))
    , m_trusted(std::move(trusted))
    , m_readers(std::move(readers))
{
}

QString BundleStore::pathOf(qint64 serial) const
{
    return u"%1/%2.motcua"_s.arg(m_folder).arg(serial, digits, 10, QChar(u'0'));
}

QStringList BundleStore::newestFirst() const
{
    return QDir(m_folder).entryList({ u"*.motcua"_s }, QDir::Files, QDir::Name | QDir::Reversed);
}

Result<InstalledBundle> BundleStore::verified(const QByteArray &file, const KnownPacks &known) const
{
    const Result<BundlePtr> bundle = openBundle(file, m_trusted);
    if (!bundle)
        return passOn(bundle);
    const Result<QList<PackPtr>> packs = checkBundleFiles(**bundle, m_readers, known);
    if (!packs)
        return passOn(packs);
    return InstalledBundle { *bundle, *packs, {} };
}

InstalledBundle BundleStore::load() const
{
    InstalledBundle found;
    const QStringList names = newestFirst();
    for (const QString &name : names) {
        const Result<InstalledBundle> one = verified(contentOf(m_folder + u'/' + name), {});
        if (one) {
            found.bundle = one->bundle;
            found.packs = one->packs;
            return found;
        }
        found.problems.append(damaged(name, one.error()));
    }
    return found;
}

Result<InstalledBundle> BundleStore::install(const QByteArray &file, const InstalledBundle &current,
                                             const KnownPacks &shipped) const
{
    Result<InstalledBundle> fresh = verified(file, [&](const QString &code) { return shipped(code) + current.packs; });
    if (!fresh)
        return fresh;
    const qint64 serial = fresh->bundle->serial;
    if (current.bundle && current.bundle->source == file)
        return current;
    if (current.bundle && serial <= current.bundle->serial)
        return fail(ErrorCode::BundleOlder, {}, u"%1 <= %2"_s.arg(serial).arg(current.bundle->serial));
    if (!QDir().mkpath(m_folder) || !writeDurably(pathOf(serial), file))
        return fail(ErrorCode::BundleNotSaved, m_folder);
    QStringList kept { pathOf(serial) };
    if (current.bundle)
        kept.append(pathOf(current.bundle->serial));
    removeAllBut(kept);
    return fresh;
}

void BundleStore::removeAllBut(const QStringList &kept) const
{
    const QStringList names = newestFirst();
    for (const QString &name : names) {
        if (!kept.contains(m_folder + u'/' + name))
            QFile::remove(m_folder + u'/' + name);
    }
    syncFolderOf(pathOf(0));
}

} // namespace motcua
