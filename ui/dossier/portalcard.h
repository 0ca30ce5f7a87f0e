#pragma once

#include "core/dossier/dossier.h"
#include "ui/widgets/card.h"

#include <QDateTime>

class QVBoxLayout;

namespace motcua {

class ActionButton;

// What came back: results to look at, print and keep, and messages; and the note that the citizen was told.
class PortalCard : public Card
{
    Q_OBJECT

public:
    explicit PortalCard(QWidget *parent = nullptr);

    void show(const Dossier &dossier, const QDateTime &now);
    ActionButton *told() const { return m_told; }

Q_SIGNALS:
    void resultRequested(const QString &resultId);
    void toldRequested();

private:
    void addResult(const PortalResult &result, const QDateTime &now);
    void addMessage(const PortalMessage &message, const QDateTime &now);

    QVBoxLayout *m_lines;
    ActionButton *m_told;
};

} // namespace motcua
