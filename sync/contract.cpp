#include "sync/contract.h"

#include "core/base/clock.h"
#include "sync/contractnews.h"
#include "sync/strictjson.h"
#include "sync/syncservice.h"
#include "sync/uploadid.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestCode = 64;
constexpr qsizetype longestFileName = 200;
constexpr qsizetype longestCursor = 1000;
constexpr qsizetype longestProof = 1 << 17;
constexpr qsizetype mostFiles = 500;
constexpr qsizetype mostReceipts = 20000;
constexpr int mostRevision = 1'000'000;

QJsonArray jsonOf(const QList<OutboundBranch> &branches)
{
    QJsonArray array;
    for (const OutboundBranch &branch : branches) {
        QJsonObject json { { u"id"_s, branch.id }, { u"components"_s, QJsonArray::fromStringList(branch.components) } };
        if (!branch.procedureCode.isEmpty())
            json.insert(u"procedure"_s, branch.procedureCode);
        array.append(json);
    }
    return array;
}

QJsonObject jsonOf(const JournalMark &mark)
{
    return { { u"sequence"_s, mark.sequence }, { u"hash"_s, QString::fromLatin1(mark.hash.toHex()) } };
}

QJsonObject contentOf(const OutboundDossier &dossier, const OutboundFile &file)
{
    return {
        { u"mediaType"_s, file.mediaType },
        { u"size"_s, file.size },
        { u"sha256"_s, file.sha256 },
        { u"uploadId"_s, uploadIdOf(dossier.id, file.name, file.sha256) },
    };
}

QJsonObject jsonOf(const OutboundDossier &dossier)
{
    QJsonArray attachments;
    for (const OutboundFile &file : dossier.files) {
        QJsonObject attachment = contentOf(dossier, file);
        attachment.insert(u"name"_s, file.name);
        attachment.insert(u"component"_s, file.component);
        if (const OutboundFile *rendition = dossier.renditionOf(file.name))
            attachment.insert(u"rendition"_s, contentOf(dossier, *rendition));
        attachments.append(attachment);
    }
    QJsonObject json {
        { u"id"_s, dossier.id },
        { u"revision"_s, dossier.revision },
        { u"localCode"_s, dossier.localCode },
        { u"procedure"_s, dossier.procedureCode },
        { u"packVersion"_s, dossier.packVersion },
        { u"capturedAt"_s, toRfc3339(dossier.capturedAt) },
        { u"submittedAt"_s, toRfc3339(dossier.submittedAt) },
        { u"form"_s,
          QJsonObject {
              { u"mediaType"_s, u"application/json"_s },
              { u"sha256"_s, dossier.formSha256 },
              { u"text"_s, QString::fromUtf8(dossier.form) },
          } },
        { u"attachments"_s, attachments },
    };
    // Left out when there are none: what earlier programs queued is sent byte for byte as they would have sent it.
    if (!dossier.branches.isEmpty())
        json.insert(u"branches"_s, jsonOf(dossier.branches));
    if (const auto given = assistanceFrom(QJsonDocument::fromJson(dossier.assistance).object()))
        json.insert(u"assistance"_s, assistanceForPortal(*given));
    if (!dossier.formerReceipt.isEmpty())
        json.insert(u"formerReceipt"_s, QString::fromLatin1(dossier.formerReceipt));
    return json;
}

QJsonObject jsonOf(const Lineage &lineage)
{
    QJsonObject json { { u"next"_s, QString::fromLatin1(lineage.next) } };
    if (!lineage.known.isEmpty())
        json.insert(u"known"_s, QString::fromLatin1(lineage.known));
    return json;
}

DeliveryKey readKey(StrictJson &json)
{
    return { json.dossierId("id"), int(json.integer("revision", 1, mostRevision)) };
}

