// DossierRepository, what is read: one dossier, lists and numbers. Lists touch the table `dossier` alone.
#include "core/base/clock.h"
#include "core/base/text.h"
#include "core/store/branchrows.h"
#include "core/store/database.h"
#include "core/store/dossierrows.h"
#include "core/store/paymentrepository.h"
#include "core/store/peoplerows.h"
#include "core/store/portalrows.h"
#include "core/store/repositories.h"
#include "core/store/search.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlRecord>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using Filter = DossierQuery::Filter;

const QString summaryColumns =
    u"id, revision, local_code, procedure_code, pack_version, procedure_name, applicant_name, status, delivery, "
    "official_code, due_at, portal_status, portal_note, created_by, created_at, updated_at, submitted_at, papers, "
    "branches_asking, asks, other_door, purged_at, "
    "handed_over, handed_over = 0 AND status IN ('draft', 'needs_fix') AND created_by IN (SELECT login FROM account WHERE state <> 'active')"_s;

DossierSummary summaryFrom(const QSqlQuery &row)
{
    int column = 0;
    const auto next = [&] { return row.value(column++); };
    DossierSummary s;
    s.id = next().toString();
    s.revision = next().toInt();
    s.localCode = next().toString();
    s.procedureCode = next().toString();
    s.packVersion = next().toString();
    s.procedureName = next().toString();
    s.applicantName = next().toString();
    s.status = dossierStatusFromStored(next().toString());
    s.delivery = deliveryStateFromStored(next().toString());
    s.officialCode = next().toString();
    s.dueAt = timeFrom(next());
    s.portalStatus = next().toInt();
    s.portalNote = next().toString();
    s.createdBy = next().toString();
    s.createdAt = timeFrom(next());
    s.updatedAt = timeFrom(next());
    s.submittedAt = timeFrom(next());
    s.papers = next().toInt();
    s.branchesAsking = next().toInt();
    s.asks = Asks(next().toInt());
    s.otherDoor = OtherDoor(next().toInt());
    s.purgedAt = timeFrom(next());
    s.isHandedOver = next().toBool();
    s.isSealed = next().toBool();
    return s;
}

// The same words serve the lists and the numbers, so that a number always equals the length of its list. Numbers of the portal's
// statuses: portalstatus.h (final: 3, 7, 8, 10; 9 = finished, to be handed over; 5, 6 = the citizen has to do something).
const QString isUnsent = u"(delivery IN ('waiting', 'sending', 'in_doubt') AND other_door = 0)"_s;
const QString needsAction = u"(status = 'needs_fix' OR other_door = 1 OR (status = 'submitted' AND asks > 0))"_s;
const QString isOpenAtPortal = u"(status = 'submitted' AND portal_status NOT IN (3, 7, 8, 10))"_s;
const QString isLate = u"(status = 'submitted' AND due_at < ? AND portal_status NOT IN (3, 7, 8, 9, 10))"_s;

// A code's words, each with a hyphen before it, as the index cuts them.
QString inWords(const QString &column)
{
    return u"'-' || replace(lower(%1), '.', '-')"_s.arg(column);
}

QString inWordsTyped(const QString &word)
{
    static const QRegularExpression between(u"[^a-z0-9]+"_s);
    const QStringList words = word.split(between, Qt::SkipEmptyParts);
    return words.isEmpty() ? u' ' + word : u'-' + words.join(u'-');
}

const QString isOf = u" AND created_by = ? AND handed_over = 0"_s;

QString condition(Filter filter)
{
    switch (filter) {
    case Filter::All:
        return u"1"_s;
    case Filter::Drafts:
        return u"status = 'draft'"_s;
    case Filter::Unsent:
        return isUnsent;
    case Filter::InDoubt:
        return u"delivery = 'in_doubt'"_s;
    case Filter::NeedsAction:
        return needsAction;
    case Filter::Submitted:
        return isOpenAtPortal;
    case Filter::Late:
        return isLate;
    case Filter::Withdrawn:
        return u"status = 'withdrawn'"_s;
    }
    return u"1"_s;
}

