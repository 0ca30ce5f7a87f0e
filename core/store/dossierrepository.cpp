#include "core/base/ids.h"
#include "core/store/branchrows.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/portalrows.h"
#include "core/store/repositories.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString text(const QJsonObject &form)
{
    return QString::fromUtf8(QJsonDocument(form).toJson(QJsonDocument::Compact));
}

// A QString that was never set would be bound as NULL.
QString given(const QString &string)
{
    return string.isNull() ? u""_s : string;
}

tl::unexpected<Error> stepForbidden(const DossierKey &key, DossierStatus wanted)
{
    return fail(ErrorCode::DossierStepForbidden, key.id, toStored(key.status) + u" -> "_s + toStored(wanted));
}

} // namespace

DossierRepository::DossierRepository(Database &database)
    : m_database(database)
{
}

Result<void> DossierRepository::insert(const Dossier &dossier)
{
    const DossierSummary &s = dossier.summary;
    const Result<int> row = m_database.change(
        u"INSERT INTO dossier (id, revision, local_code, procedure_code, pack_version, procedure_name, applicant_name, search, "
        u"status, "
        "delivery, created_by, created_at, updated_at, submitted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        { s.id, s.revision, s.localCode, given(s.procedureCode), given(s.packVersion), given(s.procedureName),
          given(s.applicantName), searchText(s.applicantName, s.localCode, {}), toStored(s.status), toStored(s.delivery),
          given(s.createdBy), stored(s.createdAt), stored(s.updatedAt.isValid() ? s.updatedAt : s.createdAt),
          stored(s.submittedAt) });
    if (!row)
        return passOn(row);
    const Result<int> form = m_database.change(u"INSERT INTO dossier_form (dossier, form, focus) VALUES (?, ?, ?)"_s,
                                               { m_database.lastInsertId(), text(dossier.form), given(dossier.focus) });
    if (!form)
        return passOn(form);
    return {};
}

Result<void> DossierRepository::saveForm(const QString &id, const QJsonObject &form, const QString &focus,
                                         const QString &applicantName, const QDateTime &at)
{
    const Result<DossierKey> key = editableDossier(m_database, id);
    if (!key)
        return passOn(key);
    const Result<int> saved = m_database.change(u"UPDATE dossier_form SET form = ?, focus = ? WHERE dossier = ?"_s,
                                                { text(form), given(focus), key->row });
    if (!saved)
        return passOn(saved);
    const Result<int> named = m_database.change(
        u"UPDATE dossier SET applicant_name = ?, search = ?, updated_at = ? WHERE seq = ?"_s,
        { given(applicantName), searchText(applicantName, key->localCode, key->officialCode), stored(at), key->row });
    if (!named)
        return passOn(named);
    return {};
}

Result<void> DossierRepository::moveToPack(const QString &id, const QString &packVersion, const QString &procedureName)
{
    const Result<DossierKey> key = editableDossier(m_database, id);
    if (!key)
        return passOn(key);
    const Result<int> moved = m_database.change(u"UPDATE dossier SET pack_version = ?, procedure_name = ? WHERE seq = ?"_s,
                                                { packVersion, procedureName, key->row });
    if (!moved)
        return passOn(moved);
    return {};
}

Result<void> DossierRepository::setStatus(const QString &id, DossierStatus status, const QDateTime &at)
{
    const Result<DossierKey> key = dossierKey(m_database, id);
    if (!key)
        return passOn(key);
    // Every other step goes together with a row of the outbox: enqueue(), storeReceipt(), refuse(). What the portal holds is its
    // own to end.
    if (status != DossierStatus::Withdrawn || !mayBecome(key->status, status) || !key->officialCode.isEmpty())
        return stepForbidden(*key, status);
    const Result<int> changed = m_database.change(u"UPDATE dossier SET status = ?, delivery = ?, updated_at = ? WHERE seq = ?"_s,
                                                  { toStored(status), toStored(DeliveryState::None), stored(at), key->row });
    if (!changed)
        return passOn(changed);
    return {};
}

