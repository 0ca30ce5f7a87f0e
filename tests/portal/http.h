#pragma once

#include "tests/portal/problem.h"

#include <httplib.h>

#include <string>
#include <string_view>

namespace portal {

// A request as the handlers see it. cpp-httplib 0.11 to 0.18 leave some things to us: a body that nobody read must not be taken for
// the next request, and a request without length has no body.
struct Exchange
{
    const httplib::Request &request;
    httplib::Response &response;
    const httplib::ContentReader *reader = nullptr; // null: GET, HEAD, OPTIONS

    bool hasBody() const;
    Outcome<std::string> readBody(std::size_t limit) const;
    void dropBody() const; // so that the answer reaches a client that is still sending
    void lastOfConnection() const;

    void send(const Problem &problem) const;
    void sendJson(int status, const nlohmann::json &json) const;
};

// What cannot be answered on this connection in good order: wrong framing, overlong addresses.
bool isWellFramed(const httplib::Request &request);

// Closes the connection after an answer that said so, without trusting the bytes behind it.
void closeIfLast(const httplib::Request &request, const httplib::Response &response);

} // namespace portal
