#pragma once

#include <QLibrary>

namespace motcua {

// A C library that is opened when it is first needed and then stays: those that it brings along are many, and nobody who signs in or
// captures may wait for them (ARCHITECTURE.md, "Before the first paint"). Packages depend on it as if it were linked.
class LateLibrary
{
public:
    explicit LateLibrary(const QString &name)
        : m_library(name)
    {
    }

    // Whether the library and this function of it are there. Thread-safe.
    template <typename Function>
    bool find(Function &function, const char *name)
    {
        function = reinterpret_cast<Function>(m_library.resolve(name));
        return function != nullptr;
    }

private:
    QLibrary m_library;
};

} // namespace motcua
