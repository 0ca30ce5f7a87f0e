#include "core/store/papercheck.h"

#include "core/base/sha256.h"
#include "core/store/database.h"
#include "core/store/outboxrows.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// False when it is gone or another; an error only when the store itself does not answer.
Result<bool> isWhole(const Database &database, const OutboundFile &paper)
{
    Sha256 hash;
    for (qint64 offset = 0; offset < paper.size;) {
        const Result<QByteArray> piece = readAttachment(database, paper.attachmentId, offset, attachmentPartBytes);
        if (!piece)
            return piece.error().code == ErrorCode::AttachmentGone ? Result<bool>(false) : passOn(piece);
        if (piece->isEmpty())
            return false;
        hash.add(*piece);
        offset += piece->size();
    }
    return QString::fromLatin1(hash.result().toHex()) == paper.sha256;
}

} // namespace

Result<QStringList> damagedPapers(const Database &database, const QList<OutboundFile> &papers)
{
    QStringList damaged;
    for (const OutboundFile &paper : papers) {
        const Result<bool> whole = isWhole(database, paper);
        if (!whole)
            return passOn(whole);
        if (!*whole)
            damaged.append(paper.name);
    }
    return damaged;
}

Result<QStringList> damagedPapers(const Database &database, qint64 outbox)
{
    QList<OutboundFile> papers;
    const Result<void> read = database.rows(
        u"SELECT attachment_id, name, component, media_type, size, sha256 FROM outbox_file WHERE outbox = ? AND rendition = 0 ORDER BY position"_s,
        { outbox }, [&](const QSqlQuery &row) {
            papers.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(), row.value(3).toString(),
                            row.value(4).toLongLong(), row.value(5).toString() });
        });
    return read ? damagedPapers(database, papers) : Result<QStringList>(passOn(read));
}

Result<void> requireWholePapers(const Database &database, const Dossier &dossier)
{
    for (const Attachment &paper : dossier.attachments) {
        const Result<bool> whole =
            isWhole(database, { paper.id, paper.name, paper.component, paper.mediaType, paper.size, paper.sha256 });
        if (!whole)
            return passOn(whole);
        if (!*whole)
            return paperDamaged(paper.component, paper.name);
    }
    return {};
}

} // namespace motcua
