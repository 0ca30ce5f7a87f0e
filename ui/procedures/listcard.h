#pragma once

#include "ui/theme/icon.h"

#include <QAbstractButton>

class QVBoxLayout;

namespace motcua {

class TextLabel;

// One entry of the list of procedures: a card that is one button. The entry that Enter would press is marked.
class ListCard : public QAbstractButton
{
    Q_OBJECT

public:
    ListCard(Icon icon, Icon chevron, QWidget *parent);

    void setMarked(bool marked);
    QSize sizeHint() const override;

protected:
    QVBoxLayout *column() const { return m_column; }
    void add(TextLabel *label); // lets the mouse through to the card
    void setChevron(Icon chevron);
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QVBoxLayout *m_column;
    Icon m_icon;
    Icon m_chevron;
    bool m_marked = false;
};

} // namespace motcua
