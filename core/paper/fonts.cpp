#include "core/paper/fonts.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

bool ensureFonts()
{
    static const bool registered = [] {
        const std::array files { u":/fonts/NotoSans-Regular.ttf"_s, u":/fonts/NotoSans-SemiBold.ttf"_s,
                                 u":/fonts/NotoSans-Bold.ttf"_s };
        return std::all_of(files.begin(), files.end(),
                           [](const QString &file) { return QFontDatabase::addApplicationFont(file) >= 0; });
    }();
    return registered;
}

QString bundledFontFamily()
{
    return u"Noto Sans"_s;
}

} // namespace motcua
