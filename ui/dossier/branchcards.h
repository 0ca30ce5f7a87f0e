#pragma once

#include "core/dossier/dossier.h"

#include <QWidget>

namespace motcua {

class FlowLayout;
class TextLabel;

// One card for each branch of a linked dossier: what, who, where it stands, by when, what to do next. Hidden for other dossiers.
class BranchCards : public QWidget
{
    Q_OBJECT

public:
    explicit BranchCards(QWidget *parent = nullptr);

    void show(const Dossier &dossier, const QDateTime &now);

private:
    QWidget *makeCard(const DossierBranch &branch, const DossierSummary &dossier, const QDateTime &now) const;

    TextLabel *m_numbers;
    QWidget *m_cards;
    FlowLayout *m_flow;
};

} // namespace motcua
