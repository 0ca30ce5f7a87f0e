#pragma once

#include <QtGlobal>

namespace motcua {

struct SocketBytes
{
    qint64 acknowledged = 0;
    qint64 received = 0;
};

// What the other side acknowledged and sent on this TCP socket. What curl counts as sent may still lie in our own kernel
// (sync.md, "false progress"). Nothing where the platform does not tell.
SocketBytes bytesOnSocket(qintptr socket);

// Keeps what the kernel buffers small, so that giving bytes to the socket is close to sending them.
void tuneSocket(qintptr socket);

} // namespace motcua
