#pragma once

#include <functional>

namespace motcua {

// A disk that fails on purpose: an SQLite VFS over the system's own, which becomes the default while it lives. The n-th operation that
// changes or syncs a file answers with an error; then, when `lasting`, so does every one after it. One at a time, one thread.
class FaultyVfs
{
public:
    enum class Kind {
        Full,    // no space: SQLITE_FULL on write
        WriteIo, // SQLITE_IOERR_WRITE, half of the bytes written
        Sync,    // SQLITE_IOERR_FSYNC
    };

    FaultyVfs();
    ~FaultyVfs();
    FaultyVfs(const FaultyVfs &) = delete;
    FaultyVfs &operator=(const FaultyVfs &) = delete;

    void arm(int failAt, Kind kind, bool lasting); // counted from 1
    void disarm();
    bool hasFailed() const;
};

} // namespace motcua
