#include "ui/shell/confirmsheet.h"

#include "core/counter/counter.h"
#include "core/counter/gate.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fieldlabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

void ConfirmSheet::ask(const UiServices &services, QWidget *parent, const std::function<void()> &proceed)
{
    if (services.counter.acting().confirmed)
        return proceed();
    auto *sheet = new ConfirmSheet(services, parent, proceed);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

ConfirmSheet::ConfirmSheet(const UiServices &services, QWidget *parent, std::function<void()> proceed)
    : QDialog(parent)
    , m_services(services)
    , m_proceed(std::move(proceed))
    , m_byPin(services.gate.hasPin(services.counter.actor().login))
    , m_words(new QLineEdit)
    , m_banner(new Banner)
    , m_enter(new PrimaryButton(tr("Go on")))
{
    const Theme &theme = themeOf(this);
    setWindowTitle(tr("Who is there?"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    column->setSpacing(theme.px(12));
    column->addWidget(new TextLabel(tr("This takes data out of the kiosk"), TextRole::Title));
    column->addWidget(new TextLabel(tr("Please show once more that it is you: %1.").arg(services.counter.actor().login)));
    auto *label = new FieldLabel(m_byPin ? tr("PIN") : tr("Passphrase"));
    label->setField(m_words);
    m_words->setObjectName(u"confirmWords"_s);
    m_words->setEchoMode(QLineEdit::Password);
    m_words->setMaxLength(256);
    m_words->setMinimumHeight(theme.target());
    m_words->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | (m_byPin ? Qt::ImhDigitsOnly : Qt::ImhNoAutoUppercase));
    m_words->setContextMenuPolicy(Qt::NoContextMenu);
    column->addWidget(label);
    column->addWidget(m_words);
    column->addWidget(m_banner);
    auto *row = new QHBoxLayout;
    auto *cancel = new SecondaryButton(tr("Cancel"));
    cancel->setKeyHint(u"Esc"_s);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_enter);
    column->addLayout(row);
    m_enter->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_enter, &QPushButton::clicked, this, &ConfirmSheet::check);
    setMinimumWidth(theme.px(480));
    m_words->setFocus();
}

void ConfirmSheet::check()
{
    if (m_enter->isBusy() || m_words->text().isEmpty())
        return;
    m_enter->setBusy(true);
    QByteArray bytes = m_words->text().normalized(QString::NormalizationForm_C).toUtf8();
    Secret words { QByteArrayView(bytes) };
    bytes.fill('\0');
    m_services.gate.confirm(m_services.counter.actor().login, std::move(words), m_byPin ? Gate::By::Pin : Gate::By::Passphrase)
        .then(this, [this](const Result<void> &known) {
            m_enter->setBusy(false);
            m_words->clear();
            if (!known) {
                m_banner->showError(known.error());
                resize(width(), std::max(height(), layout()->totalHeightForWidth(width()))); // a window does not grow by itself
                return m_words->setFocus();
            }
            m_services.counter.confirm();
            const std::function<void()> proceed = m_proceed;
            accept();
            proceed();
        });
}

} // namespace motcua
