#include "app/kiosk/fontlist.h"

#ifdef __linux__
#    include <dlfcn.h>
#endif

#include <utility>

namespace motcua {

// Nothing of Qt here: the first thread that uses it would become its main thread.
namespace {

// The screen's plugin loads it anyhow; asking for symbols spares the build one more package.
template <typename Function>
Function fontconfig([[maybe_unused]] const char *name)
{
#ifdef __linux__
    static void *const library = dlopen("libfontconfig.so.1", RTLD_LAZY);
    return library ? reinterpret_cast<Function>(dlsym(library, name)) : nullptr;
#else
    return nullptr;
#endif
}

bool makeCurrent(void *config)
{
    const auto setCurrent = fontconfig<int (*)(void *)>("FcConfigSetCurrent");
    return config && setCurrent && setCurrent(config) != 0;
}

// Where a distribution keeps how fonts are drawn; which folders hold fonts stands beside it, in fonts.conf.
constexpr char rules[] = "<fontconfig><include ignore_missing=\"yes\">conf.d</include></fontconfig>";

void useRulesOnly()
{
    const auto create = fontconfig<void *(*)()>("FcConfigCreate");
    const auto parse = fontconfig<int (*)(void *, const unsigned char *, int)>("FcConfigParseAndLoadFromMemory");
    void *config = create && parse ? create() : nullptr;
    if (config && parse(config, reinterpret_cast<const unsigned char *>(rules), 0))
        makeCurrent(config);
}

} // namespace

FontList::FontList()
    : m_reading(useRulesOnly)
{
}

FontList::~FontList()
{
    wait();
}

void FontList::wait()
{
    if (m_reading.joinable())
        m_reading.join();
}

void FontList::readMachine()
{
    if (const auto load = fontconfig<void *(*)()>("FcInitLoadConfigAndFonts"))
        m_machine = load();
}

bool FontList::useMachine()
{
    return makeCurrent(std::exchange(m_machine, nullptr));
}

} // namespace motcua
