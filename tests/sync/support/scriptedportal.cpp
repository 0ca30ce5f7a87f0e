#include "tests/sync/support/scriptedportal.h"

#include <QSslSocket>

#include <zlib.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QByteArray gunzip(const QByteArray &bytes)
{
    constexpr int gzipWindow = 15 + 16;
    QByteArray result(1 << 24, Qt::Uninitialized);
    z_stream stream {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    inflateInit2(&stream, gzipWindow);
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END; // with its checksum and length
    result.truncate(whole ? qsizetype(stream.total_out) : 0);
    inflateEnd(&stream);
    return result;
}

} // namespace

ScriptedPortal::ScriptedPortal(const QString &chainFile, const QString &keyFile, Script script)
    : m_script(std::move(script))
    , m_server(chainFile, keyFile, [this](QSslSocket &socket) { serve(socket); })
{
}

QList<ScriptedPortal::Request> ScriptedPortal::requests() const
{
    const QMutexLocker locker(&m_mutex);
    return m_requests;
}

void ScriptedPortal::serve(QSslSocket &socket)
{
    QByteArray buffer;
    Request request;
    while (!m_server.stops() && readRequest(socket, buffer, request)) {
        {
            const QMutexLocker locker(&m_mutex);
            m_requests.append(request);
        }
        const Answer reply = [&] {
            const QMutexLocker locker(&m_scripted); // scripts need not be thread-safe
            return m_script(request);
        }();
        answer(socket, reply);
        if (reply.then == Then::Close)
            return;
        while (reply.then == Then::Hang && m_server.isAlive(socket))
            socket.waitForReadyRead(TlsServer::step);
    }
}

bool ScriptedPortal::readRequest(QSslSocket &socket, QByteArray &buffer, Request &request)
{
    while (!buffer.contains("\r\n\r\n")) {
        if (!m_server.receive(socket, buffer))
            return false;
    }
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    const QList<QByteArray> lines = buffer.left(headEnd).split('\n');
    buffer.remove(0, headEnd + 4);
    request = {};
    request.method = lines.first().split(' ').value(0);
    request.path = lines.first().split(' ').value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    while (buffer.size() < length) {
        if (!m_server.receive(socket, buffer))
            return false;
    }
    request.body = buffer.left(length);
    if (request.headers.value("content-encoding") == "gzip")
        request.body = gunzip(request.body);
    buffer.remove(0, length);
    return true;
}

void ScriptedPortal::answer(QSslSocket &socket, const Answer &reply)
{
    constexpr qsizetype usual =
        64 * 1024; // Qt encrypts what it is given before the first byte leaves: 40 MiB on a busy machine is a silence
    const qsizetype piece = reply.dripMilliseconds > 0 ? 1 : usual;
    for (qsizetype sent = 0; sent < reply.bytes.size(); sent += piece) {
        if (!m_server.send(socket, reply.bytes.mid(sent, piece)))
            return;
        if (reply.dripMilliseconds > 0)
            socket.waitForReadyRead(reply.dripMilliseconds);
    }
}

ScriptedPortal::Answer ScriptedPortal::plain(int status, const QByteArray &contentType, const QByteArray &body,
                                             const QByteArray &moreHeaders)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " X\r\n";
    if (!contentType.isEmpty())
        head += "Content-Type: " + contentType + "\r\n";
    if (status != 204)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return { head + moreHeaders + "\r\n" + body };
}

ScriptedPortal::Answer ScriptedPortal::json(int status, const QByteArray &body)
{
    return plain(status, "application/json; charset=utf-8", body);
}

ScriptedPortal::Answer ScriptedPortal::problem(int status, const QByteArray &slug, const QByteArray &moreMembers,
                                               const QByteArray &moreHeaders)
{
    const QByteArray members = moreMembers.isEmpty() ? QByteArray() : "," + moreMembers;
    return plain(status, "application/problem+json",
                 "{\"type\":\"urn:motcua:problem:" + slug + "\",\"title\":\"x\",\"status\":" + QByteArray::number(status)
                     + members + "}",
                 moreHeaders);
}

} // namespace motcua
