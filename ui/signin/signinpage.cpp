#include "ui/signin/signinpage.h"

#include "core/counter/gate.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "ui/signin/accountcard.h"
#include "ui/signin/brandpanel.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/rowbutton.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QResizeEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnWidth = 568;
constexpr int brandFrom = 900; // narrower windows need the room for the form

QString nameOf(const AdministrativeUnits &units, const QString &code)
{
    const std::optional<AdministrativeUnit> unit = units.findOne(code);
    return unit ? unit->fullName() : code;
}

} // namespace

SignInPage::SignInPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_accounts(new QButtonGroup(this))
    , m_label(new FieldLabel(tr("Passphrase")))
    , m_passphrase(new QLineEdit)
    , m_showWords(new IconButton(Icon::Eye, tr("Show the passphrase")))
    , m_banner(new Banner)
    , m_enter(new PrimaryButton(tr("Sign in"), Icon::Forward))
    , m_otherWay(new QuietButton(tr("Use the passphrase"), Icon::Keyboard))
{
    const Theme &theme = themeOf(this);
    const std::optional<AdministrativeUnit> unit = services.units.findOne(services.profile.communeCode);
    const QString commune = unit ? unit->fullName() : services.profile.communeCode;
    const QString province = unit ? nameOf(services.units, unit->parent) : QString();

    auto *halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    m_brand = new BrandPanel(commune, province);
    m_brand->setFixedWidth(theme.px(440));
    halves->addWidget(m_brand);

    auto *form = new QWidget;
    halves->addWidget(form, 1);
    QVBoxLayout *column = makeScrollBody(form, columnWidth);
    column->setSpacing(theme.px(12));
    column->addStretch(1);
    column->addWidget(new TextLabel(tr("Who is working at this counter?"), TextRole::Title));
    column->addWidget(new TextLabel(tr("%1, %2").arg(commune, province), TextRole::Body, TextLabel::Ink::Muted));
    column->addSpacing(theme.px(4));
    buildAccounts(column);
    buildPassphrase(column);
    buildWaysOut(column);
    buildDemo(column);
    column->addStretch(2);

    connect(m_enter, &QPushButton::clicked, this, &SignInPage::signIn);
    connect(m_passphrase, &QLineEdit::returnPressed, this, &SignInPage::signIn);
}

void SignInPage::buildAccounts(QVBoxLayout *column)
{
    const Theme &theme = themeOf(this);
    const Result<QList<Account>> accounts = m_services.gate.accounts();
    column->addWidget(m_banner);
    if (!accounts) {
        m_banner->showError(accounts.error());
        return;
    }
    auto *cards = new QWidget;
    cards->setAccessibleName(tr("Accounts"));
    auto *flow = new FlowLayout(cards);
    flow->setSpacing(theme.px(8));
    flow->setItemWidth(theme.px(accounts->size() > 1 ? 260 : columnWidth));
    for (const Account &account : *accounts) {
        auto *card = new AccountCard(account);
        m_accounts->addButton(card);
        flow->addWidget(card);
        connect(card, &AccountCard::clicked, this, [this] {
            chooseWay(m_services.gate.hasPin(chosenLogin()));
            m_passphrase->setFocus();
        });
    }
    if (!m_accounts->buttons().isEmpty())
        m_accounts->buttons().constFirst()->setChecked(true);
    column->addWidget(cards);
}

void SignInPage::buildPassphrase(QVBoxLayout *column)
{
    const Theme &theme = themeOf(this);
    m_label->setField(m_passphrase);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setMaxLength(256);
    m_passphrase->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                      | Qt::ImhNoAutoUppercase);
    m_passphrase->setMinimumHeight(theme.target());
    m_passphrase->setContextMenuPolicy(Qt::NoContextMenu);
    m_showWords->setCheckable(true);
    connect(m_showWords, &QPushButton::toggled, this, [this](bool shown) {
        m_passphrase->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
        m_showWords->setIconKind(shown ? Icon::EyeOff : Icon::Eye);
        nameEye();
    });

    auto *entry = new QVBoxLayout;
    entry->setSpacing(0);
    entry->setContentsMargins(0, theme.px(4), 0, 0);
    entry->addWidget(m_label);
    auto *row = new QHBoxLayout;
    row->addWidget(m_passphrase, 1);
    row->addWidget(m_showWords);
    entry->addLayout(row);
    column->addLayout(entry);
    column->addSpacing(theme.px(4));
    column->addWidget(m_enter);
}

void SignInPage::buildWaysOut(QVBoxLayout *column)
{
    m_otherWay->setObjectName(u"otherWay"_s);
    auto *forgotten = new QuietButton(tr("Forgotten passphrase"), Icon::Help);
    forgotten->setObjectName(u"forgotten"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_otherWay);
    row->addStretch(1);
    row->addWidget(forgotten);
    column->addLayout(row);
    connect(m_otherWay, &QPushButton::clicked, this, [this] {
        chooseWay(!m_byPin);
        m_passphrase->setFocus();
    });
    connect(forgotten, &QPushButton::clicked, this, [this] {
        if (!m_enter->isBusy() && !chosenLogin().isEmpty())
            Q_EMIT this->forgotten(chosenLogin());
    });
    // A demo kiosk holds nothing that could be lost.
    if (!m_services.profile.demo && !m_services.gate.isRecoveryProved().value_or(false)) {
        auto *unfinished =
            new TextLabel(tr("Set-up not finished: the province has not yet shown that it can open this kiosk. If every "
                             "passphrase is forgotten, nobody can. Please tell IT staff."),
                          TextRole::Small, TextLabel::Ink::Error);
        unfinished->setObjectName(u"recoveryNotProved"_s);
        column->addWidget(unfinished);
    }
}

