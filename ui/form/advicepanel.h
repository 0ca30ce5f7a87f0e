#pragma once

#include "core/procedure/procedurepack.h"

#include <QList>
#include <QSet>
#include <QWidget>

class QVBoxLayout;

namespace motcua {

// What the citizen has to hear before going on: that the paper is not needed, that it will be refused, or just to know.
// Not needed and refused ask for a decision; the officer may always go on, and the notice then stays small.
class AdvicePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit AdvicePanel(QWidget *parent = nullptr);

    void setAdvice(const QList<Advice> &advice); // those that hold now
    bool needsDecision() const;
    void askForDecision(); // puts the cursor on the decision

Q_SIGNALS:
    void endRequested(); // the citizen goes home without a dossier
    void decided();      // go on all the same
    void appeared();     // a decision is wanted that was not wanted before

private:
    void rebuild();
    QWidget *makeSheet(const Advice &advice);
    QWidget *makeNote(const Advice &advice);

    QVBoxLayout *m_layout;
    QList<Advice> m_advice;
    QSet<QString> m_decided;
    QWidget *m_decision = nullptr; // the first button of an open decision
};

} // namespace motcua
