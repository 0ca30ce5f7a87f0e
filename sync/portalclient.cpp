#include "sync/portalclient.h"

#include "core/jose/verifykey.h"
#include "sync/gzip.h"
#include "sync/leanprocedures.h"
#include "sync/tusupload.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {
constexpr qint64 longestSyncAnswer = 16 * 1024 * 1024;
constexpr qsizetype longestTag = 200;
constexpr qsizetype worthCompressing = 600;
constexpr char signedProceduresType[] = "application/jose+json";

QByteArray freshNonce()
{
    std::array<quint32, 4> words {};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// An answer with bytes of a file, whole or cut, or 304 or 404; null: neither.
const HttpResponse *answerOf(const Transmission &transmission)
{
    const HttpResponse *response = transmission                 ? &*transmission
                                   : transmission.error().soFar ? &*transmission.error().soFar
                                                                : nullptr;
    if (!response)
        return nullptr;
    const bool bytes = response->status == 200 || response->status == 206;
    const bool nothing = transmission && (response->status == 304 || response->status == 404);
    return bytes || nothing ? response : nullptr;
}

// RFC 9530: sha-256=:base64:
QByteArray digestIn(const HttpResponse &response)
{
    const QByteArray text = response.header("repr-digest");
    constexpr QByteArrayView head = "sha-256=:";
    if (!text.startsWith(head) || !text.endsWith(':'))
        return {};
    const auto digest = QByteArray::fromBase64Encoding(text.mid(head.size(), text.size() - head.size() - 1));
    return digest && (*digest).size() == 32 ? *digest : QByteArray();
}

QByteArray tagIn(const HttpResponse &response, const QByteArray &header)
{
    const QByteArray tag = response.header(header);
    return tag.size() <= longestTag ? tag : QByteArray();
}

ProcedureDownload beginningOf(const HttpResponse &response, const QByteArray &type)
{
    ProcedureDownload begun;
    begun.tag = tagIn(response, "etag");
    begun.fileTag = type == leanProceduresType ? tagIn(response, "catalog-tag") : begun.tag;
    begun.mediaType = type;
    begun.base = type == leanProceduresType ? response.header("catalog-base") : QByteArray();
    begun.digest = digestIn(response);
    begun.bytes = response.body;
    const qint64 length = response.header("content-length").toLongLong();
    begun.size = length > 0 ? length : begun.bytes.size(); // without a length the end of the answer is the end of the file
    return begun;
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

HttpRequest PortalClient::pieceRequest(const QString &uploadId, const QByteArray &piece, qint64 offset, bool isLast) const
{
    HttpRequest http = TusUpload::patchRequest(uploadUrl(uploadId), piece, offset);
    if (isLast) {
        http.headers.emplaceBack("Accept", "application/json, application/problem+json");
        http.answerLimit = longestSyncAnswer;
    }
    return http;
}

QList<Receipt> PortalClient::receiptsBeside(const Transmission &transmission)
{
    return transmission && transmission->status == 200 ? readReceipts(transmission->body) : QList<Receipt>();
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

Reply<ProcedureDownload> PortalClient::procedures(const ProcedureWish &wish)
{
    const ProcedureDownload &soFar = wish.soFar;
    HttpRequest http;
    http.method = "GET";
    http.url = api(u"catalog/packs"_s);
    const QByteArray plainly = QByteArray(signedProceduresType) + ", application/problem+json";
    http.headers = { { "Accept", wish.lean ? QByteArray(leanProceduresType) + ", " + plainly : plainly } };
    if (!wish.knownTag.isEmpty())
        http.headers.append({ "If-None-Match", wish.knownTag });
    if (wish.lean && !wish.have.isEmpty())
        http.headers.append({ "Catalog-Have", wish.have });
    if (!soFar.bytes.isEmpty()) {
        http.headers.append({ "Range", "bytes=" + QByteArray::number(soFar.bytes.size()) + '-' });
        http.headers.append({ "If-Range", soFar.tag });
    }
    http.answerLimit = ProcedureInbox::largestFile;
    http.keepCut = true;
    const Transmission transmission = m_transport.send(http, m_stop);
    const HttpResponse *response = answerOf(transmission);
    if (!response)
        return { judge(transmission, 200), {} };
    if (response->status == 304 || response->status == 404)
        return { judge(transmission, response->status), {} };
    // A captive page is text/html and would otherwise be taken for a file that was tampered with.
    const QByteArray type = response->header("content-type").split(';').first().trimmed();
    if (type != signedProceduresType && !(wish.lean && type == leanProceduresType))
        return { portalFault(u"a catalog of another media type"_s), {} };
    const Judgement judgement = transmission ? Judgement {} : judge(transmission, 200);
    if (response->status == 200)
        return { judgement, beginningOf(*response, type) };
    const QByteArray range = "bytes " + QByteArray::number(soFar.bytes.size()) + '-';
    if (soFar.bytes.isEmpty() || response->header("etag") != soFar.tag || !response->header("content-range").startsWith(range)
        || soFar.bytes.size() + response->body.size() > soFar.size)
        return { portalFault(u"not the range that was asked for"_s), {} };
    ProcedureDownload grown = soFar;
    grown.bytes += response->body;
    return { judgement, grown };
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
    http.keepCut = true;
    const Transmission transmission = m_transport.send(http, m_stop);
    const HttpResponse *response = answerOf(transmission);
    if (!response)
        return { judge(transmission, 206), {} };
    if (response->header("content-type").startsWith("text/html") && file.mediaType != "text/html"_L1)
        return { portalFault(u"a page instead of a result"_s), {} };
    if (const QByteArray named = response->header("etag"); !named.isEmpty() && named != tag)
        return { portalFault(u"another result under the same id"_s), {} };
    const Judgement judgement = transmission ? Judgement {} : judge(transmission, 206);
    if (response->status == 200)
        return { judgement, { 0, response->body } };
    const bool asked = response->header("content-range").startsWith("bytes " + QByteArray::number(offset) + '-');
    if (!asked || response->body.size() > last - offset + 1)
        return { portalFault(u"not the range that was asked for"_s), {} };
    return { judgement, { offset, response->body } };
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
