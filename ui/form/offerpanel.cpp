#include "ui/form/offerpanel.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestWords = 60;

QString shortened(const QString &text)
{
    return text.size() > longestWords ? text.left(longestWords - 1) + u'…' : text;
}

} // namespace

OfferPanel::OfferPanel(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new TextLabel({}, TextRole::Body, TextLabel::Ink::Normal, this))
    , m_button(new QPushButton(this))
    , m_skip(new QPushButton(tr("Skip (Shift+F8)"), this))
    , m_holder(new QWidget(this))
    , m_lines(new FlowLayout(m_holder))
{
    const Theme &theme = themeOf(this);
    setObjectName(u"offerPanel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8));
    column->setSpacing(theme.px(6));
    auto *head = new QHBoxLayout;
    head->setSpacing(theme.px(12));
    head->addWidget(m_sentence, 1);
    head->addWidget(m_skip, 0, Qt::AlignTop);
    head->addWidget(m_button, 0, Qt::AlignTop);
    column->addLayout(head);
    column->addWidget(m_holder);
    m_lines->setSpacing(theme.px(6));
    m_button->setFocusPolicy(Qt::ClickFocus); // F8 takes it: Enter and Tab stay with the answers
    m_skip->setFocusPolicy(Qt::ClickFocus);
    m_skip->setProperty("quiet", true);
    m_skip->setToolTip(tr("This offer is not shown again unless it changes"));
    hide();
    connect(m_skip, &QPushButton::clicked, this, &OfferPanel::skipped);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isOffering())
            Q_EMIT taken(m_answers);
        else
            Q_EMIT undone();
    });
}

void OfferPanel::clearLines()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
}

void OfferPanel::offer(const QString &sentence, const QList<Line> &lines)
{
    QString shown = sentence;
    for (const Line &line : lines)
        shown += line.answer.pointer + line.text;
    if (shown == m_shown)
        return;
    m_shown = shown;
    clearLines();
    m_answers.clear();
    for (const Line &line : lines) {
        m_answers.append(line.answer);
        auto *one = new QPushButton(u"%1: %2"_s.arg(line.answer.label, shortened(line.text)), m_holder);
        one->setProperty("quiet", true);
        one->setFocusPolicy(Qt::ClickFocus);
        one->setToolTip(tr("Take only this"));
        connect(one, &QPushButton::clicked, this, [this, answer = line.answer] { Q_EMIT taken({ answer }); });
        m_lines->addWidget(one);
    }
    m_sentence->setText(sentence);
    m_button->setText(tr("Use all (F8)"));
    m_holder->show();
    m_skip->show();
    show();
}

void OfferPanel::showTaken(const QString &sentence)
{
    clear();
    m_shown = sentence;
    m_sentence->setText(sentence);
    m_button->setText(tr("Undo"));
    m_holder->hide();
    m_skip->hide();
    show();
}

void OfferPanel::clear()
{
    clearLines();
    m_answers.clear();
    m_shown.clear();
    hide();
}

void OfferPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintBox(painter, rect(), theme.colors().primarySoft, theme.colors().line, theme.border(), theme.px(8));
}

} // namespace motcua
