#pragma once

#include "core/counter/counter.h"
#include "core/counter/journalled.h"
#include "core/counter/packshelf.h"
#include "core/paper/paperfile.h"
#include "core/store/repositories.h"

#include <QList>
#include <QString>

namespace motcua {

// Papers that a citizen brings: looked at, kept, turned. On the image pool, because looking takes time; waits for the store thread.
class PaperIntake
{
public:
    PaperIntake(const Counter::Parts &parts, const Journalled &journalled, PackShelf &shelf);

    Result<Attachment> add(const QString &id, const QString &component, const QByteArray &content, const QString &claimedSuffix,
                           const QString &who) const;
    Result<Attachment> turn(const QString &id, const QString &attachmentId, int degrees, const QString &who) const;
    // Smaller pictures to go before the papers of this dossier: none unless IT staff has turned it on, and only where the procedure
    // allows it. A paper of which none can be made goes as it is.
    Result<QList<SmallPicture>> smallPictures(const QString &id) const;
    Result<QByteArray> contentOf(const QString &attachmentId) const;

private:
    Result<QList<Attachment>> mayGoSmall(Database &database, const QString &id) const;
    PaperLimits limits() const;
    Result<Attachment> insert(Database &database, const QString &id, const QString &component, const PaperFile &paper,
                              const QString &who) const;

    const Counter::Parts &m_parts;
    const Journalled &m_journalled;
    PackShelf &m_shelf;
};

} // namespace motcua
