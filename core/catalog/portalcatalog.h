#pragma once

#include "core/base/result.h"
#include "core/outbox/procedureinbox.h"

#include <QDateTime>
#include <QMutex>
#include <QString>

#include <optional>

namespace motcua {

class Catalog;
class Clock;

// A file of procedures that the portal offers and this kiosk does not take.
struct RefusedFile
{
    Error why;
    QDateTime at;
};

// Installs what sync brings, with the same checks as by hand. Remembers what the portal offered last in DIR/packs/portal.json, and a
// download that was cut in DIR/packs/portal.part; both may be lost without harm: it is asked for once more then. Thread-safe.
class PortalCatalog final : public ProcedureInbox
{
public:
    PortalCatalog(Catalog &catalog, const QString &folder, const Clock &clock);

    QByteArray tag() override;
    void take(const QByteArray &file, const QByteArray &tag) override;

    QByteArray installedFile() override;
    ProcedureDownload download() override;
    void keepDownload(const ProcedureDownload &download) override;

    std::optional<RefusedFile> refused() const; // only what somebody should look at: a file that is merely older is no news

private:
    void read();
    void keep();

    struct Memory
    {
        QByteArray tag;
        std::optional<RefusedFile> refused;
    };
    Catalog &m_catalog;
    const QString m_folder;
    const Clock &m_clock;
    mutable QMutex m_mutex;
    Memory m_memory;
};

} // namespace motcua
