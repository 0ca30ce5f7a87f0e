#pragma once

#include "sync/verdict.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <optional>

namespace motcua {

// What is known about the true time when a certificate's dates do not fit.
struct ClockEvidence
{
    QDateTime deviceNow;
    QDateTime portalTime;                           // as the portal said it last; invalid = never in this life of the program
    std::optional<std::chrono::seconds> since = {}; // by a clock that nobody can set, from then until now
};

// What a plain question to port 80 of the portal's name met. Believed for a word on the screen only, never for a decision to send.
struct PlainAnswer
{
    int status = 0;
    QByteArray location;
    QByteArray mediaType;
};

// Pure. Something answered whose certificate does not hold; only name and authority decide that, here it is only named:
//  * dates that do not fit while our clock is wrong: WrongClock. Before the portal's certificate was made, or before this program was,
//    our clock must be wrong; after it has ended, only when the portal's own time says so;
//  * a page or a redirect to somewhere else where a portal would have none: CaptivePortal;
//  * everything else: WrongCertificate.
Verdict whyNotOurs(CertificateFault fault, const ClockEvidence &clock, const std::optional<PlainAnswer> &plain,
                   const QString &host);

// The same for a judgement; any other than WrongCertificate stays as it is. May ask port 80, for at most 4 s.
Judgement diagnosed(Judgement judgement, const ClockEvidence &clock, const QUrl &portal, int plainPort);

} // namespace motcua
