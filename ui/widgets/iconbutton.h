#pragma once

#include "ui/widgets/actionbutton.h"

namespace motcua {

// A square button that shows only an icon; its words are the tool tip and what a screen reader says.
class IconButton : public ActionButton
{
    Q_OBJECT

public:
    explicit IconButton(Icon icon, const QString &words, QWidget *parent = nullptr);

    void setWords(const QString &words);
    QSize sizeHint() const override;
};

} // namespace motcua
