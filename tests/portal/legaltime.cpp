#include "tests/portal/legaltime.h"

#include <algorithm>
#include <array>
#include <cstdio>

using namespace std::chrono;

namespace portal {

namespace {

constexpr hours legalOffset { 7 };
constexpr hours closingTime { 17 };

// domain.md 4.3. Swap days and all of 2027 are not official yet; a real portal gets them as signed data.
constexpr std::array daysOff {
    2026y / January / 1,   2026y / January / 2,   2026y / February / 16, 2026y / February / 17, 2026y / February / 18,
    2026y / February / 19, 2026y / February / 20, 2026y / April / 27,    2026y / April / 30,    2026y / May / 1,
    2026y / August / 31,   2026y / September / 1, 2026y / September / 2, 2026y / November / 24, 2027y / January / 1,
    2027y / February / 5,  2027y / February / 8,  2027y / February / 9,  2027y / February / 10, 2027y / February / 11,
    2027y / April / 16,    2027y / April / 30,    2027y / May / 3,       2027y / September / 2, 2027y / September / 3,
    2027y / November / 24,
};
constexpr std::array workedSaturdays { 2026y / January / 10, 2026y / August / 22 };

bool allDigits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits)
{
    int value = 0;
    for (const char c : digits)
        value = value * 10 + (c - '0');
    return value;
}

} // namespace

Instant currentTime()
{
    return floor<seconds>(system_clock::now());
}

std::string toRfc3339(Instant when)
{
    const auto local = when + legalOffset;
    const auto day = floor<days>(local);
    const year_month_day date { day };
    const hh_mm_ss time { local - day };
    std::array<char, 64> text {};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d+07:00", int(date.year()), unsigned(date.month()),
                  unsigned(date.day()), int(time.hours().count()), int(time.minutes().count()), int(time.seconds().count()));
    return text.data();
}

bool isRfc3339(std::string_view text)
{
    if (text.size() < 20 || text.size() > 35)
        return false;
    if (text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        return false;
    for (const auto &[from, count] : { std::pair { 0, 4 }, { 5, 2 }, { 8, 2 }, { 11, 2 }, { 14, 2 }, { 17, 2 } }) {
        if (!allDigits(text.substr(std::size_t(from), std::size_t(count))))
            return false;
    }
    const year_month_day date { year { number(text.substr(0, 4)) }, month { unsigned(number(text.substr(5, 2))) },
                                day { unsigned(number(text.substr(8, 2))) } };
    if (!date.ok() || number(text.substr(11, 2)) > 23 || number(text.substr(14, 2)) > 59 || number(text.substr(17, 2)) > 60)
        return false;
    std::string_view rest = text.substr(19);
    if (rest.front() == '.') {
        const auto end = rest.find_first_not_of("0123456789", 1);
        if (end == std::string_view::npos || end == 1)
            return false;
        rest = rest.substr(end);
    }
    if (rest == "Z")
        return true;
    return rest.size() == 6 && (rest[0] == '+' || rest[0] == '-') && rest[3] == ':' && allDigits(rest.substr(1, 2))
           && allDigits(rest.substr(4, 2));
}

year_month_day legalDate(Instant when)
{
    return year_month_day { floor<days>(when + legalOffset) };
}

bool isWorkingDay(year_month_day day)
{
    if (std::find(daysOff.begin(), daysOff.end(), day) != daysOff.end())
        return false;
    if (std::find(workedSaturdays.begin(), workedSaturdays.end(), day) != workedSaturdays.end())
        return true;
    const weekday which { sys_days { day } };
    return which != Saturday && which != Sunday;
}

Instant dueAfterWorkingDays(Instant received, int workingDays)
{
    sys_days day { legalDate(received) };
    for (int left = workingDays; left > 0;) {
        day += days { 1 };
        if (isWorkingDay(year_month_day { day }))
            --left;
    }
    return Instant { day } + closingTime - legalOffset;
}

} // namespace portal
