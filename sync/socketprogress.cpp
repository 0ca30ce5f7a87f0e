#include "sync/socketprogress.h"

#ifdef Q_OS_LINUX
#    include <linux/tcp.h>
#    include <netinet/in.h>
#    include <sys/socket.h>

#    include <cstddef>
#endif

namespace motcua {

#ifdef Q_OS_LINUX

SocketBytes bytesOnSocket(qintptr socket)
{
    tcp_info info {};
    socklen_t length = sizeof info;
    if (getsockopt(int(socket), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return {};
    if (length < offsetof(tcp_info, tcpi_bytes_received) + sizeof info.tcpi_bytes_received)
        return {};
    return { qint64(info.tcpi_bytes_acked), qint64(info.tcpi_bytes_received) };
}

void tuneSocket(qintptr socket)
{
    const int unsentLowWater = 32 * 1024;
    setsockopt(int(socket), IPPROTO_TCP, TCP_NOTSENT_LOWAT, &unsentLowWater, sizeof unsentLowWater);
}

#else

SocketBytes bytesOnSocket(qintptr)
{
    return {};
}

void tuneSocket(qintptr) {}

#endif

} // namespace motcua
