#include "ui/widgets/iconbutton.h"

namespace motcua {

IconButton::IconButton(Icon icon, const QString &words, QWidget *parent)
    : ActionButton(Emphasis::Quiet, {}, icon, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setWords(words);
}

void IconButton::setWords(const QString &words)
{
    setToolTip(words);
    setAccessibleName(words);
}

QSize IconButton::sizeHint() const
{
    const int side = themeOf(this).field();
    return { side, side };
}

} // namespace motcua
