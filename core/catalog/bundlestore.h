#pragma once

#include "core/catalog/bundlefiles.h"

#include <QString>

namespace motcua {

// What lies installed, verified anew.
struct InstalledBundle
{
    BundlePtr bundle; // null: nothing is installed, or nothing that may be used
    QList<PackPtr> packs;
    QList<Error> problems; // newer files that could not be used: BundleDamaged
};

// The folder DIR/packs of a profile: signed files, word for word, the one in force and the one before it. A file comes in by one
// rename, so a cut leaves the old state or the new one. Blocks; any thread, one at a time.
class BundleStore
{
public:
    BundleStore(QString folder, QList<PackKey> trusted, FileReaders readers);

    InstalledBundle load() const;
    // `current` is what load() gave. Changes nothing unless everything is right: what openBundle() and checkBundleFiles() refuse,
    // BundleOlder, BundleNotSaved. The very file that is installed already is fine and changes nothing.
    Result<InstalledBundle> install(const QByteArray &file, const InstalledBundle &current, const KnownPacks &shipped) const;

private:
    QString pathOf(qint64 serial) const;
    QStringList newestFirst() const;
    Result<InstalledBundle> verified(const QByteArray &file, const KnownPacks &known) const;
    void removeAllBut(const QStringList &kept) const;

    QString m_folder;
    QList<PackKey> m_trusted;
    FileReaders m_readers;
};

} // namespace motcua
