#include "sync/bufferedway.h"

#include <algorithm>

namespace motcua {

using namespace std::chrono_literals;
using Span = std::chrono::milliseconds;

namespace {

constexpr qint64 leastChunk = 16 * 1024;
constexpr qint64 largestChunk = 2 * 1024 * 1024;
constexpr qint64 lostWithoutProxy = 256 * 1024; // may lie unread in the portal's kernel when a connection is reset
constexpr qint64 lostByNobody = 32 * 1024;      // a TLS record that was not whole, what was being read
constexpr Span atRisk = 12s;                    // how much work one cut may undo
constexpr qint64 leastSeconds = 5;              // of goodput: smaller pieces cost more in answers than they save
constexpr int promptEnough = 16;                // answers in a row before larger pieces are tried

// Twice as much; once no limit is left to lift, the proxy is forgotten.
BufferedWay afterPromptAnswer(BufferedWay way)
{
    if (way.chunk == 0 || ++way.prompt < promptEnough)
        return way;
    way.prompt = 0;
    way.answer /= 2;
    way.chunk = way.chunk >= largestChunk / 2 ? 0 : way.chunk * 2;
    return way;
}

} // namespace

BufferedWay learned(const BufferedWay &before, const SentPiece &piece)
{
    BufferedWay way = before;
    if (!piece.answered) {
        const qint64 lost = piece.acknowledged - piece.kept;
        if (lost <= (piece.kept == 0 ? lostByNobody : lostWithoutProxy))
            return way;
        const qint64 usual = piece.goodput > 0 ? piece.goodput * atRisk / 1s : piece.length / 4;
        way.chunk = std::max(leastChunk, std::min({ usual, lost / 2, way.chunk > 0 ? way.chunk / 2 : largestChunk }));
        way.prompt = 0;
        return way;
    }
    const Span late = piece.waiting - piece.rtt;
    const bool held = late > 1s + piece.rtt && late * 4 > piece.sending;
    if (!held)
        return afterPromptAnswer(way);
    const Span whole = piece.sending + late;
    way.prompt = 0;
    if (whole <= atRisk && way.chunk == 0)
        return way; // late, but a cut would undo little
    way.answer = std::min<Span>(late, 60s);
    if (whole > atRisk) {
        const qint64 useful = std::max(leastChunk, std::min(piece.goodput * leastSeconds, piece.length));
        const qint64 chunk = std::max(piece.length * atRisk / whole, useful);
        way.chunk = way.chunk > 0 ? std::min(way.chunk, chunk) : chunk;
    }
    return way;
}

Span worthWaiting(qint64 length, qint64 goodput)
{
    return goodput > 0 ? std::clamp<Span>(Span(length * 1000 / goodput), 3s, 25s) : Span(10s);
}

} // namespace motcua
