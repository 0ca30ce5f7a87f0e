#pragma once

#include "tests/portal/http.h"
#include "tests/portal/reception.h"

namespace portal {

// tus 1.0.0 with creation, creation-with-upload, termination and checksum (tus.io/protocols/resumable-upload).
class TusApi
{
public:
    explicit TusApi(Reception &reception)
        : m_reception(reception)
    {
    }

    void describe(const Exchange &exchange) const;                    // OPTIONS
    void create(const Exchange &exchange);                            // POST
    void head(const Exchange &exchange, const std::string &id);       // HEAD
    void patch(const Exchange &exchange, const std::string &id);      // PATCH
    void remove(const Exchange &exchange, const std::string &id);     // DELETE
    void overridden(const Exchange &exchange, const std::string &id); // POST with X-HTTP-Method-Override

private:
    bool speaksTus(const Exchange &exchange) const;
    void refuse(const Exchange &exchange, const Problem &problem) const;
    void append(const Exchange &exchange, const Upload &upload, std::int64_t offset, int successStatus);

    Reception &m_reception;
};

} // namespace portal
