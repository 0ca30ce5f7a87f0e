#include "tests/portal/officialcode.h"

#include <array>
#include <cstdio>

namespace portal {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

std::string officialDay(Instant now)
{
    const auto date = legalDate(now);
    std::array<char, 32> text {};
    std::snprintf(text.data(), text.size(), "%02d%02u%02u", int(date.year()) % 100, unsigned(date.month()), unsigned(date.day()));
    return text.data();
}

std::string officialCode(const std::string &agency, Instant now, std::int64_t serial)
{
    std::string digits = std::to_string(serial);
    if (digits.size() < 4)
        digits.insert(0, 4 - digits.size(), '0');
    return agency + '-' + officialDay(now) + '-' + digits;
}

bool isAgencyCode(std::string_view text)
{
    if (text.size() < 3 || (text[0] != 'G' && text[0] != 'H') || !isDigit(text[1]) || !isDigit(text[2]))
        return false;
    std::size_t at = 3;
    for (int parts = 0; at < text.size(); ++parts) {
        if (parts == 4 || text[at] != '.')
            return false;
        std::size_t digits = 0;
        for (++at; at < text.size() && isDigit(text[at]); ++at)
            ++digits;
        if (digits < 1 || digits > 3)
            return false;
    }
    return true;
}

} // namespace portal
