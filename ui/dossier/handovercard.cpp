#include "ui/dossier/handovercard.h"

#include "core/assist/passphrase.h"
#include "core/assist/sealedzip.h"
#include "core/counter/counter.h"
#include "core/counter/handoverdesk.h"
#include "ui/shell/confirmsheet.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace motcua {

using namespace std::chrono_literals;

namespace {
constexpr auto pageSettles = 80ms; // it becomes longer, and the passphrase that is shown only now has to be in sight
} // namespace

HandOverCard::HandOverCard(const UiServices &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_counter(services.counter)
    , m_text(new TextLabel)
    , m_made(new TextLabel)
    , m_passphrase(new TextLabel({}, TextRole::Heading))
    , m_make(new SecondaryButton(tr("Make the assist pack…"), Icon::Papers))
    , m_codeRow(new QWidget)
    , m_code(new QLineEdit)
    , m_enter(new PrimaryButton(tr("The portal gave this code")))
    , m_back(new QuietButton(tr("Nobody entered it: let this machine send it"), Icon::Send))
{
    const Theme &theme = themeOf(this);
    body()->addWidget(new SectionTitle(tr("Enter at the portal by hand")));
    body()->addWidget(m_text);
    body()->addWidget(m_make, 0, Qt::AlignLeft);
    m_passphrase->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    body()->addWidget(m_made);
    body()->addWidget(m_passphrase);

    auto *row = new QHBoxLayout(m_codeRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme.px(8));
    auto *label = new TextLabel(tr("Official code"), TextRole::Strong);
    label->setBuddy(m_code);
    m_code->setAccessibleName(label->text());
    m_code->setMaxLength(60);
    row->addWidget(label);
    row->addWidget(m_code, 1);
    row->addWidget(m_enter);
    body()->addWidget(m_codeRow);
    body()->addWidget(m_back, 0, Qt::AlignLeft);

    connect(m_make, &QPushButton::clicked, this, [this] { ConfirmSheet::ask(m_services, this, [this] { choosePlace(); }); });
    connect(m_enter, &QPushButton::clicked, this, &HandOverCard::enterCode);
    connect(m_code, &QLineEdit::returnPressed, this, &HandOverCard::enterCode);
    connect(m_back, &QPushButton::clicked, this, &HandOverCard::giveBack);
    hide();
}

void HandOverCard::show(const Dossier &whole)
{
    const DossierSummary &dossier = whole.summary;
    if (dossier.id != m_dossier.id) {
        m_made->hide();
        m_passphrase->hide();
        m_passphrase->clear();
        m_code->clear();
    }
    m_dossier = dossier;
    const bool waits = dossier.status == DossierStatus::Queued && dossier.delivery == DeliveryState::Waiting;
    const bool taken = dossier.otherDoor == OtherDoor::Taken;
    setVisible(waits || taken || dossier.otherDoor == OtherDoor::Entered);
    const bool known = whole.knownAtPortal && dossier.otherDoor == OtherDoor::No;
    m_text->setText(
        known ? tr("The portal already has the form of this dossier and waits for its papers: entered by hand it would be there "
                   "twice. This machine goes on sending it.")
        : taken ? tr("A colleague with a link enters it at the portal's page, then types the official code here.")
                : tr("For a portal that this machine cannot reach: an encrypted file with a sheet to copy from, the answers "
                     "and the papers. From then on this machine does not send the dossier by itself."));
    m_make->setText(dossier.otherDoor == OtherDoor::No ? tr("Make the assist pack…") : tr("Make the assist pack again…"));
    m_make->setVisible(!known);
    m_codeRow->setVisible(taken);
    m_back->setVisible(taken);
    if (std::exchange(m_justMade, false))
        QTimer::singleShot(pageSettles, m_passphrase, [this] { m_passphrase->setFocus(); });
}

void HandOverCard::choosePlace()
{
    auto *dialog = new QFileDialog(this, tr("Where to put the encrypted pack"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &HandOverCard::makePack);
    dialog->open();
}

void HandOverCard::makePack(const QString &folder)
{
    m_make->setBusy(true);
    const QString passphrase = makeAssistPassphrase();
    m_counter.handOver().assistPack(m_dossier.id, passphrase).then(this, [=, this](const Result<QByteArray> &pack) {
        m_make->setBusy(false);
        const Result<QString> file = pack ? saveSealed(folder, m_dossier.localCode, *pack) : passOn(pack);
        if (file)
            showPassphrase(*file, passphrase);
        else
            Q_EMIT failed(file.error());
        Q_EMIT changed();
    });
}

void HandOverCard::showPassphrase(const QString &file, const QString &passphrase)
{
    m_made->setText(tr("Written: %1. It opens with 7-Zip or WinZip and this passphrase, which is shown only now. Tell it to your "
                       "colleague apart from the file.")
                        .arg(QDir::toNativeSeparators(file)));
    m_passphrase->setText(passphrase);
    m_made->setVisible(true);
    m_passphrase->setVisible(true);
    m_justMade = true;
}

void HandOverCard::enterCode()
{
    m_enter->setBusy(true);
    m_counter.handOver().enterCode(m_dossier.id, m_code->text()).then(this, [this](const Result<void> &done) {
        m_enter->setBusy(false);
        if (!done)
            Q_EMIT failed(done.error());
        Q_EMIT changed();
    });
}

void HandOverCard::giveBack()
{
    m_back->setBusy(true);
    m_counter.handOver().giveBack(m_dossier.id).then(this, [this](const Result<void> &done) {
        m_back->setBusy(false);
        if (!done)
            Q_EMIT failed(done.error());
        Q_EMIT changed();
    });
}

} // namespace motcua