Result<void> readReceipts(const Database &database, const DossierKey &key, Dossier &dossier)
{
    QList<Receipt> receipts; // by revision
    QHash<int, QStringList> awaited;
    const auto parts = {
        database.rows(u"SELECT o.revision, r.official_code, r.received_at, r.due_at, r.sequence, r.form_sha256, r.proof, "
                      u"r.awaited FROM receipt r "
                      "JOIN outbox o ON o.seq = r.outbox WHERE o.dossier = ? ORDER BY o.revision"_s,
                      { key.row },
                      [&](const QSqlQuery &row) {
                          receipts.append({ key.id,
                                            row.value(0).toInt(),
                                            row.value(1).toString(),
                                            timeFrom(row.value(2)),
                                            timeFrom(row.value(3)),
                                            row.value(4).toLongLong(),
                                            row.value(5).toString(),
                                            {},
                                            row.value(6).toByteArray() });
                          awaited.insert(row.value(0).toInt(), row.value(7).toString().split(u'\n', Qt::SkipEmptyParts));
                      }),
        database.rows(
            u"SELECT o.revision, f.name, f.size, f.sha256, s.sha256 FROM receipt_file f JOIN outbox o ON o.seq = f.outbox "
            "LEFT JOIN outbox_file s ON s.outbox = f.outbox AND s.name = f.name AND s.rendition = 1 WHERE o.dossier = ? ORDER BY o.revision, f.position"_s,
            { key.row },
            [&](const QSqlQuery &row) {
                const QString name = row.value(1).toString();
                for (Receipt &receipt : receipts) {
                    if (receipt.revision == row.value(0).toInt())
                        receipt.files.append(
                            { name, row.value(2).toLongLong(), row.value(3).toString(),
                              awaited.value(receipt.revision).contains(name) ? row.value(4).toString() : QString() });
                }
            }),
    };
    for (const Result<void> &part : parts) {
        if (!part)
            return part;
    }
    if (!receipts.isEmpty())
        dossier.receipt = receipts.takeLast();
    dossier.formerReceipts = receipts;
    return {};
}

Result<void> readFromPortal(const Database &database, const DossierKey &key, Dossier &dossier)
{
    const Result<QList<DossierBranch>> branches = branchesOf(database, key);
    if (!branches)
        return passOn(branches);
    const Result<QList<PortalRequest>> requests = requestsOf(database, key.row);
    if (!requests)
        return passOn(requests);
    const Result<QList<PortalResult>> results = resultsOf(database, key.row);
    if (!results)
        return passOn(results);
    const Result<QList<PortalMessage>> messages = messagesOf(database, key.row);
    if (!messages)
        return passOn(messages);
    dossier.branches = *branches;
    dossier.requests = *requests;
    dossier.results = *results;
    dossier.messages = *messages;
    return {};
}

} // namespace

Result<QList<DossierSummary>> DossierRepository::list(const DossierQuery &query, const QDateTime &now) const
{
    QString sql = u"SELECT "_s + summaryColumns;
    QVariantList values;
    const QString wanted = searchQuery(query.text);
    const bool indexed = !wanted.isEmpty() && hasSearchIndex(m_database);
    // CROSS: the index is asked first, newest first, and stops at the limit.
    sql += indexed ? u" FROM dossier_words CROSS JOIN dossier ON seq = dossier_words.rowid WHERE dossier_words MATCH ? AND "_s
                   : u" FROM dossier WHERE "_s;
    if (indexed)
        values.append(wanted);
    sql += condition(query.filter);
    if (query.filter == Filter::Late)
        values.append(stored(now));
    if (!query.onlyOf.isEmpty()) {
        sql += isOf;
        values.append(query.onlyOf);
    }
    const QStringList words = indexed && !query.codesOnly ? QStringList() : folded(query.text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (query.codesOnly) {
            // The index narrows by names too, so the code itself must begin a word like this: a name that is found is a name that is told.
            sql += u" AND (instr(%1, ?) > 0 OR instr(%2, ?) > 0)"_s.arg(inWords(u"local_code"_s), inWords(u"official_code"_s));
            const QString asked = inWordsTyped(word);
            values << asked << asked;
            continue;
        }
        sql += u" AND instr(search, ?) > 0"_s;
        values.append(u' ' + word);
    }
    sql += (indexed ? u" ORDER BY dossier_words.rowid"_s : u" ORDER BY seq"_s) + u" DESC LIMIT ? OFFSET ?"_s;
    values << query.limit << query.offset;

    QList<DossierSummary> found;
    const Result<void> read = m_database.rows(sql, values, [&](const QSqlQuery &row) { found.append(summaryFrom(row)); });
    if (!read)
        return passOn(read);
    return found;
}

Result<DossierCounts> DossierRepository::counts(const QDateTime &now, const QString &onlyOf) const
{
    const QString sql =
        u"SELECT total(status = 'draft'), total(%1), total(delivery = 'in_doubt'), total(%2), total(%3), total(%4), "
        "min(CASE WHEN %1 THEN submitted_at END), total(seq IN (SELECT dossier FROM outbox WHERE offer_again = 1)) FROM dossier"_s
            .arg(isUnsent, needsAction, isOpenAtPortal, isLate);
    DossierCounts counts;
    QVariantList values { stored(now) };
    if (!onlyOf.isEmpty())
        values.append(onlyOf);
    const QString whole = onlyOf.isEmpty() ? sql : sql + u" WHERE 1"_s + isOf;
    const Result<void> read = m_database.rows(whole, values, [&](const QSqlQuery &row) {
        counts = { row.value(0).toInt(), row.value(1).toInt(), row.value(2).toInt(),   row.value(3).toInt(),
                   row.value(4).toInt(), row.value(5).toInt(), timeFrom(row.value(6)), row.value(7).toInt() };
    });
    if (!read)
        return passOn(read);
    return counts;
}

