// The first thread that uses Qt becomes its main thread, so the one that reads the fonts before the application stands uses none of it:
// this program is linked without Qt. It runs to its end, with and without fontconfig on the machine.
#include "app/kiosk/fontlist.h"

int main()
{
    motcua::FontList fonts;
    fonts.wait();
    fonts.readMachine();
    fonts.useMachine();
    return 0;
}
