#pragma once

#include "core/dossier/dossier.h"
#include "core/procedure/procedurepack.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace motcua {

class ActionButton;
class TextLabel;

// What the portal asks for and nobody has answered: each thing by the name that it has in the form, until when, and the way to it.
class RequestCard : public Card
{
    Q_OBJECT

public:
    explicit RequestCard(QWidget *parent = nullptr);

    void show(const Dossier &dossier, const PackPtr &pack);

Q_SIGNALS:
    void mendRequested(const QString &pointer); // of the field to begin with, or the mark of the papers; empty: at the review

private:
    void addRequest(const PortalRequest &request, const Dossier &dossier, const ProcedurePack *pack);
    void addItem(const SupplementItem &item, const ProcedurePack *pack);

    QVBoxLayout *m_lines;
    ActionButton *m_mend;
    QString m_first;
};

} // namespace motcua
