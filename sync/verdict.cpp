#include "sync/verdict.h"

#include "core/base/result.h"
#include "core/base/text.h"
#include "sync/strictjson.h"

#include <QJsonDocument>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto longestRetryAfter = std::chrono::minutes(15);
constexpr qsizetype longestReason = 500;
constexpr auto slugPrefix = "urn:motcua:problem:"_L1;

QString mediaType(const HttpResponse &response)
{
    return QString::fromLatin1(response.header("content-type").split(';').first().trimmed().toLower());
}

// RFC 9110 date, always in English.
QDateTime httpDate(const QByteArray &text)
{
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::utc());
    return date;
}

// Seconds, or a date that is read against the portal's own clock.
std::optional<std::chrono::seconds> retryAfter(const HttpResponse &response)
{
    const QByteArray text = response.header("retry-after");
    if (text.isEmpty())
        return std::nullopt;
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpDate(text);
        const QDateTime portalNow = httpDate(response.header("date"));
        if (!until.isValid() || !portalNow.isValid())
            return std::nullopt;
        seconds = portalNow.secsTo(until);
    }
    const qint64 most = std::chrono::seconds(longestRetryAfter).count();
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, most));
}

Verdict verdictOfStatus(int status)
{
    switch (status) {
    case 401:
        return Verdict::Unauthorized;
    case 404:
    case 410:
        return Verdict::UploadUnknown;
    case 409:
        return Verdict::OffsetMismatch;
    case 413:
        return Verdict::TooLarge;
    case 423:
    case 429:
    case 503:
        return Verdict::PortalBusy;
    case 460: // tus checksum extension
        return Verdict::DigestMismatch;
    case 400:
    case 403:
    case 415:
    case 422:
        return Verdict::ItemRefused;
    default:
        return Verdict::PortalFault;
    }
}

Judgement judgeFailure(const TransportFailure &failure)
{
    Judgement judgement;
    judgement.mayHaveArrived = failure.mayHaveArrived;
    judgement.detail = failure.detail;
    judgement.certificate = failure.certificate;
    switch (failure.kind) {
    case TransportFailure::Kind::NoConnection:
        judgement.verdict = Verdict::Offline;
        break;
    case TransportFailure::Kind::WrongCertificate:
        judgement.verdict = Verdict::WrongCertificate;
        break;
    case TransportFailure::Kind::BadSetup:
        judgement.verdict = Verdict::BadSetup;
        break;
    case TransportFailure::Kind::NoLibrary:
        judgement.verdict = Verdict::NoLibrary;
        break;
    case TransportFailure::Kind::NotHttp:
        judgement.verdict = Verdict::PortalFault;
        break;
    case TransportFailure::Kind::Stopped:
        judgement.verdict = Verdict::Stopped;
        break;
    }
    return judgement;
}

Judgement judgeAnswer(const HttpResponse &response, int expectedStatus)
{
    const QString type = mediaType(response);
    Judgement judgement;
    judgement.detail = u"HTTP %1 %2"_s.arg(response.status).arg(type.left(60)).trimmed();
    if (response.status == expectedStatus) {
        const bool mustBeJson = expectedStatus == 200 && !response.body.isEmpty();
        judgement.verdict = mustBeJson && type != "application/json"_L1 ? Verdict::PortalFault : Verdict::Ok;
        return judgement;
    }
    judgement.retryAfter = retryAfter(response);
    judgement.verdict = verdictOfStatus(response.status);
    if (type == "application/problem+json"_L1) {
        judgement.problem = readProblem(QJsonDocument::fromJson(response.body).object());
        judgement.problem.status = response.status;
        judgement.detail += u" %1"_s.arg(judgement.problem.slug);
        // The slug says more than the status: 409 and 422 each stand for two things.
        if (!judgement.problem.isEmpty() && judgement.verdict != Verdict::PortalFault)
            judgement.verdict = verdictOfProblem(judgement.problem);
        return judgement;
    }
    // A page made for people, under whatever status, does not come from the portal's interface.
    // Only "later" and "too much" mean the same from a proxy.
    if (type == "text/html"_L1 && judgement.verdict != Verdict::PortalBusy && judgement.verdict != Verdict::TooLarge)
        judgement.verdict = Verdict::PortalFault;
    return judgement;
}

} // namespace

