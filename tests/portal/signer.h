#pragma once

#include <nlohmann/json.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace portal {

// Signs receipts: compact JWS with Ed25519 (RFC 7515, RFC 8037). The key is made once and lies in STORE/receipt-key.pem, so that
// every backup of the store has it. The same receipt gets the same signature, byte for byte.
class Signer
{
public:
    explicit Signer(const std::filesystem::path &store); // throws std::runtime_error
    ~Signer();
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    std::string sign(const nlohmann::json &receipt) const;
    std::optional<nlohmann::json> verified(std::string_view jws) const; // nothing: not signed by us
    const std::string &jwk() const { return m_jwk; }

private:
    struct Key;
    std::unique_ptr<Key> m_key;
    std::string m_header; // encoded; the only one that is accepted
    std::string m_jwk;
};

} // namespace portal
