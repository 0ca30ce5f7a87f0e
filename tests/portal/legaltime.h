#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace portal {

// Legal time in Viet Nam is UTC+7 all year, whatever the machine's own zone says.
using Instant = std::chrono::sys_seconds;

Instant currentTime();
std::string toRfc3339(Instant when); // 2026-11-22T14:05:09+07:00
bool isRfc3339(std::string_view text);
std::chrono::year_month_day legalDate(Instant when);

bool isWorkingDay(std::chrono::year_month_day day);

// Closing time (17:00) of the n-th working day after the day of receipt: rule n_days_after, domain.md 4.3.
Instant dueAfterWorkingDays(Instant received, int days);

} // namespace portal
