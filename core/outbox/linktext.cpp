#include "core/outbox/linktext.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::seconds clockTolerance = 5min; // less is not worth anybody's time
constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * kibibyte;

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("LinkText", text, nullptr, n);
}

QString number(double value)
{
    return QLocale(QLocale::Vietnamese, QLocale::Vietnam).toString(value, 'f', 1);
}

LinkText captivePortal()
{
    return { words(QT_TRANSLATE_NOOP("LinkText", "The Wi-Fi asks to sign in")),
             words(QT_TRANSLATE_NOOP("LinkText", "This network leads every call to its own page, so the portal was not reached. "
                                                 "Nothing was sent to that page.")),
             words(QT_TRANSLATE_NOOP("LinkText",
                                     "Open a web browser on this machine, sign in on the page that appears, then press "
                                     "F5 here. Work can go on meanwhile.")) };
}

LinkText wrongClock(const SyncSnapshot &snapshot)
{
    const QString off = snapshot.clockAhead ? clockText(*snapshot.clockAhead) : QString();
    return { words(QT_TRANSLATE_NOOP("LinkText", "The clock is wrong")),
             (off + u' '
              + words(QT_TRANSLATE_NOOP("LinkText", "With a wrong date the portal's certificate cannot be checked, so nothing "
                                                    "was sent. Dossiers are safe on this machine.")))
                 .trimmed(),
             words(QT_TRANSLATE_NOOP("LinkText", "Set the date and time of this machine right (let it take the time from the "
                                                 "network), then press F5. If it comes back, call IT staff: the machine's "
                                                 "battery may be empty.")) };
}

LinkText wrongCertificate()
{
    return { words(QT_TRANSLATE_NOOP("LinkText", "Not the right portal")),
             words(QT_TRANSLATE_NOOP("LinkText", "Something answered at the portal's address, but it could not prove that it is "
                                                 "the province's portal. Nothing was sent.")),
             words(QT_TRANSLATE_NOOP("LinkText", "Try another network. If it stays so, call IT staff.")) };
}

LinkText unauthorized()
{
    return { words(QT_TRANSLATE_NOOP("LinkText", "Kiosk not accepted")),
             words(QT_TRANSLATE_NOOP("LinkText", "The portal does not accept this kiosk. The queue is held; dossiers are safe on "
                                                 "this machine.")),
             words(QT_TRANSLATE_NOOP("LinkText", "Call IT staff: this kiosk needs a new access code.")) };
}

LinkText clonedKiosk()
{
    return { words(QT_TRANSLATE_NOOP("LinkText", "Two machines, one identity")),
             words(QT_TRANSLATE_NOOP("LinkText",
                                     "Another machine talks to the portal as this kiosk: one was set up from a copy of "
                                     "the other. The queue is held so that nothing is mixed up.")),
             words(QT_TRANSLATE_NOOP("LinkText", "Call IT staff: they give this kiosk an identity of its own with “motcuactl "
                                                 "kiosk renew”. Dossiers keep their numbers.")) };
}

} // namespace

LinkText linkText(const SyncSnapshot &snapshot)
{
    switch (snapshot.link) {
    case LinkState::Offline:
        return { words(QT_TRANSLATE_NOOP("LinkText", "No connection yet")),
                 words(QT_TRANSLATE_NOOP("LinkText", "Work goes on as usual. Dossiers are kept safe on this machine and are sent "
                                                     "by themselves when there is a connection.")),
                 {} };
    case LinkState::Checking:
        return { words(QT_TRANSLATE_NOOP("LinkText", "Calling the portal")),
                 words(QT_TRANSLATE_NOOP("LinkText", "The machine is calling the portal.")),
                 {} };
    case LinkState::Online:
        return { words(QT_TRANSLATE_NOOP("LinkText", "The portal answers")),
                 words(QT_TRANSLATE_NOOP("LinkText", "The portal answered the last call. Dossiers are sent by themselves.")),
                 {} };
    case LinkState::Weak:
        return { words(QT_TRANSLATE_NOOP("LinkText", "Weak link")),
                 words(QT_TRANSLATE_NOOP("LinkText", "The machine has a network, but hardly anything comes through. It goes on "
                                                     "trying from where it stopped; nothing is lost.")),
                 {} };
    case LinkState::PortalBusy:
        return { words(QT_TRANSLATE_NOOP("LinkText", "The portal is busy")),
                 words(QT_TRANSLATE_NOOP("LinkText", "The portal asked to wait. The machine will try again by itself.")),
                 {} };
    case LinkState::PortalFault:
        return { words(QT_TRANSLATE_NOOP("LinkText", "The portal has a fault")),
                 words(QT_TRANSLATE_NOOP("LinkText", "Something answered, but not as the portal should. Nothing is lost; the "
                                                     "machine will try again by itself.")),
                 {} };
    case LinkState::CaptivePortal:
        return captivePortal();
    case LinkState::WrongClock:
        return wrongClock(snapshot);
    case LinkState::WrongCertificate:
        return wrongCertificate();
    case LinkState::Unauthorized:
        return unauthorized();
    case LinkState::ClonedKiosk:
        return clonedKiosk();
    case LinkState::Unknown:
        break;
    }
    return { words(QT_TRANSLATE_NOOP("LinkText", "Portal not called yet")),
             words(QT_TRANSLATE_NOOP("LinkText", "The machine has not called the portal since it was started.")),
             {} };
}

