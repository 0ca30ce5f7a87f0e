#pragma once

#include "tests/portal/legaltime.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace portal {

// {agency}-{yyMMdd}-{serial}, domain.md 3.1: H19.231-261122-0001. The serial starts at 1 each legal day.
std::string officialDay(Instant now); // yyMMdd
std::string officialCode(const std::string &agency, Instant now, std::int64_t serial);
bool isAgencyCode(std::string_view text); // H19.231, G15, …

} // namespace portal
