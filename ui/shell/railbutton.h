#pragma once

#include "ui/theme/icon.h"

#include <QAbstractButton>

namespace motcua {

class RailButton : public QAbstractButton
{
    Q_OBJECT

public:
    RailButton(Icon icon, const QString &words, const QString &keys, QWidget *parent = nullptr);

    void setNarrow(bool narrow);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icon m_icon;
    QString m_keys;
    bool m_narrow = false;
};

} // namespace motcua
