#pragma once

namespace motcua {

// The fonts that every page is written in, linked into the program. On the thread of the windows.
void loadBundledFonts(); // once; later calls do nothing
// The machine's list of fonts has changed: what is shown next finds letters that the bundled ones lack.
void rereadMachineFonts();

} // namespace motcua
