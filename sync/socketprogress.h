#pragma once

#include <QtGlobal>

namespace motcua {

// Bytes that the other side acknowledged or sent on this TCP socket. What curl counts as sent may still lie in our own kernel
// (sync.md, "false progress"). -1 where the platform does not tell.
qint64 bytesMovedOnSocket(qintptr socket);

// Keeps what the kernel buffers small, so that giving bytes to the socket is close to sending them.
void tuneSocket(qintptr socket);

} // namespace motcua
