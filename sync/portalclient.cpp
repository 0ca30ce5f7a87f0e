#include "sync/portalclient.h"

#include "core/jose/verifykey.h"
#include "core/outbox/procedureinbox.h"
#include "sync/gzip.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {
constexpr qint64 longestSyncAnswer = 16 * 1024 * 1024;
constexpr qsizetype longestTag = 200;
constexpr qsizetype worthCompressing = 600;

QByteArray freshNonce()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

PortalClient::PortalClient(Transport &transport, PortalAccess portal, StopAsked stop)
    : m_transport(transport)
    , m_portal(std::move(portal))
    , m_stop(std::move(stop))
{
}

QUrl PortalClient::api(const QString &path) const
{
    QUrl url = m_portal.url;
    url.setPath(u"/api/v1/"_s + path);
    return url;
}

QUrl PortalClient::uploadUrl(const QString &uploadId) const
{
    return api(u"uploads/"_s + uploadId);
}

HttpRequest PortalClient::syncRequest(const SyncRequest &request) const
{
    HttpRequest http;
    http.method = "POST";
    http.url = api(u"sync"_s);
    http.headers = { { "Content-Type", "application/json" }, { "Accept", "application/json, application/problem+json" } };
    http.body = toJson(request, m_portal);
    http.answerLimit = longestSyncAnswer;
    if (http.body.size() > worthCompressing) {
        http.body = gzip(http.body);
        http.headers.append(std::pair<QByteArray, QByteArray>("Content-Encoding", "gzip"));
    }
    return http;
}

Reply<SyncAnswer> PortalClient::readSync(const Transmission &transmission, const SyncRequest &request)
{
    Reply<SyncAnswer> reply { judge(transmission, 200), {} };
    if (!reply.judgement.ok())
        return reply;
    QString problem;
    reply.value = readSyncAnswer(transmission->body, request, problem);
    if (!problem.isEmpty())
        reply.judgement = portalFault(u"answer breaks the contract at "_s + problem);
    else
        reply.value.hint = readSyncHint(transmission->header("sync-hint"));
    return reply;
}

HttpRequest PortalClient::receiptKeyRequest() const
{
    HttpRequest http;
    http.method = "GET";
    http.url = api(u"receipt-key"_s);
    http.headers = { { "Accept", "application/jwk+json, application/problem+json" } };
    return http;
}

Reply<QByteArray> PortalClient::readReceiptKey(const Transmission &transmission)
{
    if (transmission && transmission->status == 404)
        return { judge(transmission, 404), {} };
    if (!transmission || transmission->status != 200)
        return { judge(transmission, 200), {} };
    if (const auto key = verifyKeyFromJwk(transmission->body); !key)
        return { portalFault(u"a receipt key that is none: "_s + key.error()), {} };
    return { {}, transmission->body };
}

Reply<ProcedureFile> PortalClient::procedures(const QByteArray &knownTag)
{
    HttpRequest http;
    http.method = "GET";
    http.url = api(u"catalog/packs"_s);
    http.headers = { { "Accept", "application/jose+json, application/problem+json" } };
    if (!knownTag.isEmpty())
        http.headers.append({ "If-None-Match", knownTag });
    http.answerLimit = ProcedureInbox::largestFile;
    const Transmission transmission = m_transport.send(http, m_stop);
    if (transmission && (transmission->status == 304 || transmission->status == 404))
        return { judge(transmission, transmission->status), {} };
    if (!transmission || transmission->status != 200)
        return { judge(transmission, 200), {} };
    // A captive page is text/html and would otherwise be taken for a file that was tampered with.
    if (!transmission->header("content-type").startsWith("application/jose+json"))
        return { portalFault(u"a catalog that is no application/jose+json"_s), {} };
    const QByteArray tag = transmission->header("etag");
    return { {}, { transmission->body, tag.size() <= longestTag ? tag : QByteArray() } };
}

Reply<ResultPiece> PortalClient::resultPiece(const ResultFile &file, qint64 offset, qint64 length)
{
    const qint64 last = std::min(offset + length, file.size) - 1;
    const QByteArray tag = '"' + file.sha256.toLatin1() + '"';
    HttpRequest http;
    http.method = "GET";
    http.url = api(u"results/"_s + file.id);
    http.headers = { { "Range", "bytes=" + QByteArray::number(offset) + '-' + QByteArray::number(last) }, { "If-Range", tag } };
    http.answerLimit = file.size + 1024; // a portal without ranges sends everything
    const Transmission transmission = m_transport.send(http, m_stop);
    if (!transmission || (transmission->status != 200 && transmission->status != 206))
        return { judge(transmission, 206), {} };
    if (transmission->header("content-type").startsWith("text/html") && file.mediaType != "text/html"_L1)
        return { portalFault(u"a page instead of a result"_s), {} };
    if (const QByteArray named = transmission->header("etag"); !named.isEmpty() && named != tag)
        return { portalFault(u"another result under the same id"_s), {} };
    if (transmission->status == 200)
        return { {}, { 0, transmission->body } };
    const bool asked = transmission->header("content-range").startsWith("bytes " + QByteArray::number(offset) + '-');
    if (!asked || transmission->body.size() > last - offset + 1)
        return { portalFault(u"not the range that was asked for"_s), {} };
    return { {}, { offset, transmission->body } };
}

Reply<QDateTime> PortalClient::ping()
{
    HttpRequest http;
    http.method = "GET";
    http.url = api(u"ping"_s);
    const QByteArray nonce = freshNonce();
    http.headers = { { "Portal-Nonce", nonce } };
    const Transmission transmission = m_transport.send(http, m_stop);
    Reply<QDateTime> reply { judge(transmission, 204), {} };
    if (!reply.judgement.ok())
        return reply;
    if (transmission->header("motcua-portal") != "1")
        reply.judgement = portalFault(u"no Motcua-Portal header"_s);
    // Portals before 1.1 echo nothing; a cache on the way echoes somebody else's.
    const QByteArray echo = transmission->header("portal-nonce");
    if (reply.judgement.ok() && !echo.isEmpty() && echo != nonce)
        reply.judgement = portalFault(u"the echo of another call"_s);
    const QString date = QString::fromLatin1(transmission->header("date")).replace("GMT"_L1, "+0000"_L1);
    reply.value = QDateTime::fromString(date, Qt::RFC2822Date).toUTC();
    return reply;
}

} // namespace motcua
