#include "app/ctl/dossierjson.h"

#include "core/base/clock.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString severityWord(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Missing:
        return u"missing"_s;
    case Finding::Severity::Error:
        return u"error"_s;
    case Finding::Severity::Doubt:
        return u"doubt"_s;
    }
    return {};
}

QString otherDoorWord(OtherDoor door)
{
    switch (door) {
    case OtherDoor::No:
        break;
    case OtherDoor::Taken:
        return u"taken"_s;
    case OtherDoor::Entered:
        return u"entered"_s;
    case OtherDoor::Found:
        return u"found"_s;
    }
    return u"no"_s;
}

QJsonArray papersJson(const QList<Attachment> &attachments)
{
    QJsonArray papers;
    for (const Attachment &paper : attachments) {
        papers.append(QJsonObject { { "id"_L1, paper.id },
                                    { "component"_L1, paper.component },
                                    { "name"_L1, paper.name },
                                    { "mediaType"_L1, paper.mediaType },
                                    { "size"_L1, paper.size },
                                    { "sha256"_L1, paper.sha256 },
                                    { "pages"_L1, paper.pages },
                                    { "originalReturned"_L1, paper.originalReturned } });
    }
    return papers;
}

QJsonArray historyJson(const QList<HistoryEntry> &history)
{
    QJsonArray entries;
    for (const HistoryEntry &entry : history) {
        entries.append(QJsonObject { { "at"_L1, toRfc3339(entry.at) },
                                     { "actor"_L1, entry.actor },
                                     { "action"_L1, entry.action },
                                     { "detail"_L1, entry.detail } });
    }
    return entries;
}

QJsonArray branchesJson(const QList<DossierBranch> &branches)
{
    QJsonArray array;
    for (const DossierBranch &branch : branches) {
        array.append(QJsonObject { { "id"_L1, branch.id },
                                   { "procedure"_L1, branch.procedureCode },
                                   { "title"_L1, branch.title },
                                   { "agency"_L1, branch.agency },
                                   { "deadline"_L1, branch.deadlineText },
                                   { "components"_L1, QJsonArray::fromStringList(branch.components) },
                                   { "portalStatus"_L1, branch.portalStatus },
                                   { "officialCode"_L1, branch.officialCode },
                                   { "dueAt"_L1, toRfc3339(branch.dueAt) },
                                   { "note"_L1, branch.note },
                                   { "updatedAt"_L1, toRfc3339(branch.updatedAt) } });
    }
    return array;
}

} // namespace

QJsonObject toJson(const DossierSummary &dossier)
{
    return {
        { "id"_L1, dossier.id },
        { "revision"_L1, dossier.revision },
        { "localCode"_L1, dossier.localCode },
        { "procedure"_L1, dossier.procedureCode },
        { "packVersion"_L1, dossier.packVersion },
        { "applicant"_L1, dossier.applicantName },
        { "status"_L1, toStored(dossier.status) },
        { "delivery"_L1, toStored(dossier.delivery) },
        { "officialCode"_L1, dossier.officialCode },
        { "dueAt"_L1, toRfc3339(dossier.dueAt) },
        { "portalStatus"_L1, dossier.portalStatus },
        { "createdAt"_L1, toRfc3339(dossier.createdAt) },
        { "submittedAt"_L1, toRfc3339(dossier.submittedAt) },
        { "papers"_L1, dossier.papers },
        { "branchesAsking"_L1, dossier.branchesAsking },
        { "asks"_L1, int(dossier.asks.toInt()) },
        { "otherDoor"_L1, otherDoorWord(dossier.otherDoor) },
        { "purgedAt"_L1, dossier.purgedAt.isValid() ? toRfc3339(dossier.purgedAt) : QString() },
        { "createdBy"_L1, dossier.createdBy },
        { "handedOver"_L1, dossier.isHandedOver },
        { "sealed"_L1, dossier.isSealed },
    };
}