Result<int> DossierRepository::nextSerial(const QDate &legalDate)
{
    const QString day = legalDate.toString(Qt::ISODate);
    const Result<int> counted = m_database.change(
        u"INSERT INTO day_serial (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1"_s, { day });
    if (!counted)
        return passOn(counted);
    const Result<QVariant> last = m_database.value(u"SELECT last FROM day_serial WHERE day = ?"_s, { day });
    if (!last)
        return passOn(last);
    return last->toInt();
}

Result<void> DossierRepository::openForMending(const QString &id, const QDateTime &at)
{
    const Result<DossierKey> key = dossierKey(m_database, id);
    if (!key)
        return passOn(key);
    const Result<QVariant> asked =
        m_database.value(u"SELECT asks & 1 FROM dossier WHERE seq = ?"_s, { key->row }); // Ask::Supplement
    if (!asked)
        return passOn(asked);
    if (key->status != DossierStatus::Submitted || asked->toInt() == 0)
        return fail(ErrorCode::MendNotAsked, key->id, toStored(key->status));
    const Result<int> opened = m_database.change(u"UPDATE dossier SET status = ?, updated_at = ? WHERE seq = ?"_s,
                                                 { toStored(DossierStatus::NeedsFix), stored(at), key->row });
    return opened ? Result<void>() : passOn(opened);
}

Result<void> DossierRepository::enqueue(const QString &id, const QByteArray &form, const QDateTime &submittedAt,
                                        const QList<DossierBranch> &branches, const QDate &nearestDate,
                                        const QList<SmallPicture> &pictures)
{
    const Result<DossierKey> key = dossierKey(m_database, id);
    if (!key)
        return passOn(key);
    if (!mayBecome(key->status, DossierStatus::Queued))
        return stepForbidden(*key, DossierStatus::Queued);
    // What the portal refused keeps its number; the mended one is another revision.
    const int revision = key->status == DossierStatus::NeedsFix ? key->revision + 1 : key->revision;

    const Result<int> row =
        m_database.change(u"INSERT INTO outbox (dossier, revision, state, submitted_at, form_sha256, nearest_date, assistance) "
                          "VALUES (?, ?, 'waiting', ?, ?, ?, coalesce((SELECT record FROM assistance WHERE dossier = ?), ''))"_s,
                          { key->row, revision, stored(submittedAt), sha256Hex(form),
                            nearestDate.isValid() ? QVariant(nearestDate.toString(Qt::ISODate)) : QVariant(), key->row });
    if (!row)
        return passOn(row);
    const qint64 outbox = m_database.lastInsertId();
    const Result<int> frozen = m_database.change(u"INSERT INTO outbox_form (outbox, form) VALUES (?, ?)"_s, { outbox, form });
    if (!frozen)
        return passOn(frozen);
    const Result<int> manifest = m_database.change(
        u"INSERT INTO outbox_file (outbox, position, attachment_id, name, component, media_type, size, sha256) "
        "SELECT ?, row_number() OVER (ORDER BY seq), id, name, component, media_type, size, sha256 FROM attachment WHERE dossier = ? AND removed = 0"_s,
        { outbox, key->row });
    if (!manifest)
        return passOn(manifest);
    for (const SmallPicture &picture : pictures) {
        if (const Result<void> kept = freezeRendition(m_database, outbox, picture); !kept)
            return kept;
    }
    const Result<QVariant> before =
        m_database.value(u"SELECT max(seq) FROM outbox WHERE dossier = ? AND revision < ?"_s, { key->row, revision });
    if (!before)
        return passOn(before);
    if (const Result<void> kept = insertBranches(m_database, outbox, branches, before->toLongLong()); !kept)
        return kept;
    const Result<int> queued = m_database.change(
        u"UPDATE dossier SET status = 'queued', delivery = 'waiting', revision = ?, submitted_at = ?, updated_at = ? WHERE seq = ?"_s,
        { revision, stored(submittedAt), stored(submittedAt), key->row });
    if (!queued)
        return passOn(queued);
    return answerRequests(m_database, key->row, revision);
}

} // namespace motcua
