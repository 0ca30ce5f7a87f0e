#include "ui/dossier/requestcard.h"

#include "core/procedure/fieldlabel.h"
#include "ui/form/capturemarks.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/rowbutton.h"
#include "ui/widgets/sectiontitle.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace motcua {

RequestCard::RequestCard(QWidget *parent)
    : Card(parent)
    , m_lines(new QVBoxLayout)
    , m_mend(new PrimaryButton(tr("Add and send again"), Icon::Draft))
{
    body()->addWidget(new SectionTitle(tr("What the portal asks for")));
    m_lines->setSpacing(themeOf(this).px(6));
    body()->addLayout(m_lines);
    body()->addWidget(m_mend, 0, Qt::AlignLeft);
    connect(m_mend, &QPushButton::clicked, this, [this] { Q_EMIT mendRequested(m_first); });
    hide();
}

void RequestCard::show(const Dossier &dossier, const PackPtr &pack)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_first.clear();
    bool any = false;
    for (const PortalRequest &request : dossier.requests) {
        if (!request.isOpen())
            continue;
        addRequest(request, dossier, pack.get());
        any = true;
    }
    const bool mayMend =
        dossier.summary.asks.testFlag(Ask::Supplement)
        && (dossier.summary.status == DossierStatus::Submitted || dossier.summary.status == DossierStatus::NeedsFix);
    setVisible(any && mayMend);
    m_mend->setVisible(mayMend);
}

void RequestCard::addRequest(const PortalRequest &request, const Dossier &dossier, const ProcedurePack *pack)
{
    QString head = request.request.until.isValid() ? tr("To be added by %1").arg(request.request.until.toString(u"dd/MM/yyyy"_s))
                                                   : tr("To be added; the portal names no day");
    for (const DossierBranch &branch : dossier.branches) {
        if (branch.id == request.branch)
            head = u"%1 · %2"_s.arg(branch.title, head);
    }
    m_lines->addWidget(new TextLabel(head, TextRole::Strong));
    if (!request.note.isEmpty()) {
        auto *note = new TextLabel(tr("“%1”").arg(request.note));
        note->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(note);
    }
    for (const SupplementItem &item : request.request.items)
        addItem(item, pack);
}

void RequestCard::addItem(const SupplementItem &item, const ProcedurePack *pack)
{
    const bool isPaper = item.field.isEmpty() && !item.component.isEmpty();
    const QString place = isPaper ? papersMarkOf(item.component) : item.field;
    const QString name = !pack ? QString() : isPaper ? componentTitle(*pack, item.component) : fieldLabel(*pack, item.field);
    if (m_first.isEmpty())
        m_first = place;
    auto *row = new RowButton(isPaper ? Icon::Paper : Icon::Draft, name.isEmpty() ? item.text : name,
                              name.isEmpty() ? QString() : item.text);
    row->setAccessibleDescription(tr("Opens the dossier at this place"));
    connect(row, &RowButton::clicked, this, [this, place] { Q_EMIT mendRequested(place); });
    m_lines->addWidget(row);
}

} // namespace motcua
