#include "sync/linkpolicy.h"

#include <algorithm>

namespace motcua::linkpolicy {

using namespace std::chrono_literals;

namespace {

constexpr Span unknownRtt = 1s;
constexpr qint64 smallestSegment = 1348;
constexpr qint64 slowLink = 128 * 1024; // bytes/s

Span known(Span rtt)
{
    return rtt > 0ms ? rtt : unknownRtt;
}

} // namespace

Span doubtAfter(Span rtt, Span variation, bool waitingForAnswer, bool othersMove)
{
    // A round trip that is lost twice in a row is no reason yet: the kernel repeats it within this time.
    const Span usual = 2 * known(rtt) + 4 * variation + 400ms;
    const Span answer = waitingForAnswer ? 2 * known(rtt) + 600ms : 0ms;
    if (othersMove)
        return std::clamp<Span>(2 * (usual + answer), 2s, 20s);
    return waitingForAnswer ? std::clamp<Span>(usual + answer, 2s, 10s) : std::clamp<Span>(usual, 900ms, 5500ms);
}

Span knockEvery(Span rtt, Span since)
{
    if (since < 30s)
        return std::clamp<Span>(known(rtt) / 2, 150ms, 500ms);
    if (since < 2min)
        return 1s;
    return 4s;
}

Span knockLasts(Span rtt)
{
    return std::clamp<Span>(4 * known(rtt), 3s, 10s);
}

Span handshakeLasts(Span rtt)
{
    return std::clamp<Span>(4 * known(rtt) + 500ms, 2s, 15s);
}

int sendBuffer(qint64 deliveryRate, Span leastRtt, qint64 segmentSize)
{
    const qint64 segment = std::max(segmentSize, smallestSegment);
    const qint64 least = 6 * segment;
    constexpr qint64 most = 4 * 1024 * 1024;
    const qint64 path = deliveryRate * leastRtt.count() / 1000;
    return int(std::clamp<qint64>(path * 2 + 3 * segment, least, most));
}

qint64 chunk(qint64 goodput, qint64 cap)
{
    constexpr qint64 seconds = 60;
    constexpr qint64 least = 64 * 1024;
    constexpr qint64 most = 2 * 1024 * 1024;
    constexpr qint64 atFirst = 512 * 1024; // nothing measured yet
    return std::min(cap, goodput > 0 ? std::clamp(goodput * seconds, least, most) : atFirst);
}

bool losesOnAir(bool current, double retransmitShare, double rttRatio)
{
    constexpr double much = 0.06;
    constexpr double little = 0.03;
    constexpr double shortQueue = 1.8;
    return current ? retransmitShare > little : retransmitShare > much && rttRatio < shortQueue;
}

int lanes(bool losesOnAir, bool modelBased)
{
    return modelBased ? 1 : losesOnAir ? 3 : 2;
}

int recordSize(qint64 goodput)
{
    return goodput > slowLink ? 16 * 1024 : 4 * 1024;
}

} // namespace motcua::linkpolicy
