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

Span doubtLittleAfter(Span rtt, bool handshake, bool waits)
{
    if (waits)
        return std::max<Span>(2 * known(rtt) + 1200ms, 2s);
    return handshake ? known(rtt) * 3 / 2 + 400ms : std::max<Span>(2 * known(rtt) + 600ms, 1s);
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

int sendBuffer(qint64 path, int lanes, bool losesOnAir, qint64 heldBack, qint64 segmentSize)
{
    constexpr double usualFill =
        2.2; // a loss closes a kernel's window for a while: more than one path's worth must be there to send
    constexpr double lossyFill = 4.0;
    constexpr qint64 fewestSegments = 5; // with fewer on the way a loss is noticed by timeout only
    constexpr qint64 most = 4 * 1024 * 1024;
    const qint64 segment = std::max(segmentSize, smallestSegment);
    const auto fill = qint64(double(path) * (losesOnAir ? lossyFill : usualFill));
    const qint64 share = std::max(fill / std::max(lanes, 1), fewestSegments * segment);
    const qint64 payload = share + heldBack + 3 * segment;          // a few wait for their turn
    return int(std::clamp<qint64>(payload / 2, 2 * segment, most)); // the kernel doubles it
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
    constexpr double shortQueue = 2.6; // we do not fill more ourselves, see sendBuffer()
    constexpr double longQueue = 3.5;
    return current ? retransmitShare > little && rttRatio < longQueue : retransmitShare > much && rttRatio < shortQueue;
}

int recordSize(qint64 goodput)
{
    return goodput > slowLink ? 16 * 1024 : 4 * 1024;
}

} // namespace motcua::linkpolicy
