#pragma once

namespace motcua {

// Documented in docs/motcuactl.md and printed by --help; scripts rely on them.
enum class ExitCode : int {
    Ok = 0,
    Failed = 1,       // anything not listed here
    Usage = 2,        // the command line is wrong, or a file named on it cannot be read
    CannotOpen = 3,   // profile, passphrase, keychain or database
    DataRefused = 4,  // answers or papers are wrong or incomplete; nothing was created
    NotDelivered = 5, // sync did not get everything to the portal in time
    NotFound = 6,     // no such dossier or procedure
    Attention = 7,    // doctor found something that needs somebody
};

} // namespace motcua
