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
                                                { "at"_L1, toRfc3339(dossier.problem->at) } });
    return json;
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
