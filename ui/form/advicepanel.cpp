#include "ui/form/advicepanel.h"

#include "ui/theme/paint.h"
#include "ui/theme/icon.h"
#include "ui/theme/tone.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QFrame>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool isDecision(const Advice &advice)
{
    return advice.kind != Advice::Kind::Notice;
}

Tone toneOf(const Advice &advice)
{
    switch (advice.kind) {
    case Advice::Kind::NotNeeded:
        return Tone::Good;
    case Advice::Kind::Refuse:
        return Tone::Error;
    case Advice::Kind::Notice:
        break;
    }
    return Tone::Info;
}

// A sheet in the colour of the advice, with a heavy bar at its edge: to be seen from the other side of the counter.
class Sheet final : public QFrame
{
public:
    Sheet(Tone tone, QWidget *parent)
        : QFrame(parent)
        , m_tone(tone)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        const ToneColors &colors = theme.tone(m_tone);
        QPainter painter(this);
        paintBox(painter, rect(), colors.soft, colors.line, theme.border(), theme.px(8));
        paintBox(painter, QRectF(0, 0, theme.px(6), height()), colors.ink, Qt::transparent, 0, theme.px(3));
        const int side = theme.px(32);
        paintIcon(painter, QRectF(theme.px(22), theme.px(18), side, side),
                  m_tone == Tone::Good ? Icon::CheckCircle : Icon::Warning, colors.ink);
    }

private:
    Tone m_tone;
};

} // namespace

AdvicePanel::AdvicePanel(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(themeOf(this).px(8));
    hide();
}

void AdvicePanel::setAdvice(const QList<Advice> &advice)
{
    const auto sameId = [](const Advice &one, const Advice &other) { return one.id == other.id; };
    if (std::equal(advice.cbegin(), advice.cend(), m_advice.cbegin(), m_advice.cend(), sameId))
        return;
    const bool wanted = needsDecision();
    m_advice = advice;
    // Somebody who changes the answer and comes back is asked again.
    m_decided.removeIf([&](const QString &id) {
        return std::none_of(advice.cbegin(), advice.cend(), [&](const Advice &each) { return each.id == id; });
    });
    rebuild();
    if (needsDecision() && !wanted)
        Q_EMIT appeared();
}

bool AdvicePanel::needsDecision() const
{
    return std::any_of(m_advice.cbegin(), m_advice.cend(),
                       [this](const Advice &advice) { return isDecision(advice) && !m_decided.contains(advice.id); });
}

void AdvicePanel::askForDecision()
{
    if (m_decision)
        m_decision->setFocus(Qt::TabFocusReason);
}

void AdvicePanel::rebuild()
{
    m_decision = nullptr;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (QWidget *old = item->widget()) {
            old->hide();
            old->deleteLater();
        }
        delete item;
    }
    for (const Advice &advice : std::as_const(m_advice)) {
        const bool open = isDecision(advice) && !m_decided.contains(advice.id);
        m_layout->addWidget(open ? makeSheet(advice) : makeNote(advice));
    }
    setVisible(!m_advice.isEmpty());
}

QWidget *AdvicePanel::makeSheet(const Advice &advice)
{
    const Theme &theme = themeOf(this);
    auto *sheet = new Sheet(toneOf(advice), this);
    sheet->setAccessibleName(advice.title);
    sheet->setAccessibleDescription(advice.text);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(theme.px(70), theme.px(16), theme.px(20), theme.px(16));
    column->setSpacing(theme.px(6));
    auto *title = new TextLabel(advice.title, TextRole::Heading, TextLabel::Ink::Normal, sheet);
    title->setTone(toneOf(advice));
    column->addWidget(title);
    column->addWidget(new TextLabel(advice.text, TextRole::Body, TextLabel::Ink::Normal, sheet));
    if (!advice.source.text.isEmpty())
        column->addWidget(
            new TextLabel(tr("Source of law: %1").arg(advice.source.text), TextRole::Small, TextLabel::Ink::Muted, sheet));
    auto *buttons = new QWidget(sheet);
    auto *row = new FlowLayout(buttons);
    row->setSpacing(theme.px(10));
    auto *end = new PrimaryButton(advice.kind == Advice::Kind::NotNeeded ? tr("Finish, no dossier needed")
                                                                         : tr("Stop, do not take the dossier"),
                                  Icon::Home, buttons);
    auto *on = new SecondaryButton(tr("Go on with the dossier all the same"), Icon::None, buttons);
    row->addWidget(end);
    row->addWidget(on);
    column->addSpacing(theme.px(4));
    column->addWidget(buttons);
    connect(end, &QPushButton::clicked, this, &AdvicePanel::endRequested);
    connect(on, &QPushButton::clicked, this, [this, id = advice.id] {
        m_decided.insert(id);
        rebuild();
        Q_EMIT decided();
    });
    if (!m_decision)
        m_decision = end;
    QAccessibleEvent alert(sheet, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    return sheet;
}

QWidget *AdvicePanel::makeNote(const Advice &advice)
{
    auto *note = new Banner(this);
    const QString source = advice.source.text.isEmpty() ? QString() : u" (%1)"_s.arg(advice.source.text);
    // Once decided, one line is enough of a reminder.
    note->showMessage(toneOf(advice), advice.title, isDecision(advice) ? QString() : advice.text + source);
    return note;
}

} // namespace motcua
