#pragma once

#include <QAbstractButton>

namespace motcua {

// One filter of the queue; exclusive with the others of its group.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(const QString &words, QWidget *parent = nullptr);

    void setCount(int count); // below 0 = no number
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString words() const;

    int m_count = -1;
};

} // namespace motcua
