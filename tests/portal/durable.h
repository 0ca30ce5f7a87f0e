#pragma once

#include <filesystem>
#include <string_view>

namespace portal {

// Files that are still there after a power cut. All return false when the disk refuses (full, read-only, gone).
bool syncDirectory(const std::filesystem::path &directory);
bool writeDurably(const std::filesystem::path &file, std::string_view bytes);

// A second name for the same bytes where the file system can do that, else a copy.
bool linkOrCopyDurably(const std::filesystem::path &from, const std::filesystem::path &to);

} // namespace portal
