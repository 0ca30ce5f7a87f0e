#include "sync/socketprogress.h"

#ifdef Q_OS_LINUX
#    include <linux/tcp.h>
#    include <netinet/in.h>
#    include <sys/socket.h>
#elif defined(Q_OS_WIN)
#    include <winsock2.h>
#endif

namespace motcua {

#ifdef Q_OS_LINUX

SocketFigures figuresOf(qintptr socket)
{
    tcp_info info {}; // members that an older kernel does not know stay zero
    socklen_t length = sizeof info;
    if (getsockopt(int(socket), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return {};
    SocketFigures figures;
    figures.acknowledged = qint64(info.tcpi_bytes_acked);
    figures.delivered = qint64(info.tcpi_delivered) * info.tcpi_snd_mss;
    figures.received = qint64(info.tcpi_bytes_received);
    figures.sent = qint64(info.tcpi_bytes_sent);
    figures.retransmitted = qint64(info.tcpi_bytes_retrans);
    figures.unacknowledged = info.tcpi_unacked;
    figures.arrived = info.tcpi_sacked;
    figures.lost = info.tcpi_lost;
    figures.onTheWayAgain = info.tcpi_retrans;
    figures.unsent = info.tcpi_notsent_bytes;
    figures.segmentSize = info.tcpi_snd_mss;
    figures.deliveryRate = qint64(info.tcpi_delivery_rate);
    figures.rtt = std::chrono::microseconds(info.tcpi_rtt);
    figures.rttVariation = std::chrono::microseconds(info.tcpi_rttvar);
    figures.leastRtt = std::chrono::microseconds(info.tcpi_min_rtt == ~0U ? 0 : info.tcpi_min_rtt);
    return figures;
}

QByteArray ownAddress(qintptr socket)
{
    sockaddr_storage address {};
    socklen_t length = sizeof address;
    if (getsockname(int(socket), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return {};
    if (address.ss_family == AF_INET) {
        const auto &in = reinterpret_cast<const sockaddr_in &>(address).sin_addr;
        return QByteArray(reinterpret_cast<const char *>(&in), sizeof in);
    }
    if (address.ss_family == AF_INET6) {
        const auto &in = reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr;
        return QByteArray(reinterpret_cast<const char *>(&in), 8); // the network's half: the other one changes by itself
    }
    return {};
}

void tuneSocket(qintptr socket)
{
    const int unsentLowWater = 16 * 1024;
    setsockopt(int(socket), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsentLowWater, sizeof unsentLowWater);
}

void limitSendBuffer(qintptr socket, int bytes)
{
    setsockopt(int(socket), SOL_SOCKET, SO_SNDBUF, &bytes, sizeof bytes);
}

void holdPartialSegments(qintptr socket, bool on)
{
    const int value = on ? 1 : 0;
    setsockopt(int(socket), IPPROTO_TCP, TCP_CORK, &value, sizeof value);
}

QByteArray congestionControl(qintptr socket)
{
    constexpr int longest = 16;
    QByteArray name(longest, '\0');
    socklen_t length = longest;
    if (getsockopt(int(socket), IPPROTO_TCP, TCP_CONGESTION, name.data(), &length) != 0)
        return {};
    return QByteArray(name.constData());
}

bool chooseCongestionControl(qintptr socket, const QByteArray &name)
{
    return !name.isEmpty() && setsockopt(int(socket), IPPROTO_TCP, TCP_CONGESTION, name.constData(), socklen_t(name.size())) == 0;
}

#else

SocketFigures figuresOf(qintptr)
{
    return {};
}

QByteArray ownAddress(qintptr)
{
    return {};
}

void tuneSocket(qintptr) {}
void limitSendBuffer(qintptr, int) {}
void holdPartialSegments(qintptr, bool) {}

QByteArray congestionControl(qintptr)
{
    return {};
}

bool chooseCongestionControl(qintptr, const QByteArray &)
{
    return false;
}

#endif

void resetOnClose(qintptr socket)
{
#if defined(Q_OS_LINUX) || defined(Q_OS_WIN)
    linger now {};
    now.l_onoff = 1;
    now.l_linger = 0;
    setsockopt(int(socket), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&now), sizeof now);
#else
    Q_UNUSED(socket)
#endif
}

} // namespace motcua
