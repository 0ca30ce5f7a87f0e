#include "faultyvfs.h"

#include "passthroughvfs.h"

#include <optional>

namespace motcua {

namespace {

struct State
{
    int countdown = 0; // 0 = never
    FaultyVfs::Kind kind = FaultyVfs::Kind::Full;
    bool lasting = false;
    bool failed = false;
};

State state;
std::optional<PassThroughVfs> vfs;

bool failsNow(bool write)
{
    const bool fits = write ? state.kind != FaultyVfs::Kind::Sync : state.kind == FaultyVfs::Kind::Sync;
    if (!fits)
        return false;
    if (state.failed)
        return state.lasting;
    if (state.countdown == 0 || --state.countdown > 0)
        return false;
    state.failed = true;
    return true;
}

int write(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
    if (!failsNow(true))
        return innerOf(file)->pMethods->xWrite(innerOf(file), from, amount, at);
    if (state.kind == FaultyVfs::Kind::Full)
        return SQLITE_FULL;
    innerOf(file)->pMethods->xWrite(innerOf(file), from, amount / 2, at); // torn
    return SQLITE_IOERR_WRITE;
}

int sync(sqlite3_file *file, int flags)
{
    return failsNow(false) ? SQLITE_IOERR_FSYNC : innerOf(file)->pMethods->xSync(innerOf(file), flags);
}

sqlite3_io_methods faultyMethods()
{
    sqlite3_io_methods methods = passThroughMethods();
    methods.xWrite = write;
    methods.xSync = sync;
    return methods;
}

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    static const sqlite3_io_methods methods = faultyMethods();
    return vfs->openInner(name, file, flags, outFlags, methods);
}

} // namespace

FaultyVfs::FaultyVfs()
{
    state = {};
    vfs.emplace("motcua-faulty", int(sizeof(PassThroughFile)), open);
}

FaultyVfs::~FaultyVfs()
{
    vfs.reset();
}

void FaultyVfs::arm(int failAt, Kind kind, bool lasting)
{
    state = { failAt, kind, lasting, false };
}

void FaultyVfs::disarm()
{
    state = {};
}

bool FaultyVfs::hasFailed() const
{
    return state.failed;
}

} // namespace motcua
