#include "ui/settings/settingspage.h"

#include "core/counter/counter.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/procedure/procedurepack.h"
#include "ui/settings/uisettings.h"
#include "ui/signin/accountcard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/scrollbody.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>
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
    buildAbout(body);
    body->addStretch(1);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::enter()
{
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
