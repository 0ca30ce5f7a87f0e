#pragma once

#include "core/base/result.h"
#include "core/procedure/packlint.h"
#include "core/procedure/procedurepack.h"

#include <QFileSystemWatcher>
#include <QHash>
#include <QMutex>
#include <QObject>
#include <QTimer>

#include <memory>

namespace motcua {

struct KioskProfile;

// A folder of packs that somebody is writing: watched, judged and read again at every save. Its packs carry a version of their own
// ("2026.12.1+3f2a91c0", isDraftVersion), so that a dossier captured under one is never sent, on any later day. GUI thread, but for
// packs(), which any thread may ask.
class PackWorkshop : public QObject
{
    Q_OBJECT

public:
    // Only for demonstration kiosks. WritingNeedsDemo, PackFolderUnreadable.
    static Result<std::unique_ptr<PackWorkshop>> open(const QString &folder, const KioskProfile &profile);

    struct Sheet
    {
        QString fileName;
        PackPtr pack; // what was readable last; null while it never was
        QList<LintFinding> findings;
    };
    QList<Sheet> sheets() const;  // by file name
    QList<PackPtr> packs() const; // readable ones
    PackPtr pack(const QString &code) const;
    QString folder() const { return m_folder; }

Q_SIGNALS:
    void changed(); // after a save, when everything is read again

private:
    explicit PackWorkshop(const QString &folder);
    void read();
    void watch();

    const QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_settle; // editors write a file in several steps
    mutable QMutex m_mutex;
    QList<Sheet> m_sheets;
};

} // namespace motcua
