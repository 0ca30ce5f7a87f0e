#pragma once

#include <thread>

namespace motcua {

// Reads the machine's list of fonts on a second core while the program connects to the screen: a fifth of the kiosk's own work before
// its first paint. Ready when destroyed; does nothing where fontconfig is not in use.
class FontList
{
public:
    FontList();
    ~FontList();

private:
    std::thread m_reading;
};

} // namespace motcua
