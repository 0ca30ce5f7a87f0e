#include "sync/plainprobe.h"

#include <QDeadlineTimer>
#include <QNetworkProxy>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::chrono::milliseconds patience { 4000 };
constexpr qsizetype longestHead = 8 * 1024;

std::optional<PlainAnswer> readHead(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> status = lines.first().trimmed().split(' ');
    if (status.size() < 2 || !status.first().startsWith("HTTP/1."))
        return std::nullopt;
    PlainAnswer answer;
    answer.status = status.at(1).toInt();
    for (const QByteArray &line : lines) {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
        if (name == "location")
            answer.location = value;
        else if (name == "content-type")
            answer.mediaType = value.split(';').first().trimmed().toLower();
    }
    return answer;
}

} // namespace

std::optional<PlainAnswer> askPlainly(const QString &host, int port)
{
    const QDeadlineTimer deadline(patience);
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(host, quint16(port));
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return std::nullopt;
    // A web server has nothing under this name; a network that wants a sign-in answers every name alike.
    socket.write("GET /generate_204 HTTP/1.1\r\nHost: " + host.toLatin1() + "\r\nConnection: close\r\n\r\n");
    QByteArray head;
    while (!head.contains("\r\n\r\n") && head.size() < longestHead && socket.waitForReadyRead(int(deadline.remainingTime())))
        head += socket.read(longestHead);
    return readHead(head.left(head.indexOf("\r\n\r\n")));
}

} // namespace motcua
