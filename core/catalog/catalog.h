#pragma once

#include "core/base/datashelf.h"
#include "core/catalog/bundlestore.h"
#include "core/procedure/procedurepack.h"

#include <QMutex>
#include <QObject>

#include <memory>

namespace motcua {

// What the kiosk knows of law: shipped data, and over them the installed signed file. Reads lazily, on the thread that first asks.
// Thread-safe. A new file takes the place of the old one for whoever asks next; what was handed out before stays as it was.
class Catalog : public QObject, public DataShelf
{
    Q_OBJECT

public:
    // `folder` is DIR/packs of the profile.
    Catalog(const QString &folder, const QList<PackKey> &trusted, const FileReaders &readers);

    ~Catalog() override; // waits for an install that is under way

    QByteArray file(const QString &name) const override;
    QStringList names(const QString &folder) const override;

    PackCatalog packs() const { return m_packs; } // follows what is installed

    // Packs that are being written take the place of all others of their code; call again whenever they change.
    void showDrafts(const QList<PackPtr> &drafts);

    // Everything BundleStore::install() refuses. Blocks until the file lies safe.
    Result<BundlePtr> install(const QByteArray &file);

    BundlePtr installed() const;                       // null when only the shipped data are in force
    QList<Error> problems() const;                     // installed files that cannot be used: BundleDamaged
    bool isInstalled(const ProcedurePack &pack) const; // came with the installed file, not with the program

Q_SIGNALS:
    void installedNew(qint64 serial); // on the thread that installed it

private:
    QList<PackPtr> shippedVersions(const QString &code) const;

    struct Current; // shared with whoever still reads when the program ends
    const std::shared_ptr<Current> m;
    const ShippedShelf m_shipped;
    QMutex m_installing; // one at a time
    const PackCatalog m_packs;
};

} // namespace motcua
