#pragma once

#include <QByteArray>
#include <QString>
#include <QThread>
#include <QUrl>

#include <atomic>
#include <functional>

class QSslSocket;

namespace motcua {

// TLS on a free port of loopback, a thread for each connection, for portals and proxies of tests. `serve` runs on that thread and returns
// when the connection is to end; what it uses must outlive this object, so let it be the last member.
class TlsServer final : public QThread
{
public:
    using Serve = std::function<void(QSslSocket &socket)>;

    // `window`: bytes that its kernel takes before anybody reads them; 0: as usual.
    TlsServer(const QString &chainFile, const QString &keyFile, Serve serve, int window = 0);
    ~TlsServer() override; // every connection has ended

    QUrl url() const;
    bool stops() const { return m_stop; }

    // Of use to `serve`; false when the connection or the test ended.
    bool isAlive(const QSslSocket &socket) const;
    bool receive(QSslSocket &socket, QByteArray &buffer) const; // waits for more bytes and appends them
    bool send(QSslSocket &socket, const QByteArray &bytes) const;

    static constexpr int step = 50; // ms between looks at the end of the test

protected:
    void run() override;

private:
    QString m_chainFile;
    QString m_keyFile;
    Serve m_serve;
    int m_window = 0;
    std::atomic<int> m_port = 0;
    std::atomic<bool> m_stop = false;
};

QByteArray contentOf(const QString &path); // empty when it cannot be read

} // namespace motcua