LinkState linkStateOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PortalUnreachable:
    case ErrorCode::PortalLibraryMissing:
        return LinkState::Offline;
    case ErrorCode::PortalBusy:
        return LinkState::PortalBusy;
    case ErrorCode::PortalFault:
        return LinkState::PortalFault;
    case ErrorCode::PortalCertificateWrong:
        return LinkState::WrongCertificate;
    case ErrorCode::PortalUnauthorized:
        return LinkState::Unauthorized;
    case ErrorCode::CaptivePortal:
        return LinkState::CaptivePortal;
    case ErrorCode::ClockWrong:
        return LinkState::WrongClock;
    case ErrorCode::KioskCloned:
        return LinkState::ClonedKiosk;
    default:
        return LinkState::Unknown;
    }
}

LinkText heldBackText(HeldBack why)
{
    switch (why) {
    case HeldBack::Budget:
        return { words(QT_TRANSLATE_NOOP("LinkText", "Papers wait: today's megabytes are used up")),
                 words(QT_TRANSLATE_NOOP("LinkText", "Forms still go. Papers go on tomorrow by themselves.")),
                 words(QT_TRANSLATE_NOOP("LinkText",
                                         "For an urgent dossier press “Send its papers now” on its page, or raise the "
                                         "limit in the settings.")) };
    case HeldBack::Metered:
        return { words(QT_TRANSLATE_NOOP("LinkText", "Papers wait: forms only on this network")),
                 words(QT_TRANSLATE_NOOP("LinkText", "Forms go, papers stay on this machine, as set in the settings.")),
                 words(QT_TRANSLATE_NOOP("LinkText", "For an urgent dossier press “Send its papers now” on its page, or allow "
                                                     "papers in the settings when a free network is there.")) };
    case HeldBack::Unauthorized:
        return unauthorized();
    case HeldBack::Nothing:
        break;
    }
    return {};
}

QString remainingText(const SyncSnapshot &snapshot)
{
    if (!snapshot.remaining || *snapshot.remaining < 0s)
        return {};
    const qint64 seconds = snapshot.remaining->count();
    if (seconds < 60)
        return words(QT_TRANSLATE_NOOP("LinkText", "less than a minute left"));
    const int minutes = int((seconds + 59) / 60);
    if (minutes <= 10)
        return words(QT_TRANSLATE_N_NOOP("LinkText", "about %n minute(s) left"), minutes);
    // The longer it takes, the less anybody knows: a range instead of a number.
    if (minutes <= 90) {
        const int from = minutes / 5 * 5;
        return words(QT_TRANSLATE_NOOP("LinkText", "%1 to %2 minutes left")).arg(from).arg(from + from / 3 / 5 * 5 + 5);
    }
    const int hours = int(std::lround(double(minutes) / 60.0));
    return words(QT_TRANSLATE_NOOP("LinkText", "%1 to %2 hours left")).arg(hours).arg(hours + hours / 3 + 1);
}

QString sendingText(const SyncSnapshot &snapshot)
{
    if (!snapshot.sending || snapshot.bytesTotal <= 0)
        return {};
    const QString progress =
        words(QT_TRANSLATE_NOOP("LinkText", "%1 of %2")).arg(bytesText(snapshot.bytesConfirmed), bytesText(snapshot.bytesTotal));
    const QString left = remainingText(snapshot);
    return left.isEmpty() ? progress : progress + u", "_s + left;
}

QString bytesText(qint64 bytes)
{
    if (bytes < mebibyte)
        return words(QT_TRANSLATE_NOOP("LinkText", "%1 KB")).arg((bytes + kibibyte - 1) / kibibyte);
    return words(QT_TRANSLATE_NOOP("LinkText", "%1 MB")).arg(number(double(bytes) / double(mebibyte)));
}

QString durationText(std::chrono::seconds seconds)
{
    const qint64 minutes = std::abs(seconds.count()) / 60;
    constexpr qint64 hour = 60;
    constexpr qint64 day = 24 * hour;
    constexpr qint64 year = 365 * day;
    if (minutes >= 2 * year)
        return words(QT_TRANSLATE_N_NOOP("LinkText", "%n year(s)"), int(minutes / year));
    if (minutes >= 2 * day)
        return words(QT_TRANSLATE_N_NOOP("LinkText", "%n day(s)"), int(minutes / day));
    if (minutes >= 2 * hour)
        return words(QT_TRANSLATE_N_NOOP("LinkText", "%n hour(s)"), int(minutes / hour));
    return words(QT_TRANSLATE_N_NOOP("LinkText", "%n minute(s)"), int(minutes));
}

QString clockText(std::chrono::seconds ahead)
{
    if (ahead > clockTolerance)
        return words(QT_TRANSLATE_NOOP("LinkText", "By the portal's time, this machine's clock is %1 fast."))
            .arg(durationText(ahead));
    if (ahead < -clockTolerance)
        return words(QT_TRANSLATE_NOOP("LinkText", "By the portal's time, this machine's clock is %1 slow."))
            .arg(durationText(ahead));
    return {};
}

} // namespace motcua
