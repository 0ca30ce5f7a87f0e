#include "ui/fee/estimatecard.h"

#include "core/deadline/deadlinewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace motcua {

EstimateCard::EstimateCard(QWidget *parent)
    : Card(parent)
{
    body()->addWidget(new SectionTitle(tr("Time to settle (estimated)")));
    body()->addStretch(1);
}

void EstimateCard::show(const Result<DeadlineEstimate> &estimate, const DeadlineRule &rule)
{
    if (m_content) {
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget;
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(themeOf(this).px(8));
    body()->insertWidget(1, m_content);

    const EstimateWords words = estimateWords(estimate);
    if (!words.when.isEmpty())
        column->addWidget(new TextLabel(tr("About %1").arg(words.when), TextRole::Heading));
    column->addWidget(new TextLabel(words.assumption));
    if (!words.doubt.isEmpty()) {
        auto *doubt = new TextLabel(words.doubt);
        doubt->setTone(Tone::Waiting);
        column->addWidget(doubt);
    }
    column->addWidget(new TextLabel(tr("By law: %1").arg(rule.text), TextRole::Small, TextLabel::Ink::Muted));
}

} // namespace motcua
