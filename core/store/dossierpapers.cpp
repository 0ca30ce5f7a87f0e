// DossierRepository, the papers: rows of 1 MiB at most, so that any range of a large one is read without the rest.
#include "core/base/ids.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/outboxrows.h"
#include "core/store/repositories.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct PaperKey
{
    qint64 row = 0;
    qint64 dossierRow = 0;
    QString sha256;
    qint64 size = 0;
};

tl::unexpected<Error> gone(const QString &attachmentId)
{
    return fail(ErrorCode::AttachmentGone, attachmentId);
}

Result<PaperKey> paperKey(const Database &database, const QString &attachmentId)
{
    PaperKey key;
    const Result<void> read = database.rows(
        u"SELECT seq, dossier, sha256, size FROM attachment WHERE id = ?"_s, { attachmentId }, [&](const QSqlQuery &row) {
            key = { row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toString(), row.value(3).toLongLong() };
        });
    if (!read)
        return passOn(read);
    if (key.row == 0)
        return gone(attachmentId);
    return key;
}

// A frozen manifest names this paper: it may only change while its dossier may.
Result<PaperKey> editablePaper(const Database &database, const QString &attachmentId)
{
    Result<PaperKey> key = paperKey(database, attachmentId);
    if (!key)
        return key;
    const Result<QVariant> id = database.value(u"SELECT id FROM dossier WHERE seq = ?"_s, { key->dossierRow });
    if (!id)
        return passOn(id);
    if (const Result<DossierKey> dossier = editableDossier(database, id->toString()); !dossier)
        return passOn(dossier);
    return key;
}

Result<void> storeContent(Database &database, qint64 row, const QByteArray &content)
{
    for (qint64 part = 0; part * attachmentPartBytes < content.size(); ++part) {
        const Result<int> stored =
            database.change(u"INSERT INTO attachment_part (attachment, part, content) VALUES (?, ?, ?)"_s,
                            { row, part, content.mid(qsizetype(part * attachmentPartBytes), qsizetype(attachmentPartBytes)) });
        if (!stored)
            return passOn(stored);
    }
    return {};
}

Result<void> countPapers(Database &database, qint64 dossierRow)
{
    const Result<int> counted = database.change(
        u"UPDATE dossier SET papers = (SELECT count(*) FROM attachment WHERE dossier = ? AND removed = 0) WHERE seq = ?"_s,
        { dossierRow, dossierRow });
    if (!counted)
        return passOn(counted);
    return {};
}

// Whether a submitted revision names it: then its content stays, whatever becomes of the dossier.
Result<bool> wasSubmitted(const Database &database, const QString &attachmentId, qint64 dossierRow)
{
    const Result<QVariant> named = database.value(
        u"SELECT count(*) FROM outbox_file f JOIN outbox o ON o.seq = f.outbox WHERE o.dossier = ? AND f.attachment_id = ?"_s,
        { dossierRow, attachmentId });
    if (!named)
        return passOn(named);
    return named->toInt() > 0;
}

// The content moves to a hidden paper of its own, and what was submitted goes on naming it.
Result<void> setContentAside(Database &database, const QString &attachmentId, const PaperKey &key, int copies)
{
    const QString aside = u"%1.%2"_s.arg(attachmentId).arg(copies + 1);
    const Result<int> copied = database.change(
        u"INSERT INTO attachment (id, dossier, component, name, media_type, size, sha256, pages, original_returned, added_at, "
        u"removed) "
        "SELECT ?, dossier, component, name, media_type, size, sha256, pages, original_returned, added_at, 1 FROM attachment WHERE seq = ?"_s,
        { aside, key.row });
    if (!copied)
        return passOn(copied);
    const qint64 row = database.lastInsertId();
    const Result<int> moved =
        database.change(u"UPDATE attachment_part SET attachment = ? WHERE attachment = ?"_s, { row, key.row });
    if (!moved)
        return passOn(moved);
    const Result<int> named =
        database.change(u"UPDATE outbox_file SET attachment_id = ? WHERE attachment_id = ? AND sha256 = ?"_s,
                        { aside, attachmentId, key.sha256 });
    return named ? Result<void>() : passOn(named);
}

} // namespace

Result<Attachment> DossierRepository::findAttachment(const QString &dossierId, const QString &attachmentId) const
{
    const Result<Dossier> dossier = find(dossierId);
    if (!dossier)
        return passOn(dossier);
    for (const Attachment &attachment : dossier->attachments) {
        if (attachment.id == attachmentId)
            return attachment;
    }
    return gone(attachmentId);
}

Result<void> DossierRepository::insertAttachment(const QString &dossierId, const Attachment &attachment,
                                                 const QByteArray &content)
{
    const Result<DossierKey> dossier = editableDossier(m_database, dossierId);
    if (!dossier)
        return passOn(dossier);
    const Result<int> row = m_database.change(
        u"INSERT INTO attachment (id, dossier, component, name, media_type, size, sha256, pages, original_returned, added_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        { attachment.id, dossier->row, attachment.component, attachment.name, attachment.mediaType, qint64(content.size()),
          sha256Hex(content), attachment.pages, attachment.originalReturned ? 1 : 0, stored(attachment.addedAt) });
    if (!row)
        return passOn(row);
    if (const Result<void> bytes = storeContent(m_database, m_database.lastInsertId(), content); !bytes)
        return bytes;
    return countPapers(m_database, dossier->row);
}

