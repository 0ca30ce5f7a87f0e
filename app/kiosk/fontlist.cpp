#include "app/kiosk/fontlist.h"

#ifdef __linux__
#    include <dlfcn.h>
#endif

#include <filesystem>
#include <set>
#include <string>
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

// The drawing of glyphs alone, by the numbers that fontconfig gives its files: 10-29 how they are rendered, 50 and 51 what the user and the machine say of it.
// The others choose between fonts of the machine, and every size of ours would be held against each of their hundreds of rules.
std::string rules()
{
    const std::filesystem::path folder = "/etc/fonts/conf.d";
    std::set<std::filesystem::path> files; // fontconfig reads them in this order
    std::error_code unreadable;
    for (const auto &entry : std::filesystem::directory_iterator(folder, unreadable)) {
        const std::string name = entry.path().filename().string();
        if ((name.find_first_of("12") == 0 || name.starts_with("50-") || name.starts_with("51-"))
            && name.find_first_of("<&") == std::string::npos)
            files.insert(entry.path());
    }
    std::string document = "<fontconfig>";
    for (const auto &file : files)
        document += "<include ignore_missing=\"yes\">" + file.string() + "</include>";
    return document + "</fontconfig>";
}

void useRulesOnly()
{
    const auto create = fontconfig<void *(*)()>("FcConfigCreate");
    const auto parse = fontconfig<int (*)(void *, const unsigned char *, int)>("FcConfigParseAndLoadFromMemory");
    void *config = create && parse ? create() : nullptr;
    if (config && parse(config, reinterpret_cast<const unsigned char *>(rules().c_str()), 0))
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
