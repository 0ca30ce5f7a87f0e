#pragma once

#include <QString>

namespace motcua {

// Makes the bundled Noto Sans (regular, semi-bold, bold; full Vietnamese) known to Qt, once per process. False when the program was
// linked without motcua_assets. Needs a QGuiApplication on a platform with fonts (offscreen has them, minimal has not). Thread-safe.
bool ensureFonts();

QString bundledFontFamily(); // "Noto Sans"

// The serif of state forms: Liberation Serif, which has the widths of Times New Roman and all letters of Viet Nam. Read when the first
// such paper is drawn. As ensureFonts().
bool ensurePaperFonts();

QString paperFontFamily(); // "Liberation Serif"

} // namespace motcua
