#pragma once

#include "tests/portal/options.h"
#include "tests/portal/reception.h"

#include <memory>
#include <string>

namespace portal {

// TLS, addresses, the device token and the log around the handlers.
class PortalServer
{
public:
    PortalServer(const Options &options, std::string token, Reception &reception);
    ~PortalServer();
    PortalServer(const PortalServer &) = delete;
    PortalServer &operator=(const PortalServer &) = delete;

    bool hasValidCertificate() const;
    int bind(); // the port, or -1
    void run(); // until stop()
    void stop();

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace portal
