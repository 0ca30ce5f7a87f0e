#include "tests/sync/support/scriptedportal.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <zlib.h>

#include <memory>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int step = 50; // ms between looks at the stop flag

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

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

class Listener final : public QTcpServer
{
public:
    QList<qintptr> waiting; // one wait may take several

protected:
    void incomingConnection(qintptr descriptor) override { waiting.append(descriptor); }
};

} // namespace

ScriptedPortal::ScriptedPortal(const QString &chainFile, const QString &keyFile, Script script)
    : m_chainFile(chainFile)
    , m_keyFile(keyFile)
    , m_script(std::move(script))
{
    start();
    while (m_port == 0)
        msleep(5);
}

ScriptedPortal::~ScriptedPortal()
{
    m_stop = true;
    wait();
}

QUrl ScriptedPortal::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

QList<ScriptedPortal::Request> ScriptedPortal::requests() const
{
    const QMutexLocker locker(&m_mutex);
    return m_requests;
}

void ScriptedPortal::run()
{
    Listener listener;
    listener.listen(QHostAddress::LocalHost);
    m_port = listener.serverPort();
    const QList<QSslCertificate> chain = QSslCertificate::fromData(contentOf(m_chainFile));
    const QSslKey key(contentOf(m_keyFile), QSsl::Ec);
    std::vector<std::thread> connections;
    while (!m_stop) {
        if (listener.waiting.isEmpty() && !listener.waitForNewConnection(step) && listener.waiting.isEmpty())
            continue;
        connections.emplace_back([this, chain, key, descriptor = listener.waiting.takeFirst()] {
            QSslSocket socket;
            socket.setSocketDescriptor(descriptor);
            socket.setLocalCertificateChain(chain);
            socket.setPrivateKey(key);
            socket.startServerEncryption();
            if (socket.waitForEncrypted(5000))
                serve(socket);
            socket.abort();
        });
    }
    for (std::thread &connection : connections)
        connection.join();
}

void ScriptedPortal::serve(QSslSocket &socket)
{
    QByteArray buffer;
    Request request;
    while (!m_stop && readRequest(socket, buffer, request)) {
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
        while (reply.then == Then::Hang && !m_stop && socket.state() == QAbstractSocket::ConnectedState)
            socket.waitForReadyRead(step);
    }
}

bool ScriptedPortal::readRequest(QSslSocket &socket, QByteArray &buffer, Request &request)
{
    const auto more = [&] {
        while (!m_stop && socket.state() == QAbstractSocket::ConnectedState && socket.bytesAvailable() == 0)
            socket.waitForReadyRead(step);
        buffer += socket.readAll();
        return !m_stop && (socket.state() == QAbstractSocket::ConnectedState || socket.bytesAvailable() > 0);
    };
    while (!buffer.contains("\r\n\r\n")) {
        if (!more())
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
        if (!more())
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
    const qsizetype piece = reply.dripMilliseconds > 0 ? 1 : reply.bytes.size();
    for (qsizetype sent = 0; sent < reply.bytes.size() && !m_stop && socket.state() == QAbstractSocket::ConnectedState;
         sent += piece) {
        socket.write(reply.bytes.mid(sent, piece));
        while (socket.bytesToWrite() + socket.encryptedBytesToWrite() > 0 && !m_stop
               && socket.state() == QAbstractSocket::ConnectedState)
            socket.waitForBytesWritten(step);
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
