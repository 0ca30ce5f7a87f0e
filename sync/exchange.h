#pragma once

#include "sync/curllibrary.h"
#include "sync/transport.h"

namespace motcua {

// One request under way and its answer, as curl's callbacks see and fill it. On the thread of its lane.
struct Exchange
{
    HttpRequest request;
    HttpResponse response;
    qsizetype bodySent = 0;
    bool firstByteMayLeave = false;
    bool givenUp = false;
    bool tooLong = false;
    bool headWhole = false; // of the final answer
};

// Gives curl its callbacks; `exchange` outlives the request.
void attach(const CurlLibrary &curl, CURL *easy, Exchange &exchange);

// The end of a request by curl's word; `curlText`: CURLOPT_ERRORBUFFER.
Transmission endOf(Exchange &exchange, const CurlLibrary &curl, CURL *easy, CURLcode code, const char *curlText);
// What came of the answer before it was cut, if that is of use.
std::optional<HttpResponse> soFar(const Exchange &exchange, const CurlLibrary &curl, CURL *easy, TransportFailure::Kind kind);

} // namespace motcua
