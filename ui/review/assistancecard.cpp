#include "ui/review/assistancecard.h"

#include "core/base/clock.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::chrono::milliseconds pageSettles { 80 };

} // namespace

AssistanceCard::AssistanceCard(QWidget *parent)
    : Card(parent)
    , m_state(new TextLabel({}, TextRole::Strong))
    , m_ways(new QButtonGroup(this))
    , m_language(new QComboBox)
    , m_record(new SecondaryButton(tr("Record the confirmation"), Icon::CheckCircle))
{
    const Theme &theme = themeOf(this);
    body()->addWidget(new SectionTitle(tr("The citizen confirms")));
    body()->addWidget(new TextLabel(tr("Read this out, or let the citizen read it:"), TextRole::Small, TextLabel::Ink::Muted));
    auto *words = new TextLabel(consentText());
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body()->addWidget(words);
    auto *row = new QHBoxLayout;
    auto *label = new FieldLabel(tr("Language in which it was read or explained"));
    label->setField(m_language);
    m_language->setObjectName(u"assistanceLanguage"_s);
    m_language->setMinimumHeight(theme.target());
    for (const SpokenLanguage &one : spokenLanguages())
        m_language->addItem(QString::fromUtf8(one.name), QString::fromLatin1(one.tag));
    row->addWidget(label);
    row->addWidget(m_language);
    row->addStretch(1);
    body()->addLayout(row);
    const std::pair<Assistance::Confirmation, QString> ways[] = {
        { Assistance::Confirmation::Signature, tr("The citizen has signed the declaration") },
        { Assistance::Confirmation::Fingerprint, tr("It was read out, and the citizen has put a fingerprint on it") },
        { Assistance::Confirmation::ReadAloud, tr("It was read out, and the citizen agrees by word") },
    };
    for (const auto &[how, text] : ways) {
        auto *choice = new QRadioButton(text);
        choice->setAccessibleName(text);
        choice->setObjectName(u"confirm-"_s + confirmationWord(how));
        m_ways->addButton(choice, int(how));
        body()->addWidget(choice);
    }
    auto *foot = new QHBoxLayout;
    foot->setSpacing(theme.px(12));
    m_record->setObjectName(u"recordAssistance"_s);
    foot->addWidget(m_record);
    foot->addWidget(m_state, 1);
    body()->addLayout(foot);
    // Arrow keys pass over choices that nobody means: only the button records.
    connect(m_ways, &QButtonGroup::idToggled, this, &AssistanceCard::tell);
    connect(m_language, &QComboBox::currentIndexChanged, this, &AssistanceCard::tell);
    connect(m_record, &QPushButton::clicked, this, &AssistanceCard::record);
    show({});
}

void AssistanceCard::record()
{
    if (m_ways->checkedId() >= 0)
        Q_EMIT confirmed(Assistance::Confirmation(m_ways->checkedId()), m_language->currentData().toString());
}

bool AssistanceCard::saysWhatIsRecorded() const
{
    return m_given && m_ways->checkedId() == int(m_given->confirmation)
           && m_language->currentData().toString() == m_given->language;
}

void AssistanceCard::show(const std::optional<Assistance> &given)
{
    m_given = given;
    {
        const QSignalBlocker quiet(m_ways);
        m_ways->setExclusive(false);
        const QList<QAbstractButton *> ways = m_ways->buttons();
        for (QAbstractButton *way : ways)
            way->setChecked(given && m_ways->id(way) == int(given->confirmation));
        m_ways->setExclusive(true);
    }
    if (given) {
        const QSignalBlocker quiet(m_language);
        m_language->setCurrentIndex(std::max(0, m_language->findData(given->language)));
    }
    tell();
}

void AssistanceCard::ask()
{
    tell();
    m_state->setText(tr("Please choose how the citizen confirmed and record it; then the dossier can be submitted."));
    m_state->setTone(Tone::Error);
    // The page becomes longer by the error first, and what is focused has to be in sight.
    QAbstractButton *first = m_ways->buttons().constFirst();
    QTimer::singleShot(pageSettles, first, [first] { first->setFocus(Qt::TabFocusReason); });
}

void AssistanceCard::tell()
{
    const bool recorded = saysWhatIsRecorded();
    m_record->setEnabled(m_ways->checkedId() >= 0 && !recorded);
    m_state->setTone(recorded ? Tone::Good : Tone::Waiting);
    if (recorded)
        m_state->setText(tr("Recorded %1: the citizen %2.")
                             .arg(toLegalTime(m_given->at).toString(u"dd/MM/yyyy HH:mm"_s), confirmationText(*m_given)));
    else
        m_state->setText(m_given ? tr("This choice is not recorded yet; what was recorded before still stands.")
                                 : tr("Not recorded yet. When the answers change, it is asked anew."));
}

} // namespace motcua