QJsonObject toJson(const Dossier &dossier)
{
    QJsonObject json = toJson(dossier.summary);
    json.insert("form"_L1, dossier.form);
    json.insert("formSha256"_L1, dossier.submittedFormSha256);
    json.insert("attachments"_L1, papersJson(dossier.attachments));
    json.insert("branches"_L1, branchesJson(dossier.branches));
    json.insert("history"_L1, historyJson(dossier.history));
    json.insert("portalNote"_L1, dossier.summary.portalNote);
    json.insert("payment"_L1, QJsonObject { { "state"_L1, toStored(dossier.payment.state) },
                                            { "amount"_L1, dossier.payment.amount },
                                            { "declaredAt"_L1, toRfc3339(dossier.payment.declaredAt) } });
    if (dossier.receipt)
        json.insert("receivedAt"_L1, toRfc3339(dossier.receipt->receivedAt));
    if (dossier.problem)
        json.insert("problem"_L1, QJsonObject { { "error"_L1, dossier.problem->errorId },
                                                { "reason"_L1, dossier.problem->reason },
                                                { "field"_L1, dossier.problem->field },
                                                { "at"_L1, toRfc3339(dossier.problem->at) },
                                                { "papers"_L1, QJsonArray::fromStringList(dossier.problem->papers) } });
    json.insert("now"_L1, dossier.now);
    if (dossier.assistance)
        json.insert("assistance"_L1, toJson(*dossier.assistance));
    json.insert("portal"_L1, fromPortalJson(dossier));
    return json;
}

QJsonObject toJson(const Receipt &receipt)
{
    QJsonArray files;
    for (const ReceivedFile &file : receipt.files)
        files.append(QJsonObject { { "name"_L1, file.name },
                                   { "size"_L1, file.size },
                                   { "sha256"_L1, file.sha256 },
                                   { "awaited"_L1, !file.rendition.isEmpty() } });
    return { { "id"_L1, receipt.dossierId },
             { "revision"_L1, receipt.revision },
             { "officialCode"_L1, receipt.officialCode },
             { "receivedAt"_L1, toRfc3339(receipt.receivedAt) },
             { "dueAt"_L1, toRfc3339(receipt.dueAt) },
             { "sequence"_L1, receipt.sequence },
             { "formSha256"_L1, receipt.formSha256 },
             { "files"_L1, files },
             { "signed"_L1, QString::fromLatin1(receipt.proof) } };
}

QJsonObject fromPortalJson(const Dossier &dossier)
{
    QJsonArray requests;
    for (const PortalRequest &request : dossier.requests) {
        QJsonArray items;
        for (const SupplementItem &item : request.request.items)
            items.append(
                QJsonObject { { "component"_L1, item.component }, { "field"_L1, item.field }, { "text"_L1, item.text } });
        requests.append(QJsonObject { { "sequence"_L1, request.sequence },
                                      { "branch"_L1, request.branch },
                                      { "at"_L1, toRfc3339(request.at) },
                                      { "note"_L1, request.note },
                                      { "until"_L1, request.request.until.toString(Qt::ISODate) },
                                      { "items"_L1, items },
                                      { "answeredBy"_L1, request.answeredBy } });
    }
    QJsonArray results;
    for (const PortalResult &result : dossier.results) {
        results.append(QJsonObject { { "id"_L1, result.file.id },
                                     { "name"_L1, result.file.name },
                                     { "mediaType"_L1, result.file.mediaType },
                                     { "size"_L1, result.file.size },
                                     { "sha256"_L1, result.file.sha256 },
                                     { "branch"_L1, result.branch },
                                     { "held"_L1, result.held },
                                     { "complete"_L1, result.complete },
                                     { "toldAt"_L1, toRfc3339(result.toldAt) } });
    }
    QJsonArray messages;
    for (const PortalMessage &message : dossier.messages) {
        messages.append(QJsonObject { { "sequence"_L1, message.sequence },
                                      { "branch"_L1, message.branch },
                                      { "at"_L1, toRfc3339(message.at) },
                                      { "text"_L1, message.text },
                                      { "toldAt"_L1, toRfc3339(message.toldAt) } });
    }
    QJsonArray receipts;
    for (const Receipt &receipt : dossier.formerReceipts)
        receipts.append(toJson(receipt));
    if (dossier.receipt)
        receipts.append(toJson(*dossier.receipt));
    return { { "requests"_L1, requests }, { "results"_L1, results }, { "messages"_L1, messages }, { "receipts"_L1, receipts } };
}

QJsonArray toJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings) {
        array.append(QJsonObject { { "severity"_L1, severityWord(finding.severity) },
                                   { "pointer"_L1, finding.pointer },
                                   { "component"_L1, finding.component },
                                   { "keyword"_L1, finding.keyword },
                                   { "message"_L1, finding.message } });
    }
    return array;
}

} // namespace motcua
