#include "tests/sync/support/scriptedanswers.h"

#include "core/base/ids.h"
#include "sync/curltransport.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

using Answer = ScriptedPortal::Answer;
using Request = ScriptedPortal::Request;

QJsonObject callOf(const Request &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

QJsonObject receiptFor(const QJsonObject &dossier)
{
    QJsonArray files;
    for (const QJsonValue each : dossier.value("attachments"_L1).toArray()) {
        const QJsonObject file = each.toObject();
        files.append(QJsonObject { { u"name"_s, file.value("name"_L1) },
                                   { u"size"_s, file.value("size"_L1) },
                                   { u"sha256"_s, file.value("sha256"_L1) } });
    }
    return { { u"id"_s, dossier.value("id"_L1) },
             { u"revision"_s, dossier.value("revision"_L1) },
             { u"officialCode"_s, u"H19.231-261122-0001"_s },
             { u"receivedAt"_s, u"2026-11-22T14:05:09+07:00"_s },
             { u"dueAt"_s, u"2026-11-25T17:00:00+07:00"_s },
             { u"sequence"_s, 1 },
             { u"formSha256"_s, dossier.value("form"_L1).toObject().value("sha256"_L1) },
             { u"attachments"_s, files } };
}

QJsonObject item(const QJsonObject &dossier, const QString &outcome, const QString &member, const QJsonValue &value)
{
    return { { u"id"_s, dossier.value("id"_L1) },
             { u"revision"_s, dossier.value("revision"_L1) },
             { u"outcome"_s, outcome },
             { member, value } };
}

QJsonObject received(const QJsonObject &dossier)
{
    return item(dossier, u"received"_s, u"receipt"_s, receiptFor(dossier));
}

QJsonObject wanted(const QJsonObject &dossier, const QHash<QString, qint64> &held)
{
    QJsonArray uploads;
    for (const QJsonValue each : dossier.value("attachments"_L1).toArray()) {
        const QString id = each.toObject().value("uploadId"_L1).toString();
        const qint64 size = each.toObject().value("size"_L1).toInteger();
        if (held.value(id) < size)
            uploads.append(QJsonObject { { u"uploadId"_s, id }, { u"offset"_s, held.value(id) }, { u"length"_s, size } });
    }
    return uploads.isEmpty() ? received(dossier) : item(dossier, u"wanted"_s, u"wanted"_s, uploads);
}

QByteArray answerJson(const QJsonArray &results, const QJsonArray &receipts, const QString &cursor, bool more)
{
    return QJsonDocument(QJsonObject { { u"serverTime"_s, u"2026-11-22T14:05:09+07:00"_s },
                                       { u"results"_s, results },
                                       { u"receipts"_s, receipts },
                                       { u"changes"_s, QJsonArray {} },
                                       { u"cursor"_s, cursor },
                                       { u"more"_s, more } })
        .toJson(QJsonDocument::Compact);
}

Answer goodSync(const Request &request, const ForItem &each)
{
    QJsonArray results;
    for (const QJsonValue dossier : callOf(request).value("dossiers"_L1).toArray())
        results.append(each(dossier.toObject()));
    return ScriptedPortal::json(200, answerJson(results));
}

Answer patched(qint64 offset)
{
    return ScriptedPortal::plain(204, {}, {}, "Upload-Offset: " + QByteArray::number(offset) + "\r\n");
}

QString uploadOf(const Request &request)
{
    return QString::fromLatin1(request.path.mid(request.path.lastIndexOf('/') + 1));
}

Answer goodUpload(const Request &request, QHash<QString, qint64> &held)
{
    qint64 &have = held[uploadOf(request)];
    const QByteArray offset = QByteArray::number(have);
    if (request.method == "HEAD")
        return ScriptedPortal::plain(200, {}, {}, "Upload-Offset: " + offset + "\r\n");
    if (request.headers.value("upload-offset").toLongLong() != have)
        return ScriptedPortal::problem(409, "offset-mismatch", "\"offset\":" + offset);
    have += request.body.size();
    return patched(have);
}

SyncOutcome ScriptedKiosk::pass(const QUrl &url, const QString &ca, const StopAsked &stop)
{
    const PortalAccess portal { url, ca, token, newUuid7(clock), u"25231"_s };
    CurlTransport transport({ ca, url, token, 2s, { 1500ms, 1500ms, 128 } });
    return SyncPass(outbox, transport, portal, clock, monitor, memory, stop).run();
}

SyncOutcome ScriptedSite::pass(Kiosk &kiosk, const QUrl &url, const QString &ca, const StopAsked &stop) const
{
    return kiosk.pass(url, ca.isEmpty() ? m_certificates.ca : ca, stop);
}

} // namespace motcua