Receipt readReceipt(StrictJson json)
{
    const DeliveryKey key = readKey(json);
    Receipt receipt;
    receipt.dossierId = key.id;
    receipt.revision = key.revision;
    receipt.officialCode = json.text("officialCode", 1, longestCode);
    checkPrintableCode(json, receipt.officialCode);
    receipt.receivedAt = json.time("receivedAt");
    receipt.dueAt = json.time("dueAt");
    receipt.sequence = json.integer("sequence", 0, largestJsonInteger);
    receipt.formSha256 = json.digest("formSha256");
    for (StrictJson file : json.objects("attachments", mostFiles)) {
        receipt.files.append(
            { file.text("name", 1, longestFileName), file.integer("size", 0, largestJsonInteger), file.digest("sha256") });
        if (file.has("rendition"))
            receipt.files.last().rendition = file.object("rendition").digest("sha256");
    }
    if (json.has("signed"))
        receipt.proof = json.text("signed", 1, longestProof).toLatin1(); // what it is worth is for whoever has the key
    return receipt;
}

// What the portal wants must be files of this dossier, at most once each, within their size.
void readWanted(StrictJson json, const OutboundDossier &sent, ItemResult &result)
{
    QHash<QString, qint64> sizes;
    for (const OutboundFile &file : sent.files + sent.renditions)
        sizes.insert(uploadIdOf(sent.id, file.name, file.sha256), file.size);
    for (StrictJson wanted : json.objects("wanted", mostFiles)) {
        const QString uploadId = wanted.text("uploadId", 1, longestCode);
        const qint64 length = wanted.integer("length", 0, largestJsonInteger);
        const qint64 offset = wanted.integer("offset", 0, length);
        if (sizes.value(uploadId, -1) != length)
            wanted.complain(wanted.path());
        sizes.remove(uploadId);
        result.wanted.append({ uploadId, offset, length });
    }
}

ItemResult readResult(StrictJson json, const QList<OutboundDossier> &sent)
{
    ItemResult result;
    result.key = readKey(json);
    const auto dossier = std::find_if(sent.begin(), sent.end(), [&](const OutboundDossier &each) {
        return DeliveryKey { each.id, each.revision } == result.key;
    });
    if (dossier == sent.end()) {
        json.complain(json.path());
        return result;
    }
    const QString outcome = json.text("outcome", 1, longestCode);
    if (outcome == "wanted"_L1) {
        result.outcome = ItemResult::Outcome::Wanted;
        readWanted(json, *dossier, result);
    } else if (outcome == "received"_L1) {
        result.outcome = ItemResult::Outcome::Received;
        result.receipt = readReceipt(json.object("receipt"));
        if (DeliveryKey { result.receipt.dossierId, result.receipt.revision } != result.key)
            json.complain(json.path() + u"/receipt"_s);
        if (json.has("wanted"))
            readWanted(json, *dossier, result); // originals that are to follow
    } else if (outcome == "rejected"_L1) {
        result.outcome = ItemResult::Outcome::Rejected;
        result.problem = readProblem(json.object("problem").raw());
        if (result.problem.isEmpty())
            json.complain(json.path() + u"/problem/type"_s);
    } else {
        json.complain(json.path() + u"/outcome"_s);
    }
    return result;
}

} // namespace

QByteArray toJson(const OutboundDossier &dossier)
{
    return QJsonDocument(jsonOf(dossier)).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const SyncRequest &request, const PortalAccess &portal)
{
    QJsonArray dossiers;
    for (const OutboundDossier &dossier : request.dossiers)
        dossiers.append(jsonOf(dossier));
    QJsonArray acknowledge;
    for (const DeliveryKey &key : request.acknowledge)
        acknowledge.append(QJsonObject { { u"id"_s, key.id }, { u"revision"_s, key.revision } });
    QJsonObject kiosk {
        { u"id"_s, portal.kioskId },
        { u"commune"_s, portal.commune },
        { u"software"_s, u"motcua " MOTCUA_VERSION ""_s },
    };
    if (!portal.formerIds.isEmpty())
        kiosk.insert(u"formerIds"_s, QJsonArray::fromStringList(portal.formerIds));
    QJsonObject call {
        { u"kiosk"_s, kiosk },
        { u"cursor"_s, request.cursor },
        { u"dossiers"_s, dossiers },
        { u"acknowledge"_s, acknowledge },
    };
    if (!request.lineage.next.isEmpty())
        call.insert(u"lineage"_s, jsonOf(request.lineage));
    if (request.journal.head.sequence > 0) {
        QJsonObject journal = jsonOf(request.journal.head);
        if (request.journal.since.sequence > 0)
            journal.insert(u"since"_s, jsonOf(request.journal.since));
        call.insert(u"journal"_s, journal);
    }
    return QJsonDocument(call).toJson(QJsonDocument::Compact);
}

