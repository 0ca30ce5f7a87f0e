#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tone.h"

#include <QAbstractButton>

namespace motcua {

// A number that opens the dossiers behind it. Its tone is worn only when there is something to count.
class CountCard : public QAbstractButton
{
    Q_OBJECT

public:
    CountCard(Icon icon, Tone tone, const QString &label, QWidget *parent = nullptr);

    void setCount(int count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Icon m_icon;
    Tone m_tone;
    int m_count = -1;
};

} // namespace motcua
