#pragma once

#include <string_view>
#include <vector>

namespace portal {

// Status numbers of the national portal and the moves between them (domain.md 4.1), as data.
constexpr int statusJustRegistered = 1;

bool isStatus(int status);
std::string_view statusText(int status);          // Vietnamese
const std::vector<int> &nextStatuses(int status); // empty = final

} // namespace portal
