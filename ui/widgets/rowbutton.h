#pragma once

#include "ui/widgets/statebadge.h"

#include <QAbstractButton>

namespace motcua {

// One pressable line: icon, two lines of words, a badge at the end.
class RowButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit RowButton(Icon icon, const QString &title, const QString &text, const BadgeWords &badge = {},
                       QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icon m_icon;
    QString m_text;
    BadgeWords m_badge;
};

} // namespace motcua
