#pragma once

#include "tests/sync/support/tlsserver.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QUrl>

#include <functional>

class QSslSocket;

namespace motcua {

// A TLS server that answers as a test tells it to, byte by byte. A thread for each connection; one script at a time.
class ScriptedPortal final
{
public:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; // names in lower case
        QByteArray body;
    };
    enum class Then { KeepOpen, Close, Hang };
    struct Answer
    {
        QByteArray bytes; // whole HTTP answer, as it goes on the wire
        Then then = Then::KeepOpen;
        int dripMilliseconds = 0; // pause between single bytes
    };
    using Script = std::function<Answer(const Request &)>;

    ScriptedPortal(const QString &chainFile, const QString &keyFile, Script script);

    QUrl url() const { return m_server.url(); }
    QList<Request> requests() const;

    static Answer json(int status, const QByteArray &body);
    static Answer problem(int status, const QByteArray &slug, const QByteArray &moreMembers = {},
                          const QByteArray &moreHeaders = {});
    static Answer plain(int status, const QByteArray &contentType, const QByteArray &body, const QByteArray &moreHeaders = {});
    static Answer cut() { return { {}, Then::Close }; }

private:
    void serve(QSslSocket &socket);
    bool readRequest(QSslSocket &socket, QByteArray &buffer, Request &request);
    void answer(QSslSocket &socket, const Answer &reply);

    Script m_script;
    QMutex m_scripted;
    mutable QMutex m_mutex;
    QList<Request> m_requests;
    TlsServer m_server;
};

} // namespace motcua
