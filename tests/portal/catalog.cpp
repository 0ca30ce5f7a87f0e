#include "tests/portal/catalog.h"

#include "tests/portal/digest.h"
#include "tests/portal/leanfile.h"
#include "tests/portal/ranges.h"

#include <fstream>
#include <iterator>

namespace portal {

namespace {

constexpr std::size_t mostMade = 32; // lean forms in memory; a fleet has few different files

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream stream(path, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

bool isDigest(const std::string &text)
{
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void setDigest(httplib::Response &response, const std::string &bytes)
{
    Digest digest("sha256");
    digest.add(bytes);
    response.set_header("Repr-Digest", "sha-256=:" + toBase64(digest.finish()) + ':');
}

} // namespace

Offers::Offers(std::filesystem::path file, std::filesystem::path folder)
    : m_file(std::move(file))
    , m_folder(std::move(folder))
{
}

void Offers::give(const Exchange &exchange)
{
    std::ifstream stream(m_file, std::ios::binary);
    if (m_file.empty() || !stream) {
        exchange.send(plainStatus(404, "No procedures are offered here"));
        return;
    }
    const std::string content { std::istreambuf_iterator<char>(stream), {} };
    const std::string digest = sha256Hex(content);
    keep(content, digest);
    httplib::Response &response = exchange.response;
    response.set_header("Vary", "Accept, Catalog-Have");
    const bool lean = exchange.request.get_header_value("Accept").find(leanType) != std::string::npos;
    const auto form = lean ? leanOf(content, digest, exchange.request.get_header_value("Catalog-Have")) : std::nullopt;
    const std::string tag = '"' + digest + '"';
    if (!form || exchange.request.get_header_value("If-None-Match").find(tag) != std::string::npos) {
        setDigest(response, content);
        giveBytes(exchange, content, "application/jose+json", tag);
        return;
    }
    response.set_header("Catalog-Tag", tag);
    if (!form->base.empty())
        response.set_header("Catalog-Base", form->base);
    setDigest(response, form->bytes);
    giveBytes(exchange, form->bytes, leanType, '"' + sha256Hex(form->bytes) + '"');
}

// Made once for each pair of files: the same bytes each time, so that a download can go on after a cut.
std::optional<Offers::Lean> Offers::leanOf(const std::string &content, const std::string &digest, const std::string &have)
{
    const std::string old = isDigest(have) ? kept(have) : std::string();
    const std::lock_guard lock(m_mutex);
    const auto known = m_made.find(digest + (old.empty() ? std::string() : have));
    if (known != m_made.end())
        return known->second;
    auto made = toLean(content, old);
    std::string base = made && !old.empty() ? have : std::string();
    if (!made && !old.empty()) {
        made = toLean(content, {});
        base.clear();
    }
    if (!made)
        return std::nullopt;
    if (m_made.size() >= mostMade)
        m_made.clear();
    return m_made.emplace(digest + base, Lean { std::move(*made), base }).first->second;
}

std::string Offers::kept(const std::string &digest) const
{
    return contentOf(m_folder / (digest + ".motcua"));
}

void Offers::keep(const std::string &content, const std::string &digest) const
{
    const auto path = m_folder / (digest + ".motcua");
    std::error_code error;
    if (std::filesystem::exists(path, error))
        return;
    std::filesystem::create_directories(m_folder, error);
    const auto fresh = m_folder / (digest + '.' + randomHex(8));
    {
        std::ofstream stream(fresh, std::ios::binary);
        stream << content;
    }
    std::filesystem::rename(fresh, path, error); // lost with a power cut: then a kiosk gets the form that builds on nothing
}

} // namespace portal
