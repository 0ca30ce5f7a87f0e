#include "tests/portal/leanfile.h"

#include "tests/portal/digest.h"

#include <zstd.h>

#include <algorithm>
#include <memory>

namespace portal {

namespace {

constexpr const char *head = "{\"payload\":\"";
constexpr const char *tailBegins = "\",\"signatures\":";
constexpr int level = 19; // made once, sent to thousands
constexpr int leastWindow = 20;
constexpr int largestWindow = 25;

struct Parts
{
    std::string payload; // decoded
    std::string tail;
};

std::string toBase64Url(const std::string &bytes)
{
    std::string text = toBase64(bytes);
    std::replace(text.begin(), text.end(), '+', '-');
    std::replace(text.begin(), text.end(), '/', '_');
    text.erase(text.find_last_not_of('=') + 1);
    return text;
}

std::optional<Parts> partsOf(const std::string &file)
{
    const auto end = file.find(tailBegins);
    if (!file.starts_with(head) || end == std::string::npos)
        return std::nullopt;
    const std::size_t begin = std::string(head).size();
    std::string text = file.substr(begin, end - begin);
    std::replace(text.begin(), text.end(), '-', '+');
    std::replace(text.begin(), text.end(), '_', '/');
    text.append((4 - text.size() % 4) % 4, '=');
    const auto payload = fromBase64(text);
    if (!payload)
        return std::nullopt;
    Parts parts { *payload, file.substr(end) };
    const bool same = head + toBase64Url(parts.payload) + parts.tail == file;
    return same && parts.tail.find('\0') == std::string::npos ? std::optional(parts) : std::nullopt;
}

int windowFor(std::size_t bytes)
{
    int window = leastWindow;
    while (window < largestWindow && (std::size_t(1) << window) < bytes)
        ++window;
    return window;
}

struct Free
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

} // namespace

std::optional<std::string> toLean(const std::string &file, const std::string &base)
{
    const auto parts = partsOf(file);
    const auto prefix = base.empty() ? Parts {} : partsOf(base);
    if (!parts || !prefix)
        return std::nullopt;
    const std::string text = parts->payload + '\0' + parts->tail;
    const std::unique_ptr<ZSTD_CCtx, Free> context(ZSTD_createCCtx());
    const auto set = [&](ZSTD_cParameter name, int value) {
        return !ZSTD_isError(ZSTD_CCtx_setParameter(context.get(), name, value));
    };
    if (!context || !set(ZSTD_c_compressionLevel, level)
        || !set(ZSTD_c_windowLog, windowFor(text.size() + prefix->payload.size())) || !set(ZSTD_c_enableLongDistanceMatching, 1))
        return std::nullopt;
    if (!prefix->payload.empty()
        && ZSTD_isError(ZSTD_CCtx_refPrefix(context.get(), prefix->payload.data(), prefix->payload.size())))
        return std::nullopt;
    std::string lean(ZSTD_compressBound(text.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), lean.data(), lean.size(), text.data(), text.size());
    if (ZSTD_isError(size))
        return std::nullopt;
    lean.resize(size);
    return lean;
}

} // namespace portal
