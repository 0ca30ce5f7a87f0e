#pragma once

#include "core/base/error.h"
#include "sync/transport.h"

#include <QJsonObject>
#include <QString>

#include <chrono>
#include <optional>

namespace motcua {

// Everything that an attempt to talk to the portal can mean, and nothing else.
enum class Verdict {
    Ok,
    Stopped,          // we gave up ourselves
    Offline,          // no answer
    WrongCertificate, // not our portal; nothing was sent
    CaptivePortal,    // a network that wants somebody to sign in first; nothing was sent
    WrongClock,       // our own clock makes its certificate look bad; nothing was sent
    BadSetup,         // our own certificate file or address is wrong
    NoLibrary,        // this machine lacks what speaks to the portal
    PortalBusy,       // later: 503, 429, 423
    PortalFault,      // an answer that no healthy portal gives: HTML, 500, broken JSON, a redirect
    Unauthorized,     // this kiosk is not accepted
    KioskCloned,      // another machine calls under our identity; nothing of the call was taken
    TooLarge,         // send less at once
    ItemRefused,      // what was sent can never be accepted
    Conflict,         // the portal holds something else under this id and revision
    OffsetMismatch,   // the portal holds another number of bytes of this file
    UploadUnknown,    // the portal does not know this upload: send the manifest again
    DigestMismatch,   // all bytes came, but not the right ones
};

// RFC 9457, with the members that the contract adds.
struct Problem
{
    QString slug;   // of urn:motcua:problem:<slug>
    int status = 0; // of HTTP; what counts when the slug is not known here
    QString reason; // the portal's own words; shown to the officer, never logged
    QString field;  // JSON pointer
    qint64 offset = -1;

    bool isEmpty() const { return slug.isEmpty(); }
};

struct Judgement
{
    Verdict verdict = Verdict::Ok;
    Problem problem;
    std::optional<std::chrono::seconds> retryAfter;
    bool mayHaveArrived = true;                            // false: the portal cannot have seen the request
    QString detail;                                        // for the help desk; no personal data
    CertificateFault certificate = CertificateFault::None; // of WrongCertificate

    bool ok() const { return verdict == Verdict::Ok; }
    // The portal itself spoke (and not silence, a proxy or a broken portal): nothing is in doubt after this.
    bool isPortalsWord() const;
};

// Pure: what this answer means when `expectedStatus` is the good one. A 200 must be JSON.
Judgement judge(const Transmission &transmission, int expectedStatus);

// A problem inside a good answer that concerns one item only. An unknown slug means what its HTTP status means.
Verdict verdictOfProblem(const Problem &problem);
Problem readProblem(const QJsonObject &json);

// A judgement reached by looking into the answer.
Judgement portalFault(const QString &detail);

// The error that is shown and logged for a verdict that is not Ok. Stopped has none.
std::optional<Error> errorOf(const Judgement &judgement, const QString &subject = {});

} // namespace motcua
