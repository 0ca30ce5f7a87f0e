#pragma once

#include "ui/theme/icon.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace motcua {

class RailButton;

// Where one can go, with the key that goes there. Narrow windows show icons only.
class Rail : public QWidget
{
    Q_OBJECT

public:
    enum class Place { Home, New, Queue, Settings };

    explicit Rail(QWidget *parent = nullptr);

    void setPlace(Place place);
    void setNarrow(bool narrow);
    void setOffered(Place place, bool offered); // hidden where the role has no such work

Q_SIGNALS:
    void chosen(motcua::Rail::Place place);
    void sendNow();
    void help();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    RailButton *add(Icon icon, const QString &words, const QString &keys);

    QVBoxLayout *m_column;
    QButtonGroup *m_places;
    QList<RailButton *> m_buttons;
};

} // namespace motcua
