#pragma once

#include "core/base/result.h"
#include "sync/transport.h"
#include "sync/verdict.h"

#include <QUrl>

#include <functional>

namespace motcua {

// One file on its way to a tus 1.0.0 server, from wherever the server stands (tus.io/protocols/resumable-upload). Works with the
// portal, where /sync made the upload and told the offset, and with any other tus server through create() and askOffset().
class TusUpload
{
public:
    struct Source
    {
        qint64 size = 0;
        std::function<Result<QByteArray>(qint64 offset, qint64 length)> read;
    };

    struct End
    {
        Judgement judgement;              // Ok: the server holds every byte
        std::optional<Error> sourceError; // our own copy could not be read
    };

    TusUpload(Transport &transport, Source source, StopAsked stop);

    void onFirstByte(std::function<bool()> hook) { m_beforeFirstByte = std::move(hook); }
    void onConfirmed(std::function<void(qint64 offset)> hook) { m_confirmed = std::move(hook); }
    void setChunk(qint64 bytes) { m_chunk = bytes; }
    qint64 chunk() const { return m_chunk; } // smaller than it was when the server found it too large

    // POST to the server's creation address; -> the address of the upload.
    Judgement create(const QUrl &collection, const QByteArray &metadata, QUrl &upload);
    // HEAD; -> bytes that the server holds.
    Judgement askOffset(const QUrl &upload, qint64 &offset);
    // PATCH after PATCH until the end, a stop or an answer that needs a decision.
    End send(const QUrl &upload, qint64 offset);

    // The same requests and their meaning, for who keeps several of them under way.
    static HttpRequest patchRequest(const QUrl &upload, const QByteArray &piece, qint64 offset);
    static Judgement readPatch(const Transmission &transmission, qint64 length, qint64 &offset);
    static HttpRequest offsetRequest(const QUrl &upload);
    static Judgement readOffset(const Transmission &transmission, qint64 size, qint64 &offset);

private:
    Judgement patch(const QUrl &upload, const QByteArray &piece, qint64 &offset);
    Judgement findOffset(const QUrl &upload, const Judgement &mismatch, qint64 &offset);

    Transport &m_transport;
    Source m_source;
    StopAsked m_stop;
    std::function<bool()> m_beforeFirstByte;
    std::function<void(qint64)> m_confirmed;
    qint64 m_chunk = 512 * 1024;
};

} // namespace motcua
