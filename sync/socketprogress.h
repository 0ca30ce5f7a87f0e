#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <chrono>

namespace motcua {

// What the kernel knows of one TCP connection; all zero where the platform does not tell.
struct SocketFigures
{
    qint64 acknowledged = 0; // bytes that the other side confirmed; what curl counts as sent may still lie in our own kernel
    qint64 received = 0;
    qint64 sent = 0;           // with what was sent again
    qint64 retransmitted = 0;  // bytes sent again
    qint64 unacknowledged = 0; // segments on their way
    qint64 unsent = 0;         // bytes that wait in our kernel
    qint64 segmentSize = 0;
    qint64 deliveryRate = 0; // bytes/s, the kernel's newest sample
    std::chrono::microseconds rtt {};
    std::chrono::microseconds rttVariation {};
    std::chrono::microseconds leastRtt {};
};

SocketFigures figuresOf(qintptr socket);
QByteArray ownAddress(qintptr socket); // without the port; empty where the platform does not tell

// Each does nothing where the platform cannot.
void tuneSocket(qintptr socket);                   // keeps what the kernel holds unsent small, so that giving is close to sending
void limitSendBuffer(qintptr socket, int bytes);   // less on its way is less lost with an outage
void holdPartialSegments(qintptr socket, bool on); // small TLS records would otherwise leave as small segments
bool chooseModelBasedCongestion(qintptr socket);   // BBR; false: not here, or not for us
void resetOnClose(qintptr socket);                 // nothing is delivered late from a connection that we gave up

} // namespace motcua