Result<QList<FoundForm>> DossierRepository::formsHolding(const QString &text, const QString &createdBy, int limit) const
{
    QList<FoundForm> found;
    const QString sql =
        u"SELECT "_s + summaryColumns
        + u", (SELECT form FROM dossier_form f WHERE f.dossier = dossier.seq) FROM dossier WHERE status <> 'withdrawn' "
          "AND (? = '' OR (created_by = ? AND handed_over = 0)) AND seq IN (SELECT dossier FROM form_key WHERE key = ?) "
          "ORDER BY seq DESC LIMIT ?"_s;
    const Result<void> read = m_database.rows(sql, { createdBy, createdBy, text, limit }, [&](const QSqlQuery &row) {
        const int last = row.record().count() - 1;
        found.append({ summaryFrom(row), QJsonDocument::fromJson(row.value(last).toString().toUtf8()).object() });
    });
    if (!read)
        return passOn(read);
    return found;
}

Result<Dossier> DossierRepository::findEditable(const QString &id) const
{
    const Result<DossierKey> key = editableDossier(m_database, id);
    return key ? find(id) : passOn(key);
}

Result<Dossier> DossierRepository::find(const QString &id) const
{
    const Result<DossierKey> key = dossierKey(m_database, id);
    if (!key)
        return passOn(key);
    Dossier dossier;
    const auto parts = {
        m_database.rows(u"SELECT "_s + summaryColumns + u" FROM dossier WHERE seq = ?"_s, { key->row },
                        [&](const QSqlQuery &row) { dossier.summary = summaryFrom(row); }),
        m_database.rows(u"SELECT form, focus FROM dossier_form WHERE dossier = ?"_s, { key->row },
                        [&](const QSqlQuery &row) {
                            dossier.form = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
                            dossier.focus = row.value(1).toString();
                        }),
        m_database.rows(
            u"SELECT id, component, name, media_type, size, sha256, pages, original_returned, added_at FROM attachment "
            "WHERE dossier = ? AND removed = 0 ORDER BY seq"_s,
            { key->row },
            [&](const QSqlQuery &row) {
                dossier.attachments.append({ row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                             row.value(3).toString(), row.value(4).toLongLong(), row.value(5).toString(),
                                             row.value(6).toInt(), row.value(7).toBool(), timeFrom(row.value(8)) });
            }),
        m_database.rows(u"SELECT form_sha256 FROM outbox WHERE dossier = ? AND revision = ?"_s, { key->row, key->revision },
                        [&](const QSqlQuery &row) { dossier.submittedFormSha256 = row.value(0).toString(); }),
        m_database.rows(u"SELECT problem_id, problem_reason, problem_field, problem_at, problem_papers FROM outbox WHERE dossier "
                        u"= ? AND revision = ? "
                        "AND problem_id IS NOT NULL"_s,
                        { key->row, key->revision },
                        [&](const QSqlQuery &row) {
                            dossier.problem = { row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                                                timeFrom(row.value(3)),
                                                row.value(4).toString().split(u'\n', Qt::SkipEmptyParts) };
                        }),
        m_database.rows(u"SELECT 1 FROM outbox WHERE dossier = ? AND known_at_portal = 1 LIMIT 1"_s, { key->row },
                        [&](const QSqlQuery &) { dossier.knownAtPortal = true; }),
        m_database.rows(u"SELECT send_now FROM outbox WHERE dossier = ? AND revision = ?"_s, { key->row, key->revision },
                        [&](const QSqlQuery &row) { dossier.now = row.value(0).toBool(); }),
        m_database.rows(u"SELECT at, actor, action, detail FROM journal WHERE subject = ? ORDER BY seq"_s, { key->id },
                        [&](const QSqlQuery &row) {
                            dossier.history.append({ timeFrom(row.value(0)), row.value(1).toString(), row.value(2).toString(),
                                                     row.value(3).toString() });
                        }),
    };
    for (const Result<void> &part : parts) {
        if (!part)
            return passOn(part);
    }
    if (const Result<void> receipts = readReceipts(m_database, *key, dossier); !receipts)
        return passOn(receipts);
    if (const Result<void> back = readFromPortal(m_database, *key, dossier); !back)
        return passOn(back);
    const Result<Payment> payment = PaymentRepository(m_database).find(key->id);
    if (!payment)
        return passOn(payment);
    dossier.payment = *payment;
    const Result<std::optional<Assistance>> assistance = readAssistance(m_database, key->id);
    if (!assistance)
        return passOn(assistance);
    dossier.assistance = *assistance;
    return dossier;
}

} // namespace motcua
