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
    while (!stop || !stop()) {
        for (Event &event : wait(lookForStop)) {
            if (event.kind == Event::Kind::Answered && event.ticket == ticket)
                return std::move(event.transmission);
        }
    }
    drop(ticket);
    return tl::unexpected(TransportFailure { TransportFailure::Kind::Stopped, firstByteMayHaveLeft, {} });
}

} // namespace motcua
