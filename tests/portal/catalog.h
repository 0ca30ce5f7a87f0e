#pragma once

#include "tests/portal/http.h"

#include <filesystem>

namespace portal {

// GET /catalog/packs: the signed file of procedures, byte for byte, with a strong ETag; 304 to whoever has it, 404 when there is none.
void giveCatalog(const Exchange &exchange, const std::filesystem::path &file);

} // namespace portal
