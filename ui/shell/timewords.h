#pragma once

#include <QDateTime>
#include <QString>

namespace motcua {

// Times as people at the counter say them, in legal time. All translated.
QString clockWords(const QDateTime &time, const QDateTime &now);      // "10:32 today", "10:32 yesterday", "10:32 on 21/11/2026"
QString shortClockWords(const QDateTime &time, const QDateTime &now); // "10:32 today", "21/11/2026 10:32": for tables
QString dateWords(const QDateTime &time);                             // "25/11/2026"
QString longDateWords(const QDateTime &time);                         // "Monday, 23/11/2026"
QString sinceWords(const QDateTime &time, const QDateTime &now);      // "3 days", "2 hours", "5 minutes"

} // namespace motcua
