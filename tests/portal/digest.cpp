#include "tests/portal/digest.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace portal {

namespace {

constexpr std::size_t uploadIdLength = 32;

std::string toBase32(std::string_view bytes)
{
    constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    std::string text;
    unsigned buffer = 0;
    int bits = 0;
    for (const char byte : bytes) {
        buffer = (buffer << 8) | static_cast<unsigned char>(byte);
        for (bits += 8; bits >= 5; bits -= 5)
            text += alphabet[(buffer >> (bits - 5)) & 31U];
        buffer &= (1U << bits) - 1;
    }
    if (bits > 0)
        text += alphabet[(buffer << (5 - bits)) & 31U];
    return text;
}

std::string randomBytes(std::size_t count)
{
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(bytes.data()), int(count)) != 1)
        throw std::runtime_error("no randomness");
    return bytes;
}

} // namespace

struct Digest::Context
{
    EVP_MD_CTX *evp = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(evp); }
};

Digest::Digest(std::string_view algorithm)
    : m_context(std::make_unique<Context>())
{
    EVP_DigestInit_ex(m_context->evp, algorithm == "sha1" ? EVP_sha1() : EVP_sha256(), nullptr);
}

Digest::~Digest() = default;

void Digest::add(std::string_view bytes)
{
    EVP_DigestUpdate(m_context->evp, bytes.data(), bytes.size());
}

std::string Digest::finish()
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes {};
    unsigned length = 0;
    EVP_DigestFinal_ex(m_context->evp, bytes.data(), &length);
    return { reinterpret_cast<const char *>(bytes.data()), length };
}

std::string toHex(std::string_view bytes)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        text += digits[value >> 4];
        text += digits[value & 15];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes)
{
    Digest digest("sha256");
    digest.add(bytes);
    return toHex(digest.finish());
}

std::optional<std::string> sha256HexOfFile(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream)
        return std::nullopt;
    Digest digest("sha256");
    std::vector<char> block(64 * 1024);
    while (stream) {
        stream.read(block.data(), std::streamsize(block.size()));
        digest.add({ block.data(), std::size_t(stream.gcount()) });
    }
    if (stream.bad())
        return std::nullopt;
    return toHex(digest.finish());
}

std::string toBase64(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char *>(text.data()),
                                       reinterpret_cast<const unsigned char *>(bytes.data()), int(bytes.size()));
    text.resize(std::size_t(length));
    return text;
}

std::optional<std::string> fromBase64(std::string_view text)
{
    if (text.size() % 4 != 0)
        return std::nullopt;
    if (text.empty())
        return std::string();
    std::vector<unsigned char> bytes(text.size() / 4 * 3 + 1);
    const int length = EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char *>(text.data()), int(text.size()));
    if (length < 0)
        return std::nullopt;
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    return std::string(reinterpret_cast<const char *>(bytes.data()), std::size_t(length) - padding);
}

std::string uploadIdFor(std::string_view dossierId, std::string_view name, std::string_view sha256)
{
    Digest digest("sha256");
    for (const std::string_view part : { dossierId, std::string_view("\n"), name, std::string_view("\n"), sha256 })
        digest.add(part);
    return toBase32(digest.finish()).substr(0, uploadIdLength);
}

std::string randomUploadId()
{
    return toBase32(randomBytes(20));
}

std::string randomHex(std::size_t bytes)
{
    return toHex(randomBytes(bytes));
}

bool sameSecret(std::string_view left, std::string_view right)
{
    return left.size() == right.size() && CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0;
}

} // namespace portal
