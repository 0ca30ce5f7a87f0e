#include "ui/shell/linkwords.h"

#include "ui/shell/timewords.h"

#include <QCoreApplication>

namespace motcua {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("LinkWords", text);
}

} // namespace

BadgeWords linkBadge(const SyncSnapshot &snapshot)
{
    if (snapshot.sending && snapshot.bytesTotal > 0) {
        const int percent = int(snapshot.bytesConfirmed * 100 / snapshot.bytesTotal);
        return { Tone::Info, Icon::Send, words(QT_TRANSLATE_NOOP("LinkWords", "Sending: %1 %")).arg(percent) };
    }
    if (snapshot.sending)
        return { Tone::Info, Icon::Send, words(QT_TRANSLATE_NOOP("LinkWords", "Sending")) };
    switch (snapshot.link) {
    case LinkState::Offline:
        return { Tone::Waiting, Icon::LinkOff, words(QT_TRANSLATE_NOOP("LinkWords", "No connection yet")) };
    case LinkState::Checking:
        return { Tone::Info, Icon::Refresh, words(QT_TRANSLATE_NOOP("LinkWords", "Calling the portal")) };
    case LinkState::Online:
        return { Tone::Good, Icon::LinkOn, words(QT_TRANSLATE_NOOP("LinkWords", "The portal answers")) };
    case LinkState::PortalBusy:
        return { Tone::Waiting, Icon::Clock, words(QT_TRANSLATE_NOOP("LinkWords", "The portal is busy")) };
    case LinkState::PortalFault:
        return { Tone::Waiting, Icon::Warning, words(QT_TRANSLATE_NOOP("LinkWords", "The portal has a fault")) };
    case LinkState::WrongCertificate:
        return { Tone::Error, Icon::Warning, words(QT_TRANSLATE_NOOP("LinkWords", "Not the right portal")) };
    case LinkState::Unauthorized:
        return { Tone::Error, Icon::Lock, words(QT_TRANSLATE_NOOP("LinkWords", "Kiosk not accepted")) };
    case LinkState::Unknown:
        break;
    }
    return { Tone::Neutral, Icon::LinkOff, words(QT_TRANSLATE_NOOP("LinkWords", "Portal not called yet")) };
}

QString linkSentence(const SyncSnapshot &snapshot)
{
    switch (snapshot.link) {
    case LinkState::Offline:
        return words(QT_TRANSLATE_NOOP("LinkWords", "Work goes on as usual. Dossiers are kept safe on this machine and are sent "
                                                    "by themselves when there is a connection."));
    case LinkState::Checking:
        return words(QT_TRANSLATE_NOOP("LinkWords", "The machine is calling the portal."));
    case LinkState::Online:
        return words(QT_TRANSLATE_NOOP("LinkWords", "The portal answered the last call. Dossiers are sent by themselves."));
    case LinkState::PortalBusy:
        return words(QT_TRANSLATE_NOOP("LinkWords", "The portal asked to wait. The machine will try again by itself."));
    case LinkState::PortalFault:
        return words(QT_TRANSLATE_NOOP(
            "LinkWords",
            "Something answered, but not as the portal should. Nothing is lost; the machine will try again by itself."));
    case LinkState::WrongCertificate:
        return words(QT_TRANSLATE_NOOP(
            "LinkWords", "What answered is not our portal, so nothing was sent. This happens on Wi-Fi with a log-in page."));
    case LinkState::Unauthorized:
        return words(QT_TRANSLATE_NOOP(
            "LinkWords", "The portal does not accept this kiosk yet. Dossiers stay safe here; please tell IT staff."));
    case LinkState::Unknown:
        break;
    }
    return words(QT_TRANSLATE_NOOP("LinkWords", "The machine has not called the portal since it was started."));
}

QString lastSuccessWords(const SyncSnapshot &snapshot, const QDateTime &now)
{
    if (!snapshot.lastSuccess.isValid())
        return words(QT_TRANSLATE_NOOP("LinkWords", "The portal has not answered yet"));
    return words(QT_TRANSLATE_NOOP("LinkWords", "The portal last answered at %1")).arg(clockWords(snapshot.lastSuccess, now));
}

QString nextAttemptWords(const SyncSnapshot &snapshot, const QDateTime &now)
{
    if (!snapshot.nextAttempt.isValid() || snapshot.nextAttempt <= now)
        return {};
    return words(QT_TRANSLATE_NOOP("LinkWords", "Next try at %1")).arg(clockWords(snapshot.nextAttempt, now));
}

} // namespace motcua
