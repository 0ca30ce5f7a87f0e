#include "core/paper/paperwords.h"

namespace motcua {

QString printable(const QString &value)
{
    QString text = value;
    text.replace(QChar::ParagraphSeparator, u'\n').replace(QChar::LineSeparator, u'\n');
    text.removeIf([](QChar c) {
        const char16_t unit = c.unicode();
        const bool control = (c.category() == QChar::Other_Control && unit != u'\n') || c.category() == QChar::Other_Format;
        const bool engine = c.category() == QChar::Other_PrivateUse || unit == u'\xfffc'
                            || (unit >= u'\xfdd0' && unit <= u'\xfdef') || unit >= u'\xfffe';
        return control || engine;
    });
    return text;
}

} // namespace motcua
