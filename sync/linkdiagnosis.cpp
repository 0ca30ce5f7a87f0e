#include "sync/linkdiagnosis.h"

#include "sync/plainprobe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds clockTolerance = 10min;
// An unset hardware clock says 1970 or the year of its chip; this source did not exist before.
const QDate sourceIsFrom(2026, 11, 1);

// The present by the portal's word and our own stopwatch, where that can be known.
std::optional<QDateTime> trueTime(const ClockEvidence &clock)
{
    if (!clock.portalTime.isValid() || !clock.since)
        return std::nullopt;
    return clock.portalTime.addSecs(clock.since->count());
}

bool isClockWrong(CertificateFault fault, const ClockEvidence &clock)
{
    const std::optional<QDateTime> now = trueTime(clock);
    const qint64 ahead = now ? now->secsTo(clock.deviceNow) : 0;
    if (fault == CertificateFault::NotYetValid)
        return !now || ahead < -clockTolerance.count();
    return clock.deviceNow.date() < sourceIsFrom || ahead > clockTolerance.count();
}

bool isCaptive(const PlainAnswer &answer, const QString &host)
{
    constexpr int signInFirst = 511; // RFC 6585
    if (answer.status == signInFirst)
        return true;
    if (answer.status >= 300 && answer.status < 400) {
        // Portals send plain callers to themselves over TLS.
        const QUrl target = QUrl::fromEncoded(answer.location);
        return !target.host().isEmpty() && target.host() != host;
    }
    return answer.status == 200 && answer.mediaType == "text/html";
}

} // namespace

Verdict whyNotOurs(CertificateFault fault, const ClockEvidence &clock, const std::optional<PlainAnswer> &plain,
                   const QString &host)
{
    const bool dates = fault == CertificateFault::NotYetValid || fault == CertificateFault::Expired;
    if (dates)
        return isClockWrong(fault, clock) ? Verdict::WrongClock : Verdict::WrongCertificate;
    return plain && isCaptive(*plain, host) ? Verdict::CaptivePortal : Verdict::WrongCertificate;
}

Judgement diagnosed(Judgement judgement, const ClockEvidence &clock, const QUrl &portal, int plainPort)
{
    if (judgement.verdict != Verdict::WrongCertificate)
        return judgement;
    std::optional<PlainAnswer> plain;
    if (judgement.certificate == CertificateFault::NotVouchedFor)
        plain = askPlainly(portal.host(), plainPort);
    judgement.verdict = whyNotOurs(judgement.certificate, clock, plain, portal.host());
    if (plain)
        judgement.detail += u" (port %1: HTTP %2)"_s.arg(plainPort).arg(plain->status);
    return judgement;
}

} // namespace motcua