bool Judgement::isPortalsWord() const
{
    switch (verdict) {
    case Verdict::Ok:
        return true;
    case Verdict::Stopped:
    case Verdict::Offline:
    case Verdict::WrongCertificate:
    case Verdict::CaptivePortal:
    case Verdict::WrongClock:
    case Verdict::BadSetup:
    case Verdict::NoLibrary:
    case Verdict::PortalFault:
        return false;
    default:
        return !problem.isEmpty();
    }
}

Judgement judge(const Transmission &transmission, int expectedStatus)
{
    return transmission ? judgeAnswer(*transmission, expectedStatus) : judgeFailure(transmission.error());
}

Verdict verdictOfProblem(const Problem &problem)
{
    static const QHash<QString, Verdict> verdicts = {
        { u"malformed"_s, Verdict::ItemRefused },
        { u"rejected"_s, Verdict::ItemRefused },
        { u"unauthorized"_s, Verdict::Unauthorized },
        { u"unknown-upload"_s, Verdict::UploadUnknown },
        { u"offset-mismatch"_s, Verdict::OffsetMismatch },
        { u"revision-conflict"_s, Verdict::Conflict },
        { u"too-large"_s, Verdict::TooLarge },
        { u"digest-mismatch"_s, Verdict::DigestMismatch },
        { u"kiosk-cloned"_s, Verdict::KioskCloned },
        { u"busy"_s, Verdict::PortalBusy },
        { u"internal"_s, Verdict::PortalFault },
    };
    const auto known = verdicts.constFind(problem.slug);
    return known == verdicts.constEnd() ? verdictOfStatus(problem.status) : *known;
}

Problem readProblem(const QJsonObject &json)
{
    Problem problem;
    const QString type = json.value("type"_L1).toString();
    if (type.startsWith(slugPrefix))
        problem.slug = type.mid(slugPrefix.size()).left(40);
    const QString reason = json.value("reason"_L1).toString();
    problem.reason = normalized(reason.isEmpty() ? json.value("detail"_L1).toString() : reason).left(longestReason);
    problem.field = normalized(json.value("field"_L1).toString()).left(longestReason);
    problem.status = json.value("status"_L1).toInt();
    const qint64 offset = json.value("offset"_L1).toInteger(-1);
    problem.offset = offset >= 0 && offset <= largestJsonInteger ? offset : -1;
    return problem;
}

Judgement portalFault(const QString &detail)
{
    Judgement judgement;
    judgement.verdict = Verdict::PortalFault;
    judgement.detail = detail;
    return judgement;
}

std::optional<Error> errorOf(const Judgement &judgement, const QString &subject)
{
    const QString &detail = judgement.detail;
    switch (judgement.verdict) {
    case Verdict::Ok:
    case Verdict::Stopped:
        return std::nullopt;
    case Verdict::Offline:
        return fail(ErrorCode::PortalUnreachable, subject, detail).value();
    case Verdict::WrongCertificate:
        return fail(ErrorCode::PortalCertificateWrong, subject, detail).value();
    case Verdict::CaptivePortal:
        return fail(ErrorCode::CaptivePortal, subject, detail).value();
    case Verdict::WrongClock:
        return fail(ErrorCode::ClockWrong, subject, detail).value();
    case Verdict::KioskCloned:
        return fail(ErrorCode::KioskCloned, subject, detail).value();
    case Verdict::BadSetup:
        return fail(ErrorCode::PortalSetupUnusable, subject, detail).value();
    case Verdict::NoLibrary:
        return fail(ErrorCode::PortalLibraryMissing, subject, detail).value();
    case Verdict::PortalBusy:
        return fail(ErrorCode::PortalBusy, subject, detail).value();
    case Verdict::PortalFault:
        return fail(ErrorCode::PortalFault, subject, detail).value();
    case Verdict::Unauthorized:
        return fail(ErrorCode::PortalUnauthorized, subject, detail).value();
    case Verdict::Conflict:
        return fail(ErrorCode::PortalConflict, subject, detail).value();
    case Verdict::ItemRefused:
    case Verdict::TooLarge:
        return fail(ErrorCode::PortalRefusedDossier, subject, detail).value();
    case Verdict::OffsetMismatch:
    case Verdict::UploadUnknown:
    case Verdict::DigestMismatch:
        return fail(ErrorCode::UploadRejected, subject, detail).value();
    }
    Q_UNREACHABLE();
}

} // namespace motcua
