#pragma once

#include "core/counter/packstanding.h"

#include <QFrame>

class QVBoxLayout;

namespace motcua {

class AdministrativeUnits;

// Above a form: what there is to know about the version of its procedure. A newer one is offered with what changes, never forced;
// a doubt about the day is said; answers that a move left behind stay in view until somebody has seen them. Hidden when there is
// nothing to say.
class VersionPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit VersionPanel(const AdministrativeUnits &units, QWidget *parent = nullptr);

    void show(const PackStanding &standing);
    void clear();

Q_SIGNALS:
    void moveRequested(const QString &version);
    void declined(const QString &version);
    void leftSeen();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void say(const QString &title, const QString &text = {});
    void addOffer(const PackStanding &standing);
    void addDoubt(const PackStanding &standing);
    void addLeft(const PackStanding &standing);
    void addCommunes(const PackStanding &standing);
    void openChanges(const PackStanding &standing);

    const AdministrativeUnits &m_units;
    QVBoxLayout *m_column;
    bool m_serious = false;
};

// "3 câu hỏi mới, 1 câu không còn hỏi, lệ phí thay đổi": one line for the offer.
QString changeSummary(const QList<PackChange> &changes);
// One change as a line for the list.
QString changeLine(const PackChange &change);

} // namespace motcua