Result<void> DossierRepository::replaceAttachment(const Attachment &attachment, const QByteArray &content)
{
    const Result<PaperKey> key = editablePaper(m_database, attachment.id);
    if (!key)
        return passOn(key);
    const Result<bool> submitted = wasSubmitted(m_database, attachment.id, key->dossierRow);
    if (!submitted)
        return passOn(submitted);
    if (*submitted && key->sha256 == attachment.sha256) {
        const Result<QVariant> copies =
            m_database.value(u"SELECT count(*) FROM attachment WHERE dossier = ? AND removed = 1"_s, { key->dossierRow });
        if (!copies)
            return passOn(copies);
        if (const auto aside = setContentAside(m_database, attachment.id, *key, copies->toInt()); !aside)
            return aside;
    }
    const Result<int> changed = m_database.change(
        u"UPDATE attachment SET media_type = ?, size = ?, sha256 = ?, pages = ? WHERE seq = ? AND sha256 = ?"_s,
        { attachment.mediaType, qint64(content.size()), sha256Hex(content), attachment.pages, key->row, attachment.sha256 });
    if (!changed)
        return passOn(changed);
    if (*changed == 0)
        return gone(attachment.id);
    const Result<int> emptied = m_database.change(u"DELETE FROM attachment_part WHERE attachment = ?"_s, { key->row });
    if (!emptied)
        return passOn(emptied);
    return storeContent(m_database, key->row, content);
}

Result<void> DossierRepository::setOriginalReturned(const QString &attachmentId, bool returned)
{
    const Result<PaperKey> key = editablePaper(m_database, attachmentId);
    if (!key)
        return passOn(key);
    const Result<int> changed =
        m_database.change(u"UPDATE attachment SET original_returned = ? WHERE seq = ?"_s, { returned ? 1 : 0, key->row });
    if (!changed)
        return passOn(changed);
    return {};
}

Result<void> DossierRepository::removeAttachment(const QString &attachmentId)
{
    const Result<PaperKey> key = editablePaper(m_database, attachmentId);
    if (!key)
        return passOn(key);
    const Result<bool> submitted = wasSubmitted(m_database, attachmentId, key->dossierRow);
    if (!submitted)
        return passOn(submitted);
    const Result<int> removed = m_database.change(*submitted ? u"UPDATE attachment SET removed = 1 WHERE seq = ?"_s
                                                             : u"DELETE FROM attachment WHERE seq = ?"_s, // its parts go with it
                                                  { key->row });
    if (!removed)
        return passOn(removed);
    return countPapers(m_database, key->dossierRow);
}

Result<QByteArray> DossierRepository::attachmentContent(const QString &attachmentId) const
{
    const Result<PaperKey> key = paperKey(m_database, attachmentId);
    if (!key)
        return passOn(key);
    const Result<QByteArray> content = readAttachment(m_database, key->row, 0, key->size);
    if (!content)
        return content;
    if (content->size() != key->size || sha256Hex(*content) != key->sha256)
        return paperDamaged(attachmentId);
    return content;
}

Result<void> freezeRendition(Database &database, qint64 outbox, const SmallPicture &picture)
{
    const Result<int> kept = database.change(
        u"INSERT INTO attachment (id, dossier, component, name, media_type, size, sha256, pages, original_returned, added_at, "
        u"removed) "
        "SELECT a.id || '.small-' || o.revision, a.dossier, a.component, a.name, ?, ?, ?, 1, a.original_returned, a.added_at, 1 "
        "FROM attachment a JOIN outbox o ON o.dossier = a.dossier WHERE o.seq = ? AND a.id = ? AND a.sha256 = ? AND a.removed = 0"_s,
        { picture.mediaType, qint64(picture.content.size()), sha256Hex(picture.content), outbox, picture.attachmentId,
          picture.ofSha256 });
    if (!kept)
        return passOn(kept);
    if (*kept == 0)
        return {};
    const qint64 row = database.lastInsertId();
    if (const Result<void> bytes = storeContent(database, row, picture.content); !bytes)
        return bytes;
    const Result<int> listed = database.change(
        u"INSERT INTO outbox_file (outbox, position, attachment_id, name, component, media_type, size, sha256, rendition) "
        "SELECT ?1, (SELECT max(position) + 1 FROM outbox_file WHERE outbox = ?1), id, name, component, media_type, size, "
        "sha256, 1 "
        "FROM attachment WHERE seq = ?2"_s,
        { outbox, row });
    return listed ? Result<void>() : passOn(listed);
}

tl::unexpected<Error> paperDamaged(const QString &subject, const QString &detail)
{
    return fail(ErrorCode::AttachmentDamaged, subject, detail);
}

Result<QByteArray> readAttachment(const Database &database, qint64 row, qint64 offset, qint64 length)
{
    QByteArray content;
    const qint64 end = offset + length;
    for (qint64 part = offset / attachmentPartBytes; part * attachmentPartBytes < end; ++part) {
        const qint64 start = part * attachmentPartBytes;
        const qint64 from = std::max(offset - start, qint64(0));
        const qint64 to = std::min(end - start, attachmentPartBytes);
        const Result<QVariant> bytes =
            database.value(u"SELECT substr(content, ?, ?) FROM attachment_part WHERE attachment = ? AND part = ?"_s,
                           { from + 1, to - from, row, part });
        if (!bytes)
            return passOn(bytes);
        if (!bytes->isValid())
            break;
        content += bytes->toByteArray();
    }
    return content;
}

Result<QByteArray> readAttachment(const Database &database, const QString &attachmentId, qint64 offset, qint64 length)
{
    const Result<PaperKey> key = paperKey(database, attachmentId);
    if (!key)
        return passOn(key);
    const qint64 from = std::clamp(offset, qint64(0), key->size);
    return readAttachment(database, key->row, from, std::clamp(length, qint64(0), key->size - from));
}

} // namespace motcua
