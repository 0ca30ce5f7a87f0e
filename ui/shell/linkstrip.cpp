#include "ui/shell/linkstrip.h"

#include "core/outbox/syncmonitor.h"
#include "ui/shell/linkwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

LinkStrip::LinkStrip(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_title(new TextLabel({}, TextRole::Strong))
    , m_text(new TextLabel({}, TextRole::Small))
    , m_again(new QuietButton(tr("Try again"), Icon::Refresh))
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(24), theme.px(6), theme.px(12), theme.px(6));
    row->setSpacing(theme.px(12));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_title);
    words->addWidget(m_text);
    row->addLayout(words, 1);
    m_again->setKeyHint(u"F5"_s);
    row->addWidget(m_again, 0, Qt::AlignVCenter);
    connect(m_again, &QPushButton::clicked, this, [this] { m_services.sync.requestSync(); });
    connect(&services.monitor, &SyncMonitor::changed, this, &LinkStrip::refresh, Qt::QueuedConnection);
    refresh();
}

void LinkStrip::refresh()
{
    const LinkNotice notice = linkNotice(m_services.monitor.snapshot());
    setVisible(!notice.title.isEmpty());
    m_tone = int(notice.tone);
    m_title->setTone(notice.tone);
    m_title->setText(notice.title);
    m_text->setText(notice.text);
    m_again->setVisible(notice.tryAgain);
    setAccessibleName(u"%1. %2"_s.arg(notice.title, notice.text));
    update();
}

void LinkStrip::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.tone(Tone(m_tone)).soft);
    painter.fillRect(0, 0, theme.px(4), height(), theme.tone(Tone(m_tone)).ink);
    painter.fillRect(0, height() - theme.border(), width(), theme.border(), theme.colors().line);
}

} // namespace motcua
