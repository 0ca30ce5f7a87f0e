#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace motcua {

// A date of which only the year, or the year and month, may be known: old papers and old people. Stored as "1952", "1952-07" or
// "1952-07-13", shown and typed as "1952", "07/1952", "13/07/1952" (domain.md 3.7).
struct PartialDate
{
    int year = 0;
    int month = 0; // 0 = not known
    int day = 0;   // 0 = not known

    QDate earliest() const; // the first day that it may mean
    QDate latest() const;   // the last one
    QString stored() const;
    QString shown() const;

    bool operator==(const PartialDate &) const = default;
};

// Nothing for what is not written so, and for days that do not exist (31/02).
std::optional<PartialDate> partialDateFromStored(const QString &text);

// As people type it: 13/7/1952, 13-07-1952, 13.7.1952, 7/1952, 1952.
std::optional<PartialDate> partialDateFromTyped(const QString &text);

} // namespace motcua
