#pragma once

#include <QtGlobal>

#include <chrono>

// When to doubt a connection, how often to knock, how much to have on the way. Pure, so that tests can follow 48 hours of a bad link.
namespace motcua::linkpolicy {

using Span = std::chrono::milliseconds;

// Nothing moved for so long although something should: look whether another connection gets through. A wrong doubt costs about 2 KiB.
// While other lanes move, the link is alive and this lane is rather starved than dead: it gets more time.
Span doubtAfter(Span rtt, Span variation, bool waitingForAnswer, bool othersMove);

// Between two attempts to connect, `since` the first of them. A SYN is 60 bytes: at first often, so that a link that comes back is
// noticed within half a round trip, later seldom.
Span knockEvery(Span rtt, Span since);

// One attempt to connect, and one handshake without a byte, is given up after so long.
Span knockLasts(Span rtt);
Span handshakeLasts(Span rtt);

// Bytes of SO_SNDBUF: what fills the path, and little more.
int sendBuffer(qint64 deliveryRate, Span leastRtt, qint64 segmentSize);

// Bytes of one request, so that its end comes within a minute at this goodput; `cap` = what the portal's hosts have allowed so far.
qint64 chunk(qint64 goodput, qint64 cap);

// Packets are lost although the queue is short: the radio loses them, and a kernel that takes loss for a full queue would slow down.
// `current` = the verdict so far. `rttRatio` = round trip now / the shortest one seen.
bool losesOnAir(bool current, double retransmitShare, double rttRatio);

// Papers that are sent at once, each on a connection of its own. Two fill the link while one of them recovers from a loss; a kernel
// that models the path needs only one; without it, more share the loss.
int lanes(bool losesOnAir, bool modelBased);

// Bytes in a TLS record: what of a record did not arrive before a cut has to be sent again.
int recordSize(qint64 goodput);

} // namespace motcua::linkpolicy
