#include "ui/signin/answerfield.h"

#include "core/vault/recoverycode.h"
#include "core/vault/spokencode.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int perRow = 3;
constexpr qsizetype signsPerGroup = 5;

} // namespace

AnswerField::AnswerField(QWidget *parent)
    : QWidget(parent)
    , m_word(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(8));
    const int groups = int(spokenGroupCount(answerBits));
    for (int place = 0; place < groups; ++place) {
        auto *number = new TextLabel(QString::number(place + 1), TextRole::Small, TextLabel::Ink::Muted);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *group = new QLineEdit;
        group->setObjectName(u"answer%1"_s.arg(place + 1));
        group->setAccessibleName(tr("Group %1 of %2 of the answer").arg(place + 1).arg(groups));
        group->setFont(theme.font(TextRole::Heading));
        group->setAlignment(Qt::AlignCenter);
        group->setMinimumHeight(theme.target());
        group->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhPreferUppercase | Qt::ImhLatinOnly);
        group->setContextMenuPolicy(Qt::NoContextMenu);
        grid->addWidget(number, place / perRow, 2 * (place % perRow));
        grid->addWidget(group, place / perRow, 2 * (place % perRow) + 1);
        grid->setColumnStretch(2 * (place % perRow) + 1, 1);
        m_groups.append(group);
        connect(group, &QLineEdit::textEdited, this, [this, place] { typed(place); });
    }
    column->addLayout(grid);
    column->addWidget(m_word);
    tell();
}

void AnswerField::typed(int place)
{
    // Typing on in a full group, or pasting, fills the groups after it.
    const QStringList parts = splitGroups(m_groups.at(place)->text());
    for (qsizetype i = 0; i < std::max<qsizetype>(parts.size(), 1) && place + i < m_groups.size(); ++i) {
        const QSignalBlocker quiet(m_groups.at(place + i));
        m_groups.at(place + i)->setText(parts.value(i).first(std::min(signsPerGroup, parts.value(i).size())));
    }
    qsizetype last = std::min(place + std::max<qsizetype>(parts.size(), 1), m_groups.size()) - 1;
    if (isGroupRight(m_groups.at(last)->text(), last) && last + 1 < m_groups.size())
        ++last;
    m_groups.at(last)->setFocus();
    tell();
}

void AnswerField::tell()
{
    QStringList wrong;
    int right = 0;
    for (qsizetype place = 0; place < m_groups.size(); ++place) {
        const QString text = m_groups.at(place)->text();
        const bool good = isGroupRight(text, place);
        right += good ? 1 : 0;
        if (text.size() >= signsPerGroup && !good)
            wrong.append(QString::number(place + 1));
    }
    m_word->setInk(wrong.isEmpty() ? TextLabel::Ink::Muted : TextLabel::Ink::Error);
    m_word->setText(wrong.isEmpty() ? tr("%1 of %2 groups are right.").arg(right).arg(m_groups.size())
                                    : tr("Group %1 is not right. Please have it read once more.").arg(wrong.join(u", "_s)));
}

QString AnswerField::text() const
{
    QStringList groups;
    for (const QLineEdit *group : m_groups)
        groups.append(group->text());
    return groups.join(u' ');
}

bool AnswerField::isRight() const
{
    return bytesFromSpoken(text(), answerBits).has_value();
}

void AnswerField::clear()
{
    for (QLineEdit *group : std::as_const(m_groups))
        group->clear();
    tell();
}

void AnswerField::focusFirst()
{
    for (qsizetype place = 0; place < m_groups.size(); ++place) {
        if (!isGroupRight(m_groups.at(place)->text(), place))
            return m_groups.at(place)->setFocus();
    }
    m_groups.constLast()->setFocus();
}

} // namespace motcua
