#include "ui/settings/sendingcard.h"

#include "core/counter/counter.h"
#include "core/counter/portaldesk.h"
#include "core/outbox/linktext.h"
#include "core/outbox/syncmonitor.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

SendingCard::SendingCard(const UiServices &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_limits(new QVBoxLayout)
    , m_formsOnly(new QCheckBox(tr("This network costs money: send forms only, papers wait")))
    , m_smallFirst(
          new QCheckBox(tr("Weak line: where the procedure allows it, send a smaller picture first and the original afterwards")))
    , m_spent(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted))
    , m_outcome(new Banner)
{
    body()->addWidget(new SectionTitle(tr("Sending over the network")));
    m_formsOnly->setObjectName(u"formsOnly"_s);
    m_formsOnly->setAccessibleName(m_formsOnly->text());
    body()->addWidget(m_formsOnly);
    m_smallFirst->setObjectName(u"smallFirst"_s);
    m_smallFirst->setAccessibleName(m_smallFirst->text());
    body()->addWidget(m_smallFirst);
    body()->addSpacing(themeOf(this).px(8));
    body()->addWidget(new TextLabel(tr("Papers and results may cost this much a day"), TextRole::Strong));
    body()->addLayout(m_limits);
    body()->addWidget(m_spent);
    body()->addWidget(
        new TextLabel(tr("Forms, receipts and statuses always go. One dossier's papers can be sent at once from its page. "
                         "Changes are written into the journal."),
                      TextRole::Small, TextLabel::Ink::Muted));
    body()->addWidget(m_outcome);
    connect(m_formsOnly, &QCheckBox::toggled, this, [this](bool on) {
        SyncPolicy policy = m_policy;
        policy.formsOnly = on;
        save(policy);
    });
    connect(m_smallFirst, &QCheckBox::toggled, this, [this](bool on) {
        SyncPolicy policy = m_policy;
        policy.renditions = on;
        save(policy);
    });
    reload();
}

void SendingCard::reload()
{
    m_services.counter.portal().policy().then(this, [this](const Result<SyncPolicy> &policy) {
        if (policy)
            showPolicy(*policy);
        else
            m_outcome->showError(policy.error());
    });
    m_services.counter.portal().bytesToday().then(this, [this](const Result<qint64> &spent) {
        if (spent)
            m_spent->setText(tr("Papers and results today: %1").arg(bytesText(*spent)));
    });
}

void SendingCard::showPolicy(const SyncPolicy &policy)
{
    m_policy = policy;
    const QSignalBlocker quiet(m_formsOnly);
    m_formsOnly->setChecked(policy.formsOnly);
    const QSignalBlocker quietToo(m_smallFirst);
    m_smallFirst->setChecked(policy.renditions);
    delete m_limits->takeAt(0);
    delete findChild<QWidget *>(u"limits"_s);
    auto *choices = new QWidget;
    choices->setObjectName(u"limits"_s);
    auto *group = new QButtonGroup(choices);
    auto *row = new FlowLayout(choices);
    row->setSpacing(themeOf(this).px(16));
    QList<qint64> limits { 0, 20 * mebibyte, 50 * mebibyte, 100 * mebibyte, 200 * mebibyte };
    if (!limits.contains(policy.dailyBytes)) // set by motcuactl
        limits.append(policy.dailyBytes);
    for (const qint64 limit : std::as_const(limits)) {
        auto *choice = new QRadioButton(limit == 0 ? tr("No limit") : bytesText(limit));
        choice->setAccessibleName(limit == 0 ? tr("No daily limit") : tr("At most %1 a day").arg(bytesText(limit)));
        choice->setObjectName(u"limit%1"_s.arg(limit / mebibyte));
        choice->setChecked(limit == policy.dailyBytes);
        group->addButton(choice);
        row->addWidget(choice);
        connect(choice, &QRadioButton::toggled, this, [this, limit](bool on) {
            if (!on)
                return;
            SyncPolicy changed = m_policy;
            changed.dailyBytes = limit;
            save(changed);
        });
    }
    m_limits->addWidget(choices);
}

void SendingCard::save(const SyncPolicy &policy)
{
    m_policy = policy;
    m_services.counter.portal().setPolicy(policy).then(this, [this](const Result<void> &done) {
        if (done) {
            m_outcome->clear();
            m_services.sync.requestSync();
        } else {
            m_outcome->showError(done.error());
            reload(); // what counts is what was stored
        }
    });
}

} // namespace motcua
