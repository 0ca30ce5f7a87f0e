#include "sync/knocker.h"

#include "sync/linkpolicy.h"
#include "sync/socketprogress.h"

#ifdef Q_OS_WIN
#    include <winsock2.h>
#    include <ws2tcpip.h>
#else
#    include <cerrno>
#    include <fcntl.h>
#    include <poll.h>
#    include <sys/socket.h>
#    include <unistd.h>
#endif

#include <algorithm>

namespace motcua {

namespace {

constexpr qsizetype mostPending = 24;

#ifdef Q_OS_WIN
using Length = int;
void closeSocket(qintptr socket)
{
    closesocket(SOCKET(socket));
}
bool underWay()
{
    return WSAGetLastError() == WSAEWOULDBLOCK;
}
bool stopBlocking(qintptr socket)
{
    u_long yes = 1;
    return ioctlsocket(SOCKET(socket), FIONBIO, &yes) == 0;
}
#else
using Length = socklen_t;
void closeSocket(qintptr socket)
{
    ::close(int(socket));
}
bool underWay()
{
    return errno == EINPROGRESS;
}
bool stopBlocking(qintptr socket)
{
    return ::fcntl(int(socket), F_SETFL, O_NONBLOCK) == 0 && ::fcntl(int(socket), F_SETFD, FD_CLOEXEC) == 0;
}
#endif

} // namespace

Knocker::~Knocker()
{
    closeAll();
}

void Knocker::closeAll()
{
    for (const Attempt &attempt : std::as_const(m_pending))
        closeSocket(attempt.socket);
    for (const qintptr socket : std::as_const(m_connected))
        closeSocket(socket);
    m_pending.clear();
    m_connected.clear();
    m_since.reset();
}

void Knocker::learn(qintptr connectedSocket)
{
    sockaddr_storage address {};
    Length length = sizeof address;
    if (getpeername(connectedSocket, reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return;
    m_family = address.ss_family;
    m_address = QByteArray(reinterpret_cast<const char *>(&address), qsizetype(length));
}

void Knocker::forget()
{
    closeAll();
    m_address.clear();
}

void Knocker::knock(Instant now)
{
    m_last = now;
    const auto socket = qintptr(::socket(m_family, SOCK_STREAM, 0));
    if (socket < 0)
        return;
    if (!stopBlocking(socket)) {
        closeSocket(socket);
        return;
    }
    const auto *address = reinterpret_cast<const sockaddr *>(m_address.constData());
    if (::connect(socket, address, Length(m_address.size())) == 0 || underWay())
        m_pending.append({ socket, now });
    else
        closeSocket(socket);
}

Knocker::State Knocker::stateOf(qintptr socket)
{
#ifdef Q_OS_WIN
    WSAPOLLFD look { SOCKET(socket), POLLOUT, 0 };
    const int ready = WSAPoll(&look, 1, 0);
#else
    pollfd look { int(socket), POLLOUT, 0 };
    const int ready = ::poll(&look, 1, 0);
#endif
    if (ready <= 0)
        return State::Pending;
    int error = 0;
    Length length = sizeof error;
    getsockopt(socket, SOL_SOCKET, SO_ERROR, reinterpret_cast<char *>(&error), &length);
    if (error == 0 && (look.revents & (POLLERR | POLLHUP)) == 0)
        return State::Connected;
#ifdef Q_OS_WIN
    m_refused = m_refused || error == WSAECONNREFUSED;
#else
    m_refused = m_refused || error == ECONNREFUSED;
#endif
    return State::Failed;
}

void Knocker::step(Instant now, int wanted, std::chrono::milliseconds rtt)
{
    if (wanted <= 0 || !knowsAddress()) {
        closeAll();
        return;
    }
    if (!m_since) {
        m_since = now;
        m_refused = false;
        m_last = now - std::chrono::hours(1);
    }
    const auto since = std::chrono::duration_cast<linkpolicy::Span>(now - *m_since);
    const bool comesThrough = !m_connected.isEmpty();
    for (qsizetype i = m_pending.size() - 1; i >= 0; --i) {
        const qintptr socket = m_pending.at(i).socket;
        switch (stateOf(socket)) {
        case State::Connected:
            m_connected.append(socket);
            m_pending.removeAt(i);
            break;
        case State::Failed:
            closeSocket(socket);
            m_pending.removeAt(i);
            break;
        case State::Pending:
            if (now - m_pending.at(i).since > linkpolicy::knockLasts(rtt)) {
                closeSocket(socket);
                m_pending.removeAt(i);
            }
            break;
        }
    }
    const bool due = now - m_last >= linkpolicy::knockEvery(rtt, since) || (!comesThrough && !m_connected.isEmpty());
    if (!due)
        return;
    for (qsizetype missing = wanted - m_connected.size(); missing > 0 && m_pending.size() < mostPending; --missing)
        knock(now);
}

std::optional<qintptr> Knocker::take()
{
    if (m_connected.isEmpty())
        return std::nullopt;
    return m_connected.takeFirst();
}

QList<qintptr> Knocker::pending() const
{
    QList<qintptr> sockets;
    for (const Attempt &attempt : m_pending)
        sockets.append(attempt.socket);
    return sockets;
}

} // namespace motcua
