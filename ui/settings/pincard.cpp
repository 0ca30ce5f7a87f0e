#include "ui/settings/pincard.h"

#include "core/counter/counter.h"
#include "core/counter/gate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QLineEdit *secretField(const QString &name, const Theme &theme, bool digits)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    field->setMaxLength(digits ? 12 : 256);
    field->setMinimumHeight(theme.target());
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                               | (digits ? Qt::ImhDigitsOnly : Qt::ImhNoAutoUppercase));
    field->setContextMenuPolicy(Qt::NoContextMenu);
    return field;
}

Secret secretOf(const QLineEdit &field)
{
    QByteArray bytes = field.text().normalized(QString::NormalizationForm_C).toUtf8();
    Secret secret { QByteArrayView(bytes) };
    bytes.fill('\0');
    return secret;
}

} // namespace

PinCard::PinCard(const UiServices &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_state(new TextLabel)
    , m_passphrase(secretField(u"pinPassphrase"_s, themeOf(this), false))
    , m_pin(secretField(u"pin"_s, themeOf(this), true))
    , m_again(secretField(u"pinAgain"_s, themeOf(this), true))
    , m_set(new SecondaryButton(tr("Set the PIN")))
    , m_remove(new QuietButton(tr("Take the PIN away")))
    , m_outcome(new Banner)
{
    body()->addWidget(new SectionTitle(tr("Your PIN")));
    body()->addWidget(m_state);
    const std::pair<QString, QLineEdit *> fields[] = { { tr("Your passphrase"), m_passphrase },
                                                       { tr("New PIN, 6 to 12 digits"), m_pin },
                                                       { tr("The new PIN once more"), m_again } };
    for (const auto &[words, field] : fields) {
        auto *label = new FieldLabel(words);
        label->setField(field);
        body()->addWidget(label);
        body()->addWidget(field);
    }
    m_set->setObjectName(u"setPin"_s);
    m_remove->setObjectName(u"removePin"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_set);
    row->addWidget(m_remove);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addWidget(m_outcome);
    connect(m_set, &QPushButton::clicked, this, [this] { set(false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { set(true); });
    connect(m_again, &QLineEdit::returnPressed, this, [this] { set(false); });
    showState();
}

void PinCard::showState()
{
    const bool has = m_services.gate.hasPin(m_services.counter.actor().login);
    m_state->setText(has ? tr("A PIN is set. It opens on this computer only; your passphrase opens always.")
                         : tr("No PIN is set. A PIN is quicker to type and opens on this computer only."));
    m_remove->setVisible(has);
}

void PinCard::set(bool away)
{
    if (m_set->isBusy())
        return;
    if (m_passphrase->text().isEmpty()) {
        m_outcome->showMessage(Tone::Info, tr("Please type your passphrase first."));
        return m_passphrase->setFocus();
    }
    if (!away && (m_pin->text().isEmpty() || m_pin->text() != m_again->text())) {
        m_outcome->showMessage(Tone::Info, tr("The two PINs are not the same."));
        return m_pin->setFocus();
    }
    m_set->setBusy(true);
    m_outcome->clear();
    const QString login = m_services.counter.actor().login;
    m_services.gate.setPin(login, secretOf(*m_passphrase), away ? Secret() : secretOf(*m_pin))
        .then(this, [this, away](const Result<void> &done) {
            m_set->setBusy(false);
            for (QLineEdit *field : { m_passphrase, m_pin, m_again })
                field->clear();
            showState();
            if (!done)
                m_outcome->showError(done.error());
            else
                m_outcome->showMessage(Tone::Good,
                                       away ? tr("The PIN was taken away.") : tr("The PIN is set for this computer."));
        });
}

} // namespace motcua
