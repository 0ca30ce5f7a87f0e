#include "ui/settings/journalcard.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/counter/counter.h"
#include "core/counter/journaldesk.h"
#include "core/outbox/outbox.h"
#include "ui/shell/confirmsheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

JournalCard::JournalCard(const UiServices &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_choose(chooseFileByDialog())
    , m_verify(new SecondaryButton(tr("Check it"), Icon::CheckCircle))
    , m_day(new SecondaryButton(tr("Report of today…"), Icon::Papers))
    , m_export(new SecondaryButton(tr("Export for an inspector…"), Icon::Download))
    , m_outcome(new Banner)
{
    body()->addWidget(new SectionTitle(tr("Log of acts")));
    body()->addWidget(
        new TextLabel(tr("Who did what on this kiosk, without anybody's data. It is anchored at the portal with each "
                         "call; the report of the day carries its mark on paper."),
                      TextRole::Small, TextLabel::Ink::Muted));
    auto *row = new QHBoxLayout;
    row->setSpacing(themeOf(this).px(8));
    for (ActionButton *button : { m_verify, m_day, m_export })
        row->addWidget(button);
    row->addStretch(1);
    body()->addLayout(row);
    body()->addWidget(m_outcome);
    m_verify->setObjectName(u"journalVerify"_s);
    m_day->setObjectName(u"journalDay"_s);
    m_export->setObjectName(u"journalExport"_s);
    if (reachOf(services.counter.actor(), Deed::ExportJournal) == Reach::None)
        m_export->hide();
    connect(m_verify, &QPushButton::clicked, this, &JournalCard::verify);
    connect(m_day, &QPushButton::clicked, this, &JournalCard::reportDay);
    connect(m_export, &QPushButton::clicked, this, [this] { ConfirmSheet::ask(m_services, this, [this] { exportRows(); }); });
}

void JournalCard::verify()
{
    m_verify->setBusy(true);
    m_services.counter.journal().verify().then(this, [this](const Result<JournalVerdict> &verdict) {
        m_verify->setBusy(false);
        m_verify->setFocus(); // being busy took it away
        if (!verdict)
            return m_outcome->showError(verdict.error());
        if (!verdict->objection.isEmpty())
            return m_outcome->showError(journalDisputed(verdict->objection));
        if (!verdict->isWhole())
            return m_outcome->showMessage(
                Tone::Error, tr("The log of acts is not whole"),
                tr("Please leave this machine as it is and call the province's help desk. Dossiers are not affected."));
        m_outcome->showMessage(Tone::Good, tr("The log of acts is whole: %n entries.", nullptr, int(verdict->entries)),
                               verdict->portalAnchor.sequence > 0
                                   ? tr("The portal confirms it up to entry %1.").arg(verdict->portalAnchor.sequence)
                                   : tr("The portal has not been told of it yet."));
    });
}

void JournalCard::reportDay()
{
    m_day->setBusy(true);
    const QDate today = toLegalTime(m_services.clock.now()).date();
    m_services.counter.journal().dayPaper(today).then(this, [this, today](const Result<QByteArray> &pdf) {
        m_day->setBusy(false);
        m_day->setFocus();
        if (!pdf)
            return m_outcome->showError(pdf.error());
        save(*pdf, u"bao-cao-%1.pdf"_s.arg(today.toString(Qt::ISODate)));
    });
}

void JournalCard::exportRows()
{
    m_export->setBusy(true);
    m_services.counter.journal().exported().then(this, [this](const Result<QByteArray> &rows) {
        m_export->setBusy(false);
        m_export->setFocus();
        if (!rows)
            return m_outcome->showError(rows.error());
        save(*rows, u"nhat-ky-%1.json"_s.arg(toLegalTime(m_services.clock.now()).date().toString(Qt::ISODate)));
    });
}

void JournalCard::save(const QByteArray &content, const QString &name)
{
    m_choose(this, name, [this, content, name](const QString &path) {
        const Result<void> saved = saveFile(path, content, name);
        if (saved)
            m_outcome->showMessage(Tone::Good, tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
        else
            m_outcome->showError(saved.error());
    });
}

} // namespace motcua
