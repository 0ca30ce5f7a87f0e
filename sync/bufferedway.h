#pragma once

#include <QByteArray>
#include <QtGlobal>

#include <chrono>

namespace motcua {

// What was seen of a proxy that takes a request whole before it hands it on (nginx: proxy_request_buffering). What TCP says is acknowledged
// then lies at the proxy: a cut loses all of it, and the answer comes long after the last byte.
struct BufferedWay
{
    qint64 chunk = 0;                    // bytes of one request at most; 0 = no such proxy is known
    std::chrono::milliseconds answer {}; // how much later than usual answers have come
    int prompt = 0;                      // answers in a row that came soon
    QByteArray network;                  // where it was seen: our own address there

    bool operator==(const BufferedWay &) const = default;
};

// What became of one request with bytes of a paper.
struct SentPiece
{
    qint64 length = 0;
    qint64 acknowledged = 0;              // bytes that TCP saw arrive; 0 where the platform does not tell
    qint64 kept = 0;                      // bytes that the portal then held of it
    bool answered = false;                // by the portal; otherwise it was cut
    std::chrono::milliseconds sending {}; // until the last byte was acknowledged
    std::chrono::milliseconds waiting {}; // from then on
    std::chrono::milliseconds rtt {};
    qint64 goodput = 0; // bytes/s
};

// Pure: what is known after one more piece.
BufferedWay learned(const BufferedWay &before, const SentPiece &piece);

// All of it was acknowledged and the portal does not hold it: so long it is cheaper to wait than to send it again.
std::chrono::milliseconds worthWaiting(qint64 length, qint64 goodput);

} // namespace motcua
