#pragma once

#include <QFrame>

class QVBoxLayout;

namespace motcua {

// A sheet of paper on the page: rounded, hairline border, 24-px margin. Put things into body().
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_body;
};

} // namespace motcua
