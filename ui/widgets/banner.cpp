#include "ui/widgets/banner.h"

#include "core/base/errorcatalog.h"
#include "ui/theme/paint.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

Icon iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return Icon::CheckCircle;
    case Tone::Waiting:
        return Icon::Clock;
    case Tone::Doubt:
        return Icon::Doubt;
    case Tone::Error:
        return Icon::Error;
    case Tone::Info:
    case Tone::Neutral:
        break;
    }
    return Icon::Info;
}

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_title(new TextLabel({}, TextRole::Strong))
    , m_text(new TextLabel)
    , m_code(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_action(new SecondaryButton({}))
    , m_close(new IconButton(Icon::Close, tr("Close this message")))
{
    const Theme &theme = themeOf(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.px(48), theme.px(10), theme.px(8), theme.px(10));
    row->setSpacing(theme.px(12));
    auto *words = new QVBoxLayout;
    words->setSpacing(theme.px(2));
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addWidget(m_code);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignTop);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionPressed);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT closed();
    });
    hide();
}

void Banner::showMessage(Tone tone, const QString &title, const QString &text)
{
    m_tone = tone;
    m_icon = iconOf(tone);
    m_title->setText(title);
    m_title->setTone(tone);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    m_code->hide();
    setAccessibleName(title);
    setAccessibleDescription(text);
    show();
    update();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Banner::showError(const Error &error)
{
    const ErrorExplanation words = explain(error);
    showMessage(Tone::Error, words.happened, u"%1 %2"_s.arg(words.kept, words.next));
    m_code->setText(tr("Error code for the help desk: %1").arg(words.id));
    m_code->show();
}

void Banner::setAction(const QString &words, Icon icon)
{
    m_action->setText(words);
    m_action->setIconKind(icon);
    m_action->setVisible(!words.isEmpty());
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::clear()
{
    hide();
}

void Banner::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ToneColors &colors = theme.tone(m_tone);
    QPainter painter(this);
    paintBox(painter, rect(), colors.soft, colors.line, theme.border(), theme.px(8));
    const int side = theme.px(24);
    paintIcon(painter, QRectF(theme.px(14), theme.px(10), side, side), m_icon, colors.ink);
}

} // namespace motcua