void SignInPage::chooseWay(bool pin)
{
    m_byPin = pin;
    m_passphrase->clear();
    m_label->setText(pin ? tr("PIN") : tr("Passphrase"));
    nameEye();
    m_otherWay->setText(pin ? tr("Use the passphrase") : tr("Use the PIN"));
    m_otherWay->setVisible(m_services.gate.hasPin(chosenLogin()));
    const Qt::InputMethodHints secret = Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText;
    m_passphrase->setInputMethodHints(secret | (pin ? Qt::ImhDigitsOnly : Qt::ImhNoAutoUppercase));
}

void SignInPage::nameEye()
{
    const bool shown = m_showWords->isChecked();
    if (m_byPin)
        m_showWords->setWords(shown ? tr("Hide the PIN") : tr("Show the PIN"));
    else
        m_showWords->setWords(shown ? tr("Hide the passphrase") : tr("Show the passphrase"));
}

void SignInPage::tellRestored(const QString &login)
{
    choose(login);
    chooseWay(false);
    m_banner->showMessage(Tone::Good, tr("The new passphrase is set. Please sign in with it."));
    m_passphrase->setFocus();
}

void SignInPage::buildDemo(QVBoxLayout *column)
{
    if (m_services.demo.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    card->body()->setSpacing(0);
    auto *title =
        new TextLabel(tr("Demo kiosk: choose an account to fill in its passphrase"), TextRole::Small, TextLabel::Ink::Muted);
    title->setContentsMargins(theme.px(10), 0, 0, theme.px(4));
    card->body()->addWidget(title);
    for (const DemoCredential &credential : m_services.demo) {
        auto *row = new RowButton(Icon::Lock, credential.login, credential.passphrase);
        card->body()->addWidget(row);
        connect(row, &RowButton::clicked, this, [this, credential] {
            choose(credential.login);
            chooseWay(false);
            m_passphrase->setText(credential.passphrase);
            m_enter->setFocus();
        });
    }
    column->addSpacing(theme.px(8));
    column->addWidget(card);
}

void SignInPage::enter()
{
    chooseWay(m_services.gate.hasPin(chosenLogin()));
    m_showWords->setChecked(false);
    setBusy(false);
    if (!m_accounts->buttons().isEmpty())
        m_banner->clear();
    m_passphrase->setFocus();
}

void SignInPage::choose(const QString &login)
{
    const QList<QAbstractButton *> cards = m_accounts->buttons();
    for (QAbstractButton *card : cards) {
        if (static_cast<AccountCard *>(card)->login() == login)
            card->setChecked(true);
    }
}

void SignInPage::locked(const QString &login)
{
    choose(login);
    enter();
    m_banner->showMessage(Tone::Info, tr("The kiosk is locked. What was typed is kept; sending goes on."));
}

void SignInPage::keptFor(const QString &login)
{
    choose(login);
    enter();
    m_banner->showMessage(
        Tone::Waiting,
        tr("What %1 typed last could not be saved yet. Please let %1 sign in first, so that nothing is lost.").arg(login));
}

QString SignInPage::chosenLogin() const
{
    const auto *card = static_cast<const AccountCard *>(m_accounts->checkedButton());
    return card ? card->login() : QString();
}

void SignInPage::signIn()
{
    if (m_enter->isBusy())
        return;
    if (m_passphrase->text().isEmpty()) {
        m_banner->showMessage(Tone::Info, m_byPin ? tr("Please enter the PIN of this account.")
                                                  : tr("Please enter the passphrase of this account."));
        m_passphrase->setFocus();
        return;
    }
    setBusy(true);
    m_banner->clear();
    // Vietnamese input methods differ in how they compose marks.
    QByteArray bytes = m_passphrase->text().normalized(QString::NormalizationForm_C).toUtf8();
    Secret passphrase { QByteArrayView(bytes) };
    bytes.fill('\0');
    auto answer = m_byPin ? m_services.gate.signInWithPin(chosenLogin(), std::move(passphrase))
                          : m_services.gate.signIn(chosenLogin(), std::move(passphrase));
    answer.then(this, [this](const Result<Account> &account) { greet(account); });
}

void SignInPage::greet(const Result<Account> &account)
{
    setBusy(false);
    if (account) {
        m_passphrase->clear();
        Q_EMIT signedIn(*account);
        return;
    }
    // Where the PIN cannot work any more the passphrase is asked for at once.
    if (account.error().code == ErrorCode::PinUnavailable || account.error().code == ErrorCode::PinLocked)
        chooseWay(false);
    m_banner->showError(account.error());
    m_passphrase->selectAll();
    m_passphrase->setFocus();
}

void SignInPage::setBusy(bool busy)
{
    m_enter->setBusy(busy);
    m_enter->setText(busy ? tr("Opening the store…") : tr("Sign in"));
    m_passphrase->setEnabled(!busy);
    const QList<QAbstractButton *> cards = m_accounts->buttons();
    for (QAbstractButton *card : cards)
        card->setEnabled(!busy);
}

void SignInPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_brand->setVisible(event->size().width() >= themeOf(this).px(brandFrom));
}

} // namespace motcua
