#pragma once

#include "core/outbox/syncmonitor.h"

#include <QString>

namespace motcua {

// The state of the link in words, the same on every screen and in motcuactl. Never more than what was seen.
struct LinkText
{
    QString title;   // two or three words, for a badge
    QString meaning; // what it means for the work at the counter
    QString toDo;    // what somebody should do; empty when nothing is to be done
};

LinkText linkText(const SyncSnapshot &snapshot);
LinkState linkStateOf(ErrorCode code); // that an error of the link stands for; Unknown for any other
LinkText heldBackText(HeldBack why);   // all empty for Nothing

// "about 4 minutes left"; empty until it is known.
QString remainingText(const SyncSnapshot &snapshot);
// "1.2 of 3.4 MB, about 4 minutes left"; empty when nothing is being sent.
QString sendingText(const SyncSnapshot &snapshot);

QString bytesText(qint64 bytes);                    // "1.2 MB" in the way of the language
QString durationText(std::chrono::seconds seconds); // in its largest unit: "3 hours"
QString clockText(std::chrono::seconds ahead);      // "This machine's clock is 3 hours fast."; empty when it is right enough

} // namespace motcua
