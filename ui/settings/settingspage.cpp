#include "ui/settings/settingspage.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/catalog/catalog.h"
#include "core/catalog/portalcatalog.h"
#include "core/counter/counter.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/procedure/procedurepack.h"
#include "ui/settings/journalcard.h"
#include "ui/settings/peoplecard.h"
#include "ui/settings/pincard.h"
#include "ui/settings/sendingcard.h"
#include "ui/settings/uisettings.h"
#include "ui/signin/accountcard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QFile>
#include <QFileDialog>
#include <QGridLayout>
#include <QPromise>
#include <QRadioButton>
#include <QThreadPool>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

SettingsPage::SettingsPage(const UiServices &services, QWidget *parent)
    : Page(parent)
    , m_services(services)
{
    QVBoxLayout *body = makeScrollBody(this, 860);
    body->addWidget(new TextLabel(tr("Settings"), TextRole::Title));
    buildLook(body);
    buildLock(body);
    const Account &actor = services.counter.actor();
    m_sending = new SendingCard(m_services);
    if (reachOf(actor, Deed::SetUp) == Reach::None)
        m_sending->hide();
    body->addWidget(m_sending);
    m_people = new PeopleCard(m_services);
    if (reachOf(actor, Deed::People) == Reach::None)
        m_people->hide();
    body->addWidget(m_people);
    if (reachOf(actor, Deed::CheckJournal) != Reach::None)
        body->addWidget(new JournalCard(m_services));
    body->addWidget(new PinCard(m_services));
    if (services.catalog)
        buildProcedures(body);
    buildAbout(body);
    body->addStretch(1);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::enter()
{
    m_sending->reload();
    if (!m_people->isHidden())
        m_people->reload();
    if (m_first)
        m_first->setFocus();
}

void SettingsPage::buildLook(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->addWidget(new SectionTitle(tr("How the screen looks")));

    card->body()->addWidget(new TextLabel(tr("Colours"), TextRole::Strong));
    auto *colors = new QButtonGroup(this);
    const std::pair<ThemeKind, QString> themes[] = {
        { ThemeKind::Light, tr("Light: warm paper, for every day") },
        { ThemeKind::HighContrast, tr("High contrast: light words on black") },
    };
    for (const auto &[kind, words] : themes) {
        auto *choice = new QRadioButton(words);
        choice->setAccessibleName(words);
        choice->setObjectName(u"theme%1"_s.arg(int(kind)));
        choice->setChecked(m_services.settings.theme() == kind);
        if (choice->isChecked())
            m_first = choice;
        colors->addButton(choice);
        card->body()->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this, kind = kind](bool on) {
            if (!on)
                return;
            m_services.settings.setTheme(kind);
            Q_EMIT lookChanged();
        });
    }

    card->body()->addSpacing(theme.px(8));
    card->body()->addWidget(new TextLabel(tr("Text size"), TextRole::Strong));
    auto *sizes = new QButtonGroup(this);
    auto *choices = new QWidget;
    auto *row = new FlowLayout(choices);
    row->setSpacing(theme.px(16));
    for (const int percent : { 100, 115, 130, 150 }) {
        auto *choice = new QRadioButton(tr("%1 %").arg(percent));
        choice->setAccessibleName(tr("Text size %1 percent").arg(percent));
        choice->setObjectName(u"text%1"_s.arg(percent));
        choice->setChecked(m_services.settings.textPercent() == percent);
        sizes->addButton(choice);
        row->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this, percent](bool on) {
            if (!on)
                return;
            m_services.settings.setTextPercent(percent);
            Q_EMIT lookChanged();
        });
    }
    card->body()->addWidget(choices);
    card->body()->addWidget(
        new TextLabel(tr("Saved for this kiosk, for everybody who works at it."), TextRole::Small, TextLabel::Ink::Muted));
    body->addWidget(card);
}

void SettingsPage::buildLock(QVBoxLayout *body)
{
    auto *card = new Card;
    card->body()->addWidget(new SectionTitle(tr("Lock by itself when nobody touches the kiosk")));
    auto *minutes = new QButtonGroup(this);
    auto *choices = new QWidget;
    auto *row = new FlowLayout(choices);
    row->setSpacing(themeOf(this).px(16));
    for (const int after : { 2, 5, 10, 15 }) {
        auto *choice = new QRadioButton(tr("after %n minute(s)", nullptr, after));
        choice->setAccessibleName(choice->text());
        choice->setObjectName(u"lock%1"_s.arg(after));
        choice->setChecked(m_services.settings.lockMinutes() == after);
        minutes->addButton(choice);
        row->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this, after](bool on) {
            if (on) {
                m_services.settings.setLockMinutes(after);
                Q_EMIT lockChanged();
            }
        });
    }
    card->body()->addWidget(choices);
    card->body()->addWidget(
        new TextLabel(tr("What was typed is saved first, and sending goes on. Whoever signs in again finds the same "
                         "place. The kiosk also locks when the machine goes to sleep or its session is locked."),
                      TextRole::Small, TextLabel::Ink::Muted));
    body->addWidget(card);
}

