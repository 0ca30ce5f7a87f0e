#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <algorithm>
#include <chrono>

namespace motcua {

// What the kernel knows of one TCP connection; all zero where the platform does not tell.
struct SocketFigures
{
    qint64 acknowledged = 0; // bytes that the other side confirmed; what curl counts as sent may still lie in our own kernel
    qint64 delivered = 0;    // the same with what it holds beyond a gap; to about a segment
    qint64 received = 0;
    qint64 sent = 0;           // with what was sent again
    qint64 retransmitted = 0;  // bytes sent again
    qint64 unacknowledged = 0; // segments
    qint64 arrived = 0;        // of them: the other side holds them beyond a gap
    qint64 lost = 0;           // of them: taken for lost
    qint64 onTheWayAgain = 0;  // of them: sent again and not answered for yet
    qint64 unsent = 0;         // bytes that wait in our kernel
    qint64 segmentSize = 0;
    qint64 deliveryRate = 0; // bytes/s, the kernel's newest sample
    std::chrono::microseconds rtt {};
    std::chrono::microseconds rttVariation {};
    std::chrono::microseconds leastRtt {};

    qint64 onTheWay() const { return std::max<qint64>(0, unacknowledged - arrived - lost + onTheWayAgain) * segmentSize; }
    // Fills the send buffer, not the path, while a gap is mended. When nothing arrives there is no gap.
    qint64 heldBack() const { return arrived > 0 ? (arrived + lost) * segmentSize : 0; }
};

SocketFigures figuresOf(qintptr socket);
QByteArray ownAddress(qintptr socket); // without the port; empty where the platform does not tell

// Each does nothing where the platform cannot.
void tuneSocket(qintptr socket);                   // keeps what the kernel holds unsent small, so that giving is close to sending
void limitSendBuffer(qintptr socket, int bytes);   // less on its way is less lost with an outage
void holdPartialSegments(qintptr socket, bool on); // small TLS records would otherwise leave as small segments
QByteArray congestionControl(qintptr socket);      // its name; empty where the platform does not tell
bool chooseCongestionControl(qintptr socket, const QByteArray &name); // false: not here, or not for us
void resetOnClose(qintptr socket); // nothing is delivered late from a connection that we gave up

} // namespace motcua
