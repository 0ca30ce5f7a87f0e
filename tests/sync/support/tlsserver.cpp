#include "tests/sync/support/tlsserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <thread>
#include <vector>

#ifndef Q_OS_WIN
#    include <sys/socket.h>
#endif

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int handshake = 20'000; // ms

class Listener final : public QTcpServer
{
public:
    QList<qintptr> waiting; // one wait may take several

protected:
    void incomingConnection(qintptr descriptor) override { waiting.append(descriptor); }
};

} // namespace

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TlsServer::TlsServer(const QString &chainFile, const QString &keyFile, Serve serve, int window)
    : m_chainFile(chainFile)
    , m_keyFile(keyFile)
    , m_serve(std::move(serve))
    , m_window(window)
{
    start();
    m_port.wait(0);
}

TlsServer::~TlsServer()
{
    m_stop = true;
    wait();
}

QUrl TlsServer::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

void TlsServer::run()
{
    Listener listener;
    listener.listen(QHostAddress::LocalHost);
#ifndef Q_OS_WIN
    if (m_window > 0) // connections inherit it
        setsockopt(int(listener.socketDescriptor()), SOL_SOCKET, SO_RCVBUF, &m_window, sizeof m_window);
#endif
    m_port = listener.serverPort();
    m_port.notify_all();
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
            if (socket.waitForEncrypted(handshake))
                m_serve(socket);
            socket.abort();
        });
    }
    for (std::thread &connection : connections)
        connection.join();
}

bool TlsServer::isAlive(const QSslSocket &socket) const
{
    return !m_stop && socket.state() == QAbstractSocket::ConnectedState;
}

bool TlsServer::receive(QSslSocket &socket, QByteArray &buffer) const
{
    while (isAlive(socket) && socket.bytesAvailable() == 0)
        socket.waitForReadyRead(step);
    const qsizetype before = buffer.size();
    buffer += socket.readAll();
    return !m_stop && (buffer.size() > before || isAlive(socket));
}

bool TlsServer::send(QSslSocket &socket, const QByteArray &bytes) const
{
    socket.write(bytes);
    while (socket.bytesToWrite() + socket.encryptedBytesToWrite() > 0 && isAlive(socket))
        socket.waitForBytesWritten(step);
    return isAlive(socket);
}

} // namespace motcua