void SettingsPage::buildProcedures(QVBoxLayout *body)
{
    auto *card = new Card;
    auto *title = new SectionTitle(tr("Procedures of this kiosk"));
    auto *choose = title->addAction(tr("Take from a file…"), Icon::Download);
    choose->setObjectName(u"installProcedures"_s);
    card->body()->addWidget(title);
    m_procedures = new TextLabel;
    m_procedures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(m_procedures);
    m_outcome = new Banner;
    card->body()->addWidget(m_outcome);
    body->addWidget(card);
    showProcedures();
    connect(m_services.catalog, &Catalog::installedNew, this, &SettingsPage::showProcedures, Qt::QueuedConnection);
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Choose a file of procedures"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({ tr("Signed procedures (*.motcua)") });
        connect(dialog, &QFileDialog::fileSelected, this, &SettingsPage::installFrom);
        dialog->open();
    });
}

void SettingsPage::showProcedures()
{
    QStringList lines;
    const BundlePtr bundle = m_services.catalog->installed();
    lines.append(bundle ? tr("Number %1 of %2. %3")
                              .arg(bundle->serial)
                              .arg(toLegalTime(bundle->issuedAt).toString(u"dd/MM/yyyy"_s), bundle->note)
                        : tr("None installed; those that came with the program serve."));
    const QList<Error> problems = m_services.catalog->problems();
    for (const Error &problem : problems)
        lines.append(explainInOneLine(problem));
    if (const auto refused = m_services.portalCatalog ? m_services.portalCatalog->refused() : std::nullopt)
        lines.append(tr("The portal's file of %1 was not taken: %2")
                         .arg(toLegalTime(refused->at).toString(u"dd/MM/yyyy HH:mm"_s), explainInOneLine(refused->why)));
    m_procedures->setText(lines.join(u'\n'));
}

// From a USB stick. Judging a large file takes a moment, so not on this thread.
void SettingsPage::installFrom(const QString &path)
{
    auto promise = std::make_shared<QPromise<Result<BundlePtr>>>();
    promise->start();
    promise->future().then(this, [this](const Result<BundlePtr> &installed) {
        if (!installed)
            return m_outcome->showError(installed.error());
        m_outcome->showMessage(Tone::Good, tr("Procedures number %1 are in force for new dossiers.").arg((*installed)->serial),
                               tr("Drafts keep their version and are offered the new one when they are opened."));
        showProcedures();
    });
    QThreadPool::globalInstance()->start([promise, path, catalog = m_services.catalog] {
        QFile file(path);
        promise->addResult(catalog->install(file.open(QIODevice::ReadOnly) ? file.read(BundleLimits::file + 1) : QByteArray()));
        promise->finish();
    });
}

void SettingsPage::buildAbout(QVBoxLayout *body)
{
    const Theme &theme = themeOf(this);
    auto *card = new Card;
    card->body()->addWidget(new SectionTitle(tr("About this kiosk")));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(theme.px(24));
    grid->setVerticalSpacing(theme.px(6));
    grid->setColumnStretch(1, 1);
    const auto line = [&](const QString &label, const QString &text) {
        const int row = grid->rowCount();
        auto *name = new TextLabel(label, TextRole::Body, TextLabel::Ink::Muted);
        name->setMinimumWidth(theme.px(150));
        auto *value = new TextLabel(text);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        value->setAccessibleName(u"%1: %2"_s.arg(label, text));
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row, 1, Qt::AlignTop);
    };
    const KioskProfile &profile = m_services.profile;
    const Account &actor = m_services.counter.actor();
    line(tr("Version"), tr("Một Cửa %1, Qt %2").arg(QLatin1StringView(MOTCUA_VERSION), QLatin1StringView(qVersion())));
    line(tr("Commune"), u"%1 (%2)"_s.arg(m_services.units.fullName(profile.communeCode), profile.communeCode));
    line(tr("Kiosk"), tr("machine %1, %2").arg(profile.machine, profile.kioskId));
    line(tr("Portal"), profile.portal.toDisplayString());
    line(tr("Signed in"), u"%1 (%2)"_s.arg(actor.login, roleWords(actor.role)));
    line(tr("Storage"), tr("One SQLCipher database, encrypted with AES-256; the key is wrapped by the passphrase (Argon2id) and, "
                           "where there is one, by the keychain of this computer."));
    QStringList packs;
    for (const PackPtr &pack : m_services.counter.packs().all())
        packs.append(u"%1 %2 (%3)"_s.arg(pack->code, pack->shortName, pack->version));
    packs.removeDuplicates();
    line(tr("Procedures"), packs.join(u'\n'));
    if (profile.demo)
        line(tr("Demo"), tr("This is a demo kiosk. Please enter invented people only."));
    card->body()->addLayout(grid);
    body->addWidget(card);
}

} // namespace motcua
