#include "ui/home/spacepage.h"

#include "core/base/errorcatalog.h"
#include "core/counter/counter.h"
#include "core/counter/spacewatch.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/textlabel.h"

#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

SpacePage::SpacePage(const Counter &counter, QWidget *parent)
    : Page(parent)
    , m_counter(counter)
    , m_happened(new TextLabel({}, TextRole::Strong))
    , m_kept(new TextLabel({}, TextRole::Body))
    , m_next(new TextLabel({}, TextRole::Body))
    , m_numbers(new TextLabel({}, TextRole::Body, TextLabel::Ink::Muted))
{
    const Theme &theme = themeOf(this);
    QVBoxLayout *body = makeScrollBody(this, 760);
    body->addWidget(new TextLabel(SpacePage::title(), TextRole::Title));
    auto *card = new Card;
    card->body()->setSpacing(theme.px(12));
    m_happened->setTone(Tone::Error);
    for (TextLabel *label : { m_happened, m_kept, m_next, m_numbers })
        card->body()->addWidget(label);
    auto *again = new PrimaryButton(tr("Look again"), Icon::Refresh);
    again->setObjectName(u"lookAgain"_s);
    connect(again, &QPushButton::clicked, this, &SpacePage::look);
    m_again = again;
    card->body()->addWidget(again, 0, Qt::AlignLeft);
    body->addWidget(card);
    body->addStretch(1);
}

QString SpacePage::title() const
{
    return tr("The disk is almost full");
}

void SpacePage::enter()
{
    look();
    m_again->setFocus();
}

void SpacePage::look()
{
    const Result<void> room = m_counter.mayBegin();
    if (room) {
        Q_EMIT roomAgain();
        return;
    }
    const ErrorExplanation text = explain(room.error());
    m_happened->setText(text.happened);
    m_kept->setText(text.kept);
    m_next->setText(text.next);
    const SpaceWatch *space = m_counter.space();
    const SpaceWatch::State state = space ? space->state() : SpaceWatch::State();
    if (!state.freeBytes)
        return m_numbers->setText(text.id);
    const QLocale vietnamese(QLocale::Vietnamese, QLocale::Vietnam);
    m_numbers->setText(tr("Free now: %1. Needed: %2. Code: %3.")
                           .arg(vietnamese.formattedDataSize(*state.freeBytes),
                                vietnamese.formattedDataSize(space->policy().floorBytes), text.id));
}

} // namespace motcua
