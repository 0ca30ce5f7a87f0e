#pragma once

#include <QString>

namespace motcua {

// Makes the bundled Noto Sans (regular, semi-bold, bold; full Vietnamese) known to Qt, once per process. False when the program was
// linked without motcua_assets. Needs a QGuiApplication on a platform with fonts (offscreen has them, minimal has not). Thread-safe.
bool ensureFonts();

QString bundledFontFamily(); // "Noto Sans"

} // namespace motcua
