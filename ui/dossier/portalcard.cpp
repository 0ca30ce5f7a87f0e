#include "ui/dossier/portalcard.h"

#include "core/outbox/linktext.h"
#include "ui/shell/timewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/rowbutton.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

PortalCard::PortalCard(QWidget *parent)
    : Card(parent)
    , m_lines(new QVBoxLayout)
    , m_told(new SecondaryButton(tr("The citizen was told"), Icon::Phone))
{
    body()->addWidget(new SectionTitle(tr("Results and messages from the portal")));
    m_lines->setSpacing(themeOf(this).px(6));
    body()->addLayout(m_lines);
    body()->addWidget(m_told, 0, Qt::AlignLeft);
    connect(m_told, &QPushButton::clicked, this, &PortalCard::toldRequested);
    hide();
}

void PortalCard::show(const Dossier &dossier, const QDateTime &now)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const PortalResult &result : dossier.results)
        addResult(result, now);
    for (const PortalMessage &message : dossier.messages)
        addMessage(message, now);
    setVisible(!dossier.results.isEmpty() || !dossier.messages.isEmpty());
    m_told->setVisible(dossier.summary.asks.testFlag(Ask::Result) || dossier.summary.asks.testFlag(Ask::Message));
}

void PortalCard::addResult(const PortalResult &result, const QDateTime &now)
{
    const QString size = bytesText(result.file.size);
    const QString state = !result.complete ? tr("%1 of %2 has come; the rest comes by itself").arg(bytesText(result.held), size)
                          : result.toldAt.isValid()
                              ? tr("%1 · the citizen was told at %2").arg(size, clockWords(result.toldAt, now))
                              : tr("%1 · came at %2").arg(size, clockWords(result.at, now));
    const BadgeWords badge = !result.complete          ? BadgeWords { Tone::Info, Icon::Download, tr("On its way") }
                             : result.toldAt.isValid() ? BadgeWords {}
                                                       : BadgeWords { Tone::Good, Icon::CheckCircle, tr("New") };
    auto *row = new RowButton(Icon::Paper, result.file.name, state, badge);
    row->setEnabled(result.complete);
    row->setAccessibleDescription(tr("Opens it to read, print or save"));
    connect(row, &RowButton::clicked, this, [this, id = result.file.id] { Q_EMIT resultRequested(id); });
    m_lines->addWidget(row);
}

void PortalCard::addMessage(const PortalMessage &message, const QDateTime &now)
{
    auto *when =
        new TextLabel(message.toldAt.isValid() ? tr("Message of %1, the citizen was told").arg(clockWords(message.at, now))
                                               : tr("Message of %1").arg(clockWords(message.at, now)),
                      TextRole::Small, TextLabel::Ink::Muted);
    auto *text = new TextLabel(message.text);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setAccessibleName(u"%1: %2"_s.arg(when->text(), message.text));
    m_lines->addWidget(when);
    m_lines->addWidget(text);
}

} // namespace motcua
