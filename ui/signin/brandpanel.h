#pragma once

#include <QWidget>

class QPainter;

namespace motcua {

// The calm half of the sign-in page: whose counter this is and what the kiosk promises.
class BrandPanel : public QWidget
{
    Q_OBJECT

public:
    BrandPanel(const QString &commune, const QString &province, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLotus(QPainter &painter);

    bool m_stands = false; // painted once: the page can be read
};

} // namespace motcua
