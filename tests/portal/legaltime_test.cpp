// The test vectors of domain.md 4.3 for the rule n_days_after, and the grammar of official codes.
#include "tests/portal/legaltime.h"
#include "tests/portal/officialcode.h"

#include <cstdio>
#include <string>

using namespace std::chrono;
using namespace portal;

namespace {

int failures = 0;

void expect(const std::string &what, const std::string &actual, const std::string &wanted)
{
    if (actual == wanted)
        return;
    ++failures;
    std::fprintf(stderr, "%s: got %s, expected %s\n", what.c_str(), actual.c_str(), wanted.c_str());
}

Instant legal(year_month_day day, int hour, int minute)
{
    return sys_days { day } + hours { hour } + minutes { minute } - hours { 7 };
}

void expectDue(year_month_day day, int hour, const std::string &wanted)
{
    expect("due", toRfc3339(dueAfterWorkingDays(legal(day, hour, 0), 3)), wanted + "T17:00:00+07:00");
}

} // namespace

int main()
{
    expectDue(2026y / November / 23, 9, "2026-11-27"); // 24/11 is a holiday
    expectDue(2026y / November / 20, 10, "2026-11-26");
    expectDue(2026y / November / 28, 9, "2026-12-02"); // a Saturday
    expectDue(2026y / November / 23, 0, "2026-11-27"); // still Sunday in UTC
    expectDue(2026y / August / 20, 9, "2026-08-24");   // Saturday 22/8 is worked
    expectDue(2027y / February / 4, 9, "2027-02-16");  // across Tết

    expect("text", toRfc3339(legal(2026y / December / 31, 23, 59)), "2026-12-31T23:59:00+07:00");
    expect("code", officialCode("H19.231", legal(2026y / November / 22, 0, 5), 7), "H19.231-261122-0007");
    expect("code", officialCode("G22.99.08", legal(2026y / November / 22, 23, 5), 12345), "G22.99.08-261122-12345");

    for (const char *good : { "2026-11-22T14:05:09+07:00", "2026-11-22T07:05:09Z", "2024-02-29T07:05:09.123-05:30" })
        expect(good, isRfc3339(good) ? "valid" : "invalid", "valid");
    for (const char *bad : { "", "2026-11-22", "2026-11-22T14:05:09", "2026-02-29T14:05:09Z", "2026-11-22T24:05:09Z",
                             "2026-11-22T14:05:09.Z", "2026-11-22 14:05:09Z", "2026-11-22T14:05:09+7:00" })
        expect(bad, isRfc3339(bad) ? "valid" : "invalid", "invalid");
    for (const char *good : { "H19", "H19.231", "G22.99.08", "H15.50.05.13" })
        expect(good, isAgencyCode(good) ? "valid" : "invalid", "valid");
    for (const char *bad : { "", "A19", "H1", "H19.", "H19.1234", "H19.1.2.3.4.5", "H19-1", "H19.a" })
        expect(bad, isAgencyCode(bad) ? "valid" : "invalid", "invalid");
    return failures == 0 ? 0 : 1;
}
