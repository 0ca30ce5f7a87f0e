#include "tests/portal/signer.h"

#include "tests/portal/digest.h"
#include "tests/portal/durable.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <vector>

namespace fs = std::filesystem;

namespace portal {

namespace {

constexpr std::size_t pointBytes = 32;
constexpr std::size_t signatureBytes = 64;

const unsigned char *bytesOf(std::string_view text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

std::string toBase64Url(std::string_view bytes)
{
    std::vector<unsigned char> text(bytes.size() / 3 * 4 + 5);
    const int length = EVP_EncodeBlock(text.data(), bytesOf(bytes), int(bytes.size()));
    std::string out(reinterpret_cast<const char *>(text.data()), std::size_t(length));
    while (out.ends_with('='))
        out.pop_back();
    for (char &c : out)
        c = c == '+' ? '-' : c == '/' ? '_' : c;
    return out;
}

std::optional<std::string> fromBase64Url(std::string_view text)
{
    std::string padded(text);
    for (char &c : padded) {
        if (c == '+' || c == '/' || c == '=')
            return std::nullopt;
        c = c == '-' ? '+' : c == '_' ? '/' : c;
    }
    padded.append((4 - padded.size() % 4) % 4, '=');
    auto bytes = fromBase64(padded);
    // One spelling only: the unused bits of the last character are zero.
    if (!bytes || toBase64Url(*bytes) != text)
        return std::nullopt;
    return bytes;
}

EVP_PKEY *readKey(const fs::path &file)
{
    BIO *bio = BIO_new_file(file.c_str(), "r");
    EVP_PKEY *key = bio ? PEM_read_bio_PrivateKey(bio, nullptr, nullptr, nullptr) : nullptr;
    BIO_free(bio);
    return key;
}

EVP_PKEY *makeKey(const fs::path &file)
{
    EVP_PKEY *key = EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519");
    BIO *bio = BIO_new(BIO_s_mem());
    char *text = nullptr;
    const bool written = key && bio && PEM_write_bio_PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr) == 1;
    const long length = written ? BIO_get_mem_data(bio, &text) : 0;
    const fs::path fresh = file.string() + ".new";
    std::error_code error;
    fs::remove(fresh, error);
    const bool kept = written && writeDurably(fresh, { text, std::size_t(length) });
    BIO_free(bio);
    if (kept)
        fs::rename(fresh, file, error);
    if (!kept || error || !syncDirectory(file.parent_path()))
        throw std::runtime_error("the key for receipts cannot be written");
    return key;
}

} // namespace

struct Signer::Key
{
    EVP_PKEY *evp = nullptr;
    ~Key() { EVP_PKEY_free(evp); }
};

Signer::Signer(const fs::path &store)
    : m_key(std::make_unique<Key>())
{
    const fs::path file = store / "receipt-key.pem";
    m_key->evp = fs::exists(file) ? readKey(file) : makeKey(file);
    std::array<unsigned char, pointBytes> point {};
    std::size_t length = point.size();
    if (!m_key->evp || EVP_PKEY_get_raw_public_key(m_key->evp, point.data(), &length) != 1 || length != point.size())
        throw std::runtime_error("receipt-key.pem holds no Ed25519 key");
    const std::string x = toBase64Url({ reinterpret_cast<const char *>(point.data()), point.size() });
    Digest thumbprint("sha256"); // RFC 7638
    thumbprint.add(R"({"crv":"Ed25519","kty":"OKP","x":")" + x + R"("})");
    const std::string id = toBase64Url(thumbprint.finish());
    m_header = toBase64Url(R"({"alg":"EdDSA","kid":")" + id + R"(","typ":"motcua-receipt"})");
    m_jwk = R"({"kty":"OKP","crv":"Ed25519","x":")" + x + R"(","kid":")" + id + "\"}\n";
}

Signer::~Signer() = default;

std::string Signer::sign(const nlohmann::json &receipt) const
{
    const std::string message = m_header + '.' + toBase64Url(receipt.dump());
    std::array<unsigned char, signatureBytes> signature {};
    std::size_t length = signature.size();
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool done = EVP_DigestSignInit(context, nullptr, nullptr, nullptr, m_key->evp) == 1
                      && EVP_DigestSign(context, signature.data(), &length, bytesOf(message), message.size()) == 1;
    EVP_MD_CTX_free(context);
    if (!done)
        throw std::runtime_error("a receipt could not be signed");
    return message + '.' + toBase64Url({ reinterpret_cast<const char *>(signature.data()), length });
}

std::optional<nlohmann::json> Signer::verified(std::string_view jws) const
{
    const auto first = jws.find('.');
    const auto second = jws.find('.', first == std::string_view::npos ? first : first + 1);
    if (second == std::string_view::npos || jws.substr(0, first) != m_header)
        return std::nullopt;
    const auto payload = fromBase64Url(jws.substr(first + 1, second - first - 1));
    const auto signature = fromBase64Url(jws.substr(second + 1));
    if (!payload || !signature)
        return std::nullopt;
    const std::string_view message = jws.substr(0, second);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    const bool good = EVP_DigestVerifyInit(context, nullptr, nullptr, nullptr, m_key->evp) == 1
                      && EVP_DigestVerify(context, bytesOf(*signature), signature->size(), bytesOf(message), message.size()) == 1;
    EVP_MD_CTX_free(context);
    if (!good)
        return std::nullopt;
    auto receipt = nlohmann::json::parse(*payload, nullptr, false);
    return receipt.is_object() ? std::optional(std::move(receipt)) : std::nullopt;
}

} // namespace portal
