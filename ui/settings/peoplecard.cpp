#include "ui/settings/peoplecard.h"

#include "core/counter/counter.h"
#include "core/counter/peopledesk.h"
#include "ui/signin/accountcard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

PeopleCard::PeopleCard(const UiServices &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_grid(new QGridLayout)
    , m_outcome(new Banner)
{
    const Theme &theme = themeOf(this);
    body()->addWidget(new SectionTitle(tr("People of this kiosk")));
    m_grid->setHorizontalSpacing(theme.px(20));
    m_grid->setVerticalSpacing(theme.px(8));
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    body()->addLayout(m_grid);
    body()->addWidget(m_outcome);
    body()->addWidget(
        new TextLabel(tr("Whoever is disabled cannot sign in. What they submitted is sent all the same; their drafts "
                         "are sealed until they are enabled again or an officer takes them over."),
                      TextRole::Small, TextLabel::Ink::Muted));
}

void PeopleCard::reload()
{
    m_services.counter.people().people().then(this, [this](const Result<QList<Account>> &people) {
        if (people)
            show(*people);
        else
            m_outcome->showError(people.error());
    });
}

void PeopleCard::show(const QList<Account> &people)
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    int row = 0; // rowCount() never falls
    QWidget *before = previousInFocusChain();
    while (before != this && !(before->focusPolicy() & Qt::TabFocus))
        before = before->previousInFocusChain();
    for (const Account &account : people) {
        const QString name = account.displayName.isEmpty() ? account.login : account.displayName;
        auto *who = new TextLabel(u"%1 (%2)"_s.arg(name, account.login), TextRole::Strong);
        auto *role =
            new TextLabel(account.isDisabled ? tr("%1, may not sign in").arg(roleWords(account.role)) : roleWords(account.role));
        if (account.isDisabled)
            role->setTone(Tone::Waiting);
        m_grid->addWidget(who, row, 0);
        m_grid->addWidget(role, row, 1);
        ++row;
        if (account.login == m_services.counter.actor().login)
            continue;
        auto *button = new SecondaryButton(account.isDisabled ? tr("Enable") : tr("Disable"));
        button->setObjectName(u"account-"_s + account.login);
        button->setAccessibleName(u"%1: %2"_s.arg(button->text(), account.login));
        m_grid->addWidget(button, row - 1, 2);
        connect(button, &QPushButton::clicked, this, [this, account] { change(account); });
        setTabOrder(std::exchange(before, button), button); // made late, and yet reached where it stands
        if (account.login == m_changed) // the button that was pressed is gone; the keyboard stays where it was
            button->setFocus();
    }
    m_changed.clear();
}

void PeopleCard::change(const Account &account)
{
    PeopleDesk &desk = m_services.counter.people();
    auto done = account.isDisabled ? desk.enable(account.login) : desk.disable(account.login);
    done.then(this, [this, account](const Result<void> &changed) {
        if (!changed)
            return m_outcome->showError(changed.error());
        m_outcome->showMessage(Tone::Good, account.isDisabled ? tr("%1 may sign in again.").arg(account.login)
                                                              : tr("%1 may no longer sign in.").arg(account.login));
        m_changed = account.login;
        reload();
    });
}

} // namespace motcua
