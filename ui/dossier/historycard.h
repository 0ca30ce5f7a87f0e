#pragma once

#include "core/dossier/dossier.h"
#include "ui/widgets/card.h"

class QGridLayout;

namespace motcua {

class ActionButton;

// Who did what and when, newest first, in words.
class HistoryCard : public Card
{
    Q_OBJECT

public:
    explicit HistoryCard(QWidget *parent = nullptr);

    void show(const Dossier &dossier, const QDateTime &now);

private:
    void draw();

    QList<HistoryEntry> m_history;
    QList<DossierBranch> m_branches;
    QDateTime m_now;
    bool m_all = false;
    QGridLayout *m_grid;
    ActionButton *m_more;
};

} // namespace motcua
