#include "ui/shell/linkwords.h"

#include "core/base/errorcatalog.h"
#include "core/outbox/linktext.h"
#include "ui/shell/timewords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Look
{
    Tone tone;
    Icon icon;
};

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("LinkWords", text, nullptr, n);
}

Look lookOf(LinkState state)
{
    switch (state) {
    case LinkState::Offline:
        return { Tone::Waiting, Icon::LinkOff };
    case LinkState::Checking:
        return { Tone::Info, Icon::Refresh };
    case LinkState::Online:
        return { Tone::Good, Icon::LinkOn };
    case LinkState::Weak:
        return { Tone::Waiting, Icon::LinkOn };
    case LinkState::PortalBusy:
        return { Tone::Waiting, Icon::Clock };
    case LinkState::PortalFault:
        return { Tone::Waiting, Icon::Warning };
    case LinkState::CaptivePortal:
        return { Tone::Waiting, Icon::Lock };
    case LinkState::WrongClock:
        return { Tone::Error, Icon::Clock };
    case LinkState::WrongCertificate:
    case LinkState::ClonedKiosk:
        return { Tone::Error, Icon::Warning };
    case LinkState::Unauthorized:
        return { Tone::Error, Icon::Lock };
    case LinkState::Unknown:
        break;
    }
    return { Tone::Neutral, Icon::LinkOff };
}

} // namespace

BadgeWords linkBadge(const SyncSnapshot &snapshot)
{
    if (snapshot.sending) {
        const QString sent = sendingText(snapshot);
        return { Tone::Info, Icon::Send,
                 sent.isEmpty() ? words(QT_TRANSLATE_NOOP("LinkWords", "Sending"))
                                : words(QT_TRANSLATE_NOOP("LinkWords", "Sending: %1")).arg(sent) };
    }
    const Look look = lookOf(snapshot.link);
    return { look.tone, look.icon, linkText(snapshot).title };
}

QString linkSentence(const SyncSnapshot &snapshot)
{
    return linkText(snapshot).meaning;
}

LinkNotice linkNotice(const SyncSnapshot &snapshot)
{
    const LinkText link = linkText(snapshot);
    if (!link.toDo.isEmpty())
        return { lookOf(snapshot.link).tone, link.title, link.meaning + u' ' + link.toDo };
    if (const LinkText held = heldBackText(snapshot.heldBack); !held.title.isEmpty())
        return { Tone::Waiting, held.title, held.meaning + u' ' + held.toDo };
    if (snapshot.journalDispute)
        return { Tone::Error, words(QT_TRANSLATE_NOOP("LinkWords", "The portal remembers another log of acts")),
                 explainInOneLine(*snapshot.journalDispute), false };
    const QString clock = snapshot.clockAhead ? clockText(*snapshot.clockAhead) : QString();
    if (!clock.isEmpty())
        return { Tone::Waiting, clock,
                 words(QT_TRANSLATE_NOOP("LinkWords", "Dossiers are still sent. Please set the date and time of this machine "
                                                      "right, because slips carry them.")) };
    return {};
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
    const QString when = clockWords(snapshot.nextAttempt, now);
    if (snapshot.link == LinkState::PortalBusy)
        return words(QT_TRANSLATE_NOOP("LinkWords", "The portal is busy until about %1; then the machine tries again")).arg(when);
    return words(QT_TRANSLATE_NOOP("LinkWords", "Next try at %1")).arg(when);
}

QString unsentWords(const DossierCounts &counts, const QDateTime &now)
{
    QStringList all;
    if (counts.unsent > 0) {
        const QString count = words(QT_TRANSLATE_N_NOOP("LinkWords", "%n not sent yet"), counts.unsent);
        all << (counts.oldestUnsent.isValid() ? words(QT_TRANSLATE_NOOP("LinkWords", "%1, the oldest for %2"))
                                                    .arg(count, sinceWords(counts.oldestUnsent, now))
                                              : count);
    }
    if (counts.following > 0)
        all << words(QT_TRANSLATE_N_NOOP("LinkWords", "%n received in part"), counts.following);
    return all.isEmpty() ? words(QT_TRANSLATE_NOOP("LinkWords", "Nothing waits to be sent")) : all.join(u"; "_s);
}

} // namespace motcua
