#pragma once

#include <QWidget>

namespace motcua {

// Fields beside one another: their inputs start at one height although one title or help takes more lines than the other. Its
// layout places the fields. GUI thread.
class FieldLine final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void alignHeads();
};

} // namespace motcua
