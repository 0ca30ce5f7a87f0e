#include "faultyvfs.h"

#include <sqlite3.h>

#include <cstring>
#include <new>

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
sqlite3_vfs vfs;
sqlite3_vfs *real = nullptr;

struct File
{
    sqlite3_file base;
    sqlite3_file *inner;
};

sqlite3_file *innerOf(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file)->inner;
}

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

int close(sqlite3_file *file)
{
    const int code = innerOf(file)->pMethods->xClose(innerOf(file));
    ::operator delete(innerOf(file));
    return code;
}

int read(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
    return innerOf(file)->pMethods->xRead(innerOf(file), to, amount, at);
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

int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return innerOf(file)->pMethods->xTruncate(innerOf(file), size);
}

int sync(sqlite3_file *file, int flags)
{
    return failsNow(false) ? SQLITE_IOERR_FSYNC : innerOf(file)->pMethods->xSync(innerOf(file), flags);
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return innerOf(file)->pMethods->xFileSize(innerOf(file), size);
}

int lock(sqlite3_file *file, int level)
{
    return innerOf(file)->pMethods->xLock(innerOf(file), level);
}

int unlock(sqlite3_file *file, int level)
{
    return innerOf(file)->pMethods->xUnlock(innerOf(file), level);
}

int checkReservedLock(sqlite3_file *file, int *held)
{
    return innerOf(file)->pMethods->xCheckReservedLock(innerOf(file), held);
}

int fileControl(sqlite3_file *file, int operation, void *argument)
{
    return innerOf(file)->pMethods->xFileControl(innerOf(file), operation, argument);
}

int sectorSize(sqlite3_file *file)
{
    return innerOf(file)->pMethods->xSectorSize(innerOf(file));
}

int deviceCharacteristics(sqlite3_file *file)
{
    return innerOf(file)->pMethods->xDeviceCharacteristics(innerOf(file));
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **mapped)
{
    return innerOf(file)->pMethods->xShmMap(innerOf(file), page, size, extend, mapped);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return innerOf(file)->pMethods->xShmLock(innerOf(file), offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    innerOf(file)->pMethods->xShmBarrier(innerOf(file));
}

int shmUnmap(sqlite3_file *file, int remove)
{
    return innerOf(file)->pMethods->xShmUnmap(innerOf(file), remove);
}

const sqlite3_io_methods methods { 2,
                                   close,
                                   read,
                                   write,
                                   truncate,
                                   sync,
                                   fileSize,
                                   lock,
                                   unlock,
                                   checkReservedLock,
                                   fileControl,
                                   sectorSize,
                                   deviceCharacteristics,
                                   shmMap,
                                   shmLock,
                                   shmBarrier,
                                   shmUnmap,
                                   nullptr,
                                   nullptr };

int open(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    auto *own = reinterpret_cast<File *>(file);
    own->inner = static_cast<sqlite3_file *>(::operator new(size_t(real->szOsFile)));
    std::memset(own->inner, 0, size_t(real->szOsFile));
    const int code = real->xOpen(real, name, own->inner, flags, outFlags);
    own->base.pMethods = own->inner->pMethods ? &methods : nullptr;
    if (!own->base.pMethods)
        ::operator delete(own->inner);
    return code;
}

} // namespace

FaultyVfs::FaultyVfs()
{
    state = {};
    real = sqlite3_vfs_find(nullptr);
    vfs = *real;
    vfs.zName = "motcua-faulty";
    vfs.szOsFile = int(sizeof(File));
    vfs.pNext = nullptr;
    vfs.xOpen = open;
    sqlite3_vfs_register(&vfs, 1);
}

FaultyVfs::~FaultyVfs()
{
    sqlite3_vfs_unregister(&vfs);
    sqlite3_vfs_register(real, 1);
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
