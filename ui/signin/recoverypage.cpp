#include "ui/signin/recoverypage.h"

#include "core/counter/gate.h"
#include "core/vault/passphraseslot.h"
#include "ui/signin/answerfield.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnWidth = 720;
constexpr int groupsPerRow = 4;
constexpr qsizetype shortest = shortestPassphrase;

QLineEdit *secretField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(256);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    field->setContextMenuPolicy(Qt::NoContextMenu);
    return field;
}

} // namespace

RecoveryPage::RecoveryPage(const UiServices &services, const QString &login, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_login(login)
    , m_banner(new Banner)
    , m_answer(new AnswerField)
    , m_passphrase(secretField(u"newPassphrase"_s))
    , m_again(secretField(u"newPassphraseAgain"_s))
    , m_set(new PrimaryButton(tr("Set the new passphrase"), Icon::Forward))
{
    const Theme &theme = themeOf(this);
    QVBoxLayout *column = makeScrollBody(this, columnWidth);
    column->setSpacing(theme.px(12));
    auto *back = new QuietButton(tr("Back to signing in"), Icon::Back);
    back->setObjectName(u"backToSignIn"_s);
    connect(back, &QPushButton::clicked, this, &RecoveryPage::left);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addWidget(new TextLabel(tr("Forgotten passphrase: account %1").arg(login), TextRole::Title));
    column->addWidget(m_banner);
    const Result<QString> challenge = services.gate.recoveryChallenge();
    if (challenge) {
        buildChallenge(column, *challenge);
        buildAnswer(column);
    } else {
        m_banner->showError(challenge.error());
        for (QWidget *unused : { static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_passphrase),
                                 static_cast<QWidget *>(m_again), static_cast<QWidget *>(m_set) }) {
            unused->setParent(this);
            unused->hide();
        }
    }
    column->addStretch(1);
    connect(m_set, &QPushButton::clicked, this, &RecoveryPage::restore);
    connect(m_again, &QLineEdit::returnPressed, this, &RecoveryPage::restore);
}

void RecoveryPage::buildChallenge(QVBoxLayout *column, const QString &challenge)
{
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->addWidget(
        new TextLabel(tr("1. Call the province at the number you know, and read these groups"), TextRole::Heading));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(12));
    grid->setVerticalSpacing(theme.px(8));
    const QStringList groups = challenge.split(u' ');
    for (int place = 0; place < groups.size(); ++place) {
        auto *number = new TextLabel(QString::number(place + 1), TextRole::Small, TextLabel::Ink::Muted);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto *group = new TextLabel(groups.at(place), TextRole::Title);
        group->setObjectName(u"challenge%1"_s.arg(place + 1));
        group->setWordWrap(false);
        group->setAccessibleName(tr("Group %1: %2").arg(place + 1).arg(groups.at(place)));
        const int at = 2 * (place % groupsPerRow);
        grid->addWidget(number, place / groupsPerRow, at);
        grid->addWidget(group, place / groupsPerRow, at + 1);
        grid->setColumnStretch(at + 1, 1);
    }
    card->body()->addLayout(grid);
    card->body()->addWidget(new TextLabel(tr("They are no secret. The province calls the office back before it answers."),
                                          TextRole::Small, TextLabel::Ink::Muted));
    column->addWidget(card);
}

void RecoveryPage::buildAnswer(QVBoxLayout *column)
{
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->addWidget(new TextLabel(tr("2. Type the groups of the answer"), TextRole::Heading));
    card->body()->addWidget(m_answer);
    card->body()->addSpacing(theme.px(8));
    card->body()->addWidget(new TextLabel(tr("3. Choose a new passphrase"), TextRole::Heading));
    auto *first = new FieldLabel(tr("New passphrase"));
    first->setHelp(tr("At least 10 characters. A few words that only you put together are best."));
    first->setField(m_passphrase);
    auto *second = new FieldLabel(tr("The new passphrase once more"));
    second->setField(m_again);
    for (QWidget *each : { static_cast<QWidget *>(first), static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(second),
                           static_cast<QWidget *>(m_again) })
        card->body()->addWidget(each);
    m_passphrase->setMinimumHeight(theme.target());
    m_again->setMinimumHeight(theme.target());
    card->body()->addSpacing(theme.px(8));
    card->body()->addWidget(m_set);
    column->addWidget(card);
}

void RecoveryPage::enter()
{
    m_answer->focusFirst();
}

void RecoveryPage::restore()
{
    if (m_set->isBusy())
        return;
    if (!m_answer->isRight()) {
        m_banner->showMessage(Tone::Info, tr("The answer is not complete yet, or a group of it is not right."));
        m_answer->focusFirst();
        return;
    }
    const QString chosen = m_passphrase->text().normalized(QString::NormalizationForm_C);
    if (chosen.size() < shortest || chosen != m_again->text().normalized(QString::NormalizationForm_C)) {
        m_banner->showMessage(Tone::Info, chosen.size() < shortest ? tr("The new passphrase needs at least 10 characters.")
                                                                   : tr("The two passphrases are not the same."));
        m_passphrase->setFocus();
        return;
    }
    setBusy(true);
    m_banner->clear();
    QByteArray bytes = chosen.toUtf8();
    Secret passphrase { QByteArrayView(bytes) };
    bytes.fill('\0');
    m_services.gate.recover(m_answer->text(), m_login, std::move(passphrase)).then(this, [this](const Result<Account> &account) {
        setBusy(false);
        if (!account) {
            m_banner->showError(account.error());
            m_answer->focusFirst();
            return;
        }
        m_passphrase->clear();
        m_again->clear();
        Q_EMIT restored();
    });
}

void RecoveryPage::setBusy(bool busy)
{
    m_set->setBusy(busy);
    for (QWidget *each :
         { static_cast<QWidget *>(m_answer), static_cast<QWidget *>(m_passphrase), static_cast<QWidget *>(m_again) })
        each->setEnabled(!busy);
}

} // namespace motcua