SyncAnswer readSyncAnswer(const QByteArray &json, const SyncRequest &request, QString &problem)
{
    QJsonParseError parsing;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsing);
    if (!document.isObject()) {
        problem = u"not a JSON object (byte %1)"_s.arg(parsing.offset);
        return {};
    }
    StrictJson root(document.object(), {}, problem);
    SyncAnswer answer;
    answer.serverTime = root.time("serverTime");
    for (const StrictJson &item : root.objects("results", mostDossiersPerCall))
        answer.results.append(readResult(item, request.dossiers));
    for (const StrictJson &item : root.objects("receipts", mostReceipts))
        answer.receipts.append(readReceipt(item));
    answer.changes = readChanges(root);
    answer.cursor = root.text("cursor", 0, longestCursor);
    answer.more = root.flag("more");
    if (root.has("resend"))
        answer.resendAfter = root.object("resend").integer("after", 0, largestJsonInteger);
    if (root.has("journal")) {
        StrictJson journal = root.object("journal");
        JournalMark held { journal.integer("sequence", 0, largestJsonInteger), {} };
        if (held.sequence > 0)
            held.hash = QByteArray::fromHex(journal.digest("hash").toLatin1());
        answer.journalHeld = held;
        if (journal.has("objection"))
            answer.journalObjection = journal.text("objection", 1, 16);
    }

    QSet<QString> answered;
    for (const ItemResult &result : std::as_const(answer.results))
        answered.insert(result.key.id);
    if (answered.size() != request.dossiers.size() || answer.results.size() != request.dossiers.size())
        root.complain(u"/results: not one for each dossier"_s);
    if (answer.more && answer.cursor == request.cursor && answer.receipts.isEmpty())
        root.complain(u"/more: but the cursor stands still"_s);
    return root.ok() ? answer : SyncAnswer {};
}

QList<Receipt> readReceipts(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QString problem;
    StrictJson root(document.object(), {}, problem);
    QList<Receipt> receipts;
    for (const StrictJson &item : root.objects("receipts", mostDossiersPerCall))
        receipts.append(readReceipt(item));
    return root.ok() ? receipts : QList<Receipt>();
}

std::optional<Receipt> readReceiptText(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QString problem;
    const Receipt receipt = readReceipt(StrictJson(document.object(), {}, problem));
    return document.isObject() && problem.isEmpty() ? std::optional(receipt) : std::nullopt;
}

bool sameManifest(const OutboundDossier &sent, const Receipt &receipt)
{
    if (receipt.dossierId != sent.id || receipt.revision != sent.revision || receipt.formSha256 != sent.formSha256)
        return false;
    if (receipt.files.size() != sent.files.size())
        return false;
    QHash<QString, ReceivedFile> atPortal;
    for (const ReceivedFile &file : receipt.files)
        atPortal.insert(file.name, file);
    return std::all_of(sent.files.begin(), sent.files.end(), [&](const OutboundFile &file) {
        const OutboundFile *small = sent.renditionOf(file.name);
        const ReceivedFile there = atPortal.value(file.name);
        return there == ReceivedFile { file.name, file.size, file.sha256 }
               || (small && there == ReceivedFile { file.name, file.size, file.sha256, small->sha256 });
    });
}

} // namespace motcua
