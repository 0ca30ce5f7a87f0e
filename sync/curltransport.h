#pragma once

#include "sync/stallwatch.h"
#include "sync/transport.h"

#include <memory>

namespace motcua {

struct CurlOptions
{
    QString caFile;   // PEM: the only authority that is believed; the machine's own list is not asked
    QUrl tokenOrigin; // the bearer token goes to this scheme, host and port only
    QString token;    // may be empty
    std::chrono::milliseconds connectTimeout = std::chrono::seconds(10);
    StallLimits stall;
};

// HTTPS by libcurl over one connection that is kept warm between requests. TLS 1.2 or newer, no redirects, no plain HTTP.
class CurlTransport final : public Transport
{
public:
    explicit CurlTransport(CurlOptions options);
    ~CurlTransport() override;

    Transmission send(const HttpRequest &request, const StopAsked &stop) override;

private:
    struct Handles;
    std::unique_ptr<Handles> m_handles;
    CurlOptions m_options;
};

} // namespace motcua
