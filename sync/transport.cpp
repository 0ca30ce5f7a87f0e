#include "sync/transport.h"

namespace motcua {

namespace {
constexpr std::chrono::milliseconds lookForStop { 100 };
}

Transmission Transport::send(const HttpRequest &request, const StopAsked &stop)
{
    bool firstByteMayHaveLeft = false;
    HttpRequest watched = request;
    watched.beforeFirstByte = [&] {
        firstByteMayHaveLeft = !request.beforeFirstByte || request.beforeFirstByte();
        return firstByteMayHaveLeft;
    };
    const Ticket ticket = start(watched, Way::Any);
    QList<Event> others;
    std::optional<Transmission> end;
    while (!end && (!stop || !stop())) {
        for (Event &event : wait(lookForStop)) {
            if (event.ticket != ticket)
                others.append(event);
            else if (event.kind == Event::Kind::Answered)
                end = std::move(event.transmission);
        }
    }
    m_kept += others;
    if (end)
        return std::move(*end);
    drop(ticket);
    return tl::unexpected(TransportFailure { TransportFailure::Kind::Stopped, firstByteMayHaveLeft, {} });
}

} // namespace motcua
