#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace portal {

// A digest that grows with the bytes. Algorithms: "sha256" and "sha1" (the latter only because tus clients ask for it).
class Digest
{
public:
    explicit Digest(std::string_view algorithm);
    ~Digest();
    Digest(const Digest &) = delete;
    Digest &operator=(const Digest &) = delete;

    void add(std::string_view bytes);
    std::string finish(); // raw bytes

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

std::string toHex(std::string_view bytes);
std::string sha256Hex(std::string_view bytes);
std::optional<std::string> sha256HexOfFile(const std::filesystem::path &file); // nullopt: unreadable
std::string toBase64(std::string_view bytes);
std::optional<std::string> fromBase64(std::string_view text);

// The upload id that both sides compute: lower-case base32 of SHA-256(dossier \n name \n sha256), 32 characters.
std::string uploadIdFor(std::string_view dossierId, std::string_view name, std::string_view sha256);
std::string randomUploadId();
std::string randomHex(std::size_t bytes);

// In constant time, so that a token cannot be guessed by measuring.
bool sameSecret(std::string_view left, std::string_view right);

} // namespace portal
