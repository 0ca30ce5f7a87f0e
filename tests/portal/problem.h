#pragma once

#include <nlohmann/json.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <string>

namespace portal {

// An answer of RFC 9457: `type` is urn:motcua:problem:<slug>, or about:blank where HTTP itself says enough.
// Texts are for the officer at the kiosk (Vietnamese) and never repeat what the client sent.
struct Problem
{
    int status = 500;
    std::string slug = {};
    std::string title = {};
    std::string detail = {};
    nlohmann::json members = nlohmann::json::object();
    int retryAfterSeconds = 0; // 0 = not said

    nlohmann::json toJson() const;
};

template <typename T>
using Outcome = tl::expected<T, Problem>;

Problem malformed(std::string detail);
Problem unauthorized();
Problem unknownUpload();
Problem offsetMismatch(std::int64_t offset);
Problem kioskCloned();
Problem unknownResult();
Problem revisionConflict(std::string detail);
Problem tooLarge(std::string detail);
Problem digestMismatch(const std::string &expected, const std::string &actual);
Problem rejected(const std::string &field, const std::string &reason); // field: JSON pointer into the dossier
Problem busy(int retryAfterSeconds);
Problem internalFault();
Problem plainStatus(int status, std::string title);

} // namespace portal
