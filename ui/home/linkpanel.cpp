#include "ui/home/linkpanel.h"

#include "core/base/clock.h"
#include "core/outbox/linktext.h"
#include "core/outbox/syncmonitor.h"
#include "ui/shell/linkwords.h"
#include "ui/shell/timewords.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace motcua {

LinkPanel::LinkPanel(const UiServices &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_badge(new StateBadge)
    , m_sentence(new TextLabel)
    , m_progress(new TextLabel({}, TextRole::Strong))
    , m_last(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_next(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_oldest(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_error(new Banner)
    , m_send(new SecondaryButton(tr("Send now"), Icon::Send))
{
    const Theme &theme = themeOf(this);
    body()->addWidget(new SectionTitle(tr("Link to the portal")));
    body()->addWidget(m_badge);
    body()->addWidget(m_sentence);
    body()->addWidget(m_progress);
    body()->addWidget(m_error);
    body()->addSpacing(theme.px(4));
    body()->addWidget(m_last);
    body()->addWidget(m_next);
    body()->addWidget(m_oldest);
    body()->addSpacing(theme.px(4));
    body()->addWidget(m_send);
    m_send->setKeyHint(QStringLiteral("F5"));
    m_oldest->hide();
    connect(m_send, &QPushButton::clicked, this, [this] { m_services.sync.requestSync(); });
    connect(&services.monitor, &SyncMonitor::changed, this, &LinkPanel::refresh, Qt::QueuedConnection);
    refresh();
}

void LinkPanel::setOldestUnsent(const QDateTime &time)
{
    m_oldest->setVisible(time.isValid());
    if (time.isValid())
        m_oldest->setText(tr("The oldest dossier has waited %1").arg(sinceWords(time, m_services.clock.now())));
}

void LinkPanel::refresh()
{
    const SyncSnapshot snapshot = m_services.monitor.snapshot();
    const QDateTime now = m_services.clock.now();
    m_badge->setWords(linkBadge(snapshot));
    m_sentence->setText(linkSentence(snapshot));
    m_progress->setText(sendingText(snapshot));
    m_progress->setVisible(!m_progress->text().isEmpty());
    m_last->setText(lastSuccessWords(snapshot, now));
    m_next->setText(nextAttemptWords(snapshot, now));
    m_next->setVisible(!m_next->text().isEmpty());
    // Of the states of the link the sentence above, or the strip over the page, says it all; what concerns a dossier it does not.
    const bool tell = snapshot.lastError && linkStateOf(snapshot.lastError->code) == LinkState::Unknown
                      && snapshot.link != LinkState::Checking && linkText(snapshot).toDo.isEmpty();
    if (tell)
        m_error->showError(*snapshot.lastError);
    else
        m_error->clear();
    m_send->setEnabled(!snapshot.sending && snapshot.link != LinkState::Checking);
}

} // namespace motcua
