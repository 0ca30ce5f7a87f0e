#include "ui/theme/bundledfonts.h"

#include <QFontDatabase>
#include <QResource>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

int strong = -1;

// Used where the program holds them, half a megabyte each: Qt would read a font that it knows by its file twice.
int add(QLatin1StringView style)
{
    const QResource file(u":/fonts/NotoSans-%1.ttf"_s.arg(style));
    Q_ASSERT(file.compressionAlgorithm() == QResource::NoCompression);
    return QFontDatabase::addApplicationFontFromData(
        QByteArray::fromRawData(reinterpret_cast<const char *>(file.data()), file.size()));
}

} // namespace

void loadBundledFonts()
{
    if (strong >= 0)
        return;
    add("Regular"_L1);
    strong = add("SemiBold"_L1);
}

// Qt reads its list anew when one font is taken away, and only then.
void rereadMachineFonts()
{
    QFontDatabase::removeApplicationFont(strong);
    strong = add("SemiBold"_L1);
}

} // namespace motcua
