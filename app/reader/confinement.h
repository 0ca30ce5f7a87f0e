#pragma once

namespace motcua {

// What a file that takes this program over would find. Each does what the platform can and reports nothing: a reader that is less
// confined than it could be still reads.
//
// At once in main(): no core dump, nobody may look into this process, it ends with the program that started it, limits on memory, CPU
// time and written files, no open files but the three standard ones.
void shedEverything();

// When libraries and plugins are loaded: from now on no new privileges, no programs, no network, nothing written, and of the file system
// the folders of fonts alone, to read (Landlock and seccomp on Linux; without Landlock nothing can be opened at all).
void lockTheDoor();

} // namespace motcua
