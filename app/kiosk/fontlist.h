#pragma once

#include <thread>

namespace motcua {

// What the kiosk knows of the machine's fonts, in two steps. Before the first paint only the rules by which glyphs are drawn, read on a
// second core: the page is written in the bundled font, and to list and match the machine's costs the more the more it has. Then all
// of them, for the letters that ours lacks. Does nothing where fontconfig is not in use.
class FontList
{
public:
    FontList(); // reads the rules; before the application stands
    ~FontList();
    FontList(const FontList &) = delete;
    FontList &operator=(const FontList &) = delete;

    void wait(); // before the first text is measured

    // On any thread, while nothing is shown by it yet.
    void readMachine();
    // On the thread of the windows: the machine's fonts are in force. Whoever kept a list of fonts has to read it anew.
    bool useMachine();

private:
    std::thread m_reading;
    void *m_machine = nullptr; // an FcConfig
};

} // namespace motcua
