#pragma once

#include "ui/form/lineeditor.h"

namespace motcua {

// Typing first: the calendar opens with the button, F4 or Alt+Down.
class DateEditor final : public LineEditor
{
    Q_OBJECT

public:
    explicit DateEditor(const FieldInfo &field, QWidget *parent = nullptr);

    void openCalendar();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace motcua
