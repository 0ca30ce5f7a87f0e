#pragma once

#include <optional>
#include <string>

namespace portal {

inline constexpr const char *leanType = "application/vnd.motcua.procedures+zstd";

// The lean form of a signed file (sync/portal-api.yaml, /catalog/packs), `base` = another signed file that the kiosk has, or empty.
// Nothing when one of them has another shape than the one that can be put together again byte for byte.
std::optional<std::string> toLean(const std::string &file, const std::string &base);

} // namespace portal
