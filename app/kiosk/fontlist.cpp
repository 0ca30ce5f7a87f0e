#include "app/kiosk/fontlist.h"

#include <QLibrary>

using namespace Qt::StringLiterals;

namespace motcua {

FontList::FontList()
    : m_reading([] {
#ifdef Q_OS_LINUX
        // Qt Gui has loaded it already; asking for the symbol spares the build one more package.
        if (const QFunctionPointer init = QLibrary::resolve(u"fontconfig"_s, 1, "FcInit"))
            reinterpret_cast<int (*)()>(init)();
#endif
    })
{
}

FontList::~FontList()
{
    m_reading.join();
}

} // namespace motcua
