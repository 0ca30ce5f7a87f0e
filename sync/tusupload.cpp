#include "sync/tusupload.h"

#include "sync/strictjson.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 smallestChunk = 4 * 1024;
constexpr int mostCorrections = 3; // offsets put right without one byte of progress between them

const std::pair<QByteArray, QByteArray> version { "Tus-Resumable", "1.0.0" };

bool offsetOf(const HttpResponse &response, qint64 &offset)
{
    bool isNumber = false;
    const qint64 value = response.header("upload-offset").toLongLong(&isNumber);
    if (!isNumber || value < 0 || value > largestJsonInteger)
        return false;
    offset = value;
    return true;
}

} // namespace

TusUpload::TusUpload(Transport &transport, Source source, StopAsked stop)
    : m_transport(transport)
    , m_source(std::move(source))
    , m_stop(std::move(stop))
{
}

Judgement TusUpload::create(const QUrl &collection, const QByteArray &metadata, QUrl &upload)
{
    HttpRequest http;
    http.method = "POST";
    http.url = collection;
    http.headers = { version, { "Upload-Length", QByteArray::number(m_source.size) } };
    if (!metadata.isEmpty())
        http.headers.append({ "Upload-Metadata", metadata });
    const Transmission transmission = m_transport.send(http, m_stop);
    const Judgement judgement = judge(transmission, 201);
    if (!judgement.ok())
        return judgement;
    upload = collection.resolved(QUrl::fromEncoded(transmission->header("location")));
    if (transmission->header("location").isEmpty() || upload.scheme() != collection.scheme()
        || upload.host() != collection.host())
        return portalFault(u"tus creation without a usable Location"_s);
    return judgement;
}

HttpRequest TusUpload::offsetRequest(const QUrl &upload)
{
    HttpRequest http;
    http.method = "HEAD";
    http.url = upload;
    http.headers = { version };
    return http;
}

Judgement TusUpload::readOffset(const Transmission &transmission, qint64 size, qint64 &offset)
{
    Judgement judgement = judge(transmission, 200);
    if (judgement.ok() && (!offsetOf(*transmission, offset) || offset > size))
        return portalFault(u"HEAD without a possible Upload-Offset"_s);
    return judgement;
}

Judgement TusUpload::askOffset(const QUrl &upload, qint64 &offset)
{
    return readOffset(m_transport.send(offsetRequest(upload), m_stop), m_source.size, offset);
}

HttpRequest TusUpload::patchRequest(const QUrl &upload, const QByteArray &piece, qint64 offset)
{
    HttpRequest http;
    http.method = "PATCH";
    http.url = upload;
    http.headers = { version,
                     { "Content-Type", "application/offset+octet-stream" },
                     { "Upload-Offset", QByteArray::number(offset) } };
    http.body = piece;
    return http;
}

Judgement TusUpload::readPatch(const Transmission &transmission, qint64 length, qint64 &offset)
{
    // 200 is for who asked what became of the dossier.
    const bool withBody =
        transmission && transmission->status == 200 && transmission->header("content-type") == "application/json";
    const Judgement judgement = judge(transmission, withBody ? 200 : 204);
    if (!judgement.ok())
        return judgement;
    qint64 reached = 0;
    if (!offsetOf(*transmission, reached) || reached <= offset || reached > offset + length)
        return portalFault(u"PATCH answered with an impossible Upload-Offset"_s);
    offset = reached;
    return judgement;
}

Judgement TusUpload::patch(const QUrl &upload, const QByteArray &piece, qint64 &offset)
{
    HttpRequest http = patchRequest(upload, piece, offset);
    http.beforeFirstByte = m_beforeFirstByte;
    return readPatch(m_transport.send(http, m_stop), piece.size(), offset);
}

Judgement TusUpload::findOffset(const QUrl &upload, const Judgement &mismatch, qint64 &offset)
{
    if (mismatch.problem.offset < 0)
        return askOffset(upload, offset);
    if (mismatch.problem.offset > m_source.size)
        return portalFault(u"offset beyond the end of the file"_s);
    offset = mismatch.problem.offset;
    return {};
}

TusUpload::End TusUpload::send(const QUrl &upload, qint64 offset)
{
    int corrections = 0;
    while (offset < m_source.size) {
        const Result<QByteArray> piece = m_source.read(offset, std::min(m_chunk, m_source.size - offset));
        if (!piece)
            return { {}, piece.error() };
        if (piece->isEmpty()) { // the file here is shorter than its manifest says
            Judgement tooShort;
            tooShort.verdict = Verdict::DigestMismatch;
            return { tooShort, std::nullopt };
        }

        Judgement judgement = patch(upload, *piece, offset);
        switch (judgement.verdict) {
        case Verdict::Ok:
            corrections = 0;
            break;
        case Verdict::OffsetMismatch:
            if (++corrections > mostCorrections)
                return { judgement, std::nullopt };
            judgement = findOffset(upload, judgement, offset);
            if (!judgement.ok())
                return { judgement, std::nullopt };
            break;
        case Verdict::TooLarge:
            if (m_chunk / 2 < smallestChunk)
                return { judgement, std::nullopt };
            m_chunk = std::min(m_chunk, m_source.size) / 2;
            m_chunk = std::max(m_chunk, smallestChunk);
            break;
        default:
            return { judgement, std::nullopt };
        }
        if (m_confirmed)
            m_confirmed(offset);
    }
    return {};
}

} // namespace motcua
