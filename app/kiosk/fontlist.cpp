#include "app/kiosk/fontlist.h"

#ifdef __linux__
#    include <dlfcn.h>
#endif

namespace motcua {

// Nothing of Qt here: the first thread that uses it would become its main thread.
FontList::FontList()
    : m_reading([] {
#ifdef __linux__
        // The screen's plugin loads it anyhow; asking for the symbol spares the build one more package.
        void *fontconfig = dlopen("libfontconfig.so.1", RTLD_LAZY);
        if (void *init = fontconfig ? dlsym(fontconfig, "FcInit") : nullptr)
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
