#include "core/paper/fonts.h"

#include <QFontDatabase>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

template <size_t N>
bool registerAll(const std::array<QString, N> &files)
{
    return std::all_of(files.begin(), files.end(),
                       [](const QString &file) { return QFontDatabase::addApplicationFont(file) >= 0; });
}

} // namespace

bool ensureFonts()
{
    static const bool registered = registerAll(
        std::array { u":/fonts/NotoSans-Regular.ttf"_s, u":/fonts/NotoSans-SemiBold.ttf"_s, u":/fonts/NotoSans-Bold.ttf"_s });
    return registered;
}

QString bundledFontFamily()
{
    return u"Noto Sans"_s;
}

bool ensurePaperFonts()
{
    static const bool registered =
        registerAll(std::array { u":/fonts/LiberationSerif-Regular.ttf"_s, u":/fonts/LiberationSerif-Bold.ttf"_s,
                                 u":/fonts/LiberationSerif-Italic.ttf"_s, u":/fonts/LiberationSerif-BoldItalic.ttf"_s });
    return registered;
}

QString paperFontFamily()
{
    return u"Liberation Serif"_s;
}

} // namespace motcua
