#pragma once

#include <QtGlobal>

#include <chrono>

// When to doubt a connection, how often to knock, how much to have on the way. Pure, so that tests can follow 48 hours of a bad link.
namespace motcua::linkpolicy {

using Span = std::chrono::milliseconds;

// Nothing moved for so long although something should: look whether another connection gets through. A wrong doubt costs about 2 KiB.
// While other lanes move, the link is alive and this lane is rather starved than dead: it gets more time.
Span doubtAfter(Span rtt, Span variation, bool waitingForAnswer, bool othersMove);

// The same for a handshake or a request of few bytes while nothing else moves: to ask twice costs less than to wait for the kernel.
// `waits`: all of it is acknowledged, so that it may be the portal that takes its time.
Span doubtLittleAfter(Span rtt, bool handshake, bool waits);

// The first connection of all is tried again beside the attempt before, as nothing is known of the link yet.
constexpr Span connectAgainAfter { 600 };
constexpr int mostFirstAttempts = 4;

// Between two attempts to connect, `since` the first of them. A SYN is 60 bytes: at first often, so that a link that comes back is
// noticed within half a round trip, later seldom.
Span knockEvery(Span rtt, Span since);

// One attempt to connect is given up after so long.
Span knockLasts(Span rtt);

// Bytes of SO_SNDBUF of one of `lanes` that fill the path together. `path` = rate x shortest round trip; `heldBack` = bytes that lie in
// the buffer though they are not on their way: without room for them a lane stands still while a gap is mended.
int sendBuffer(qint64 path, int lanes, bool losesOnAir, qint64 heldBack, qint64 segmentSize);

// Bytes of one request, so that its end comes within a minute at this goodput; `cap` = what the portal's hosts have allowed so far.
qint64 chunk(qint64 goodput, qint64 cap);

// Packets are lost although the queue is short: the radio loses them, and a kernel that takes loss for a full queue would slow down.
// `current` = the verdict so far. `rttRatio` = round trip now / the shortest one seen.
bool losesOnAir(bool current, double retransmitShare, double rttRatio);

// Papers that are sent at once, each on a connection of its own. Two fill most links while one of them recovers from a loss; where
// many packets are lost, more share the loss.
constexpr int fewestLanes = 2;
constexpr int mostLanes = 4;

// Bytes in a TLS record: what of a record did not arrive before a cut has to be sent again.
int recordSize(qint64 goodput);

} // namespace motcua::linkpolicy
