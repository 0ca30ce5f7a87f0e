#include "passthroughvfs.h"

#include <cstring>
#include <new>

namespace motcua {

namespace {

int closeFile(sqlite3_file *file)
{
    const int code = innerOf(file)->pMethods->xClose(innerOf(file));
    ::operator delete(innerOf(file));
    return code;
}

// One method of the real file, called with the same arguments.
template <auto Method, typename... Arguments>
auto handOn(sqlite3_file *file, Arguments... arguments)
{
    return (innerOf(file)->pMethods->*Method)(innerOf(file), arguments...);
}

} // namespace

sqlite3_file *innerOf(sqlite3_file *file)
{
    return reinterpret_cast<PassThroughFile *>(file)->inner;
}

sqlite3_io_methods passThroughMethods()
{
    using Io = sqlite3_io_methods;
    Io methods {};
    methods.iVersion = 2; // no memory mapping: every byte passes here
    methods.xClose = closeFile;
    methods.xRead = handOn<&Io::xRead>;
    methods.xWrite = handOn<&Io::xWrite>;
    methods.xTruncate = handOn<&Io::xTruncate>;
    methods.xSync = handOn<&Io::xSync>;
    methods.xFileSize = handOn<&Io::xFileSize>;
    methods.xLock = handOn<&Io::xLock>;
    methods.xUnlock = handOn<&Io::xUnlock>;
    methods.xCheckReservedLock = handOn<&Io::xCheckReservedLock>;
    methods.xFileControl = handOn<&Io::xFileControl>;
    methods.xSectorSize = handOn<&Io::xSectorSize>;
    methods.xDeviceCharacteristics = handOn<&Io::xDeviceCharacteristics>;
    methods.xShmMap = handOn<&Io::xShmMap>;
    methods.xShmLock = handOn<&Io::xShmLock>;
    methods.xShmBarrier = handOn<&Io::xShmBarrier>;
    methods.xShmUnmap = handOn<&Io::xShmUnmap>;
    return methods;
}

PassThroughVfs::PassThroughVfs(const char *name, int fileBytes, Open open)
    : m_real(sqlite3_vfs_find(nullptr))
    , m_vfs(*m_real)
{
    m_vfs.zName = name;
    m_vfs.szOsFile = fileBytes;
    m_vfs.pNext = nullptr;
    m_vfs.xOpen = open;
    sqlite3_vfs_register(&m_vfs, 1);
}

PassThroughVfs::~PassThroughVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_real, 1);
}

int PassThroughVfs::openInner(const char *name, sqlite3_file *file, int flags, int *outFlags,
                              const sqlite3_io_methods &methods) const
{
    auto *own = reinterpret_cast<PassThroughFile *>(file);
    own->inner = static_cast<sqlite3_file *>(::operator new(size_t(m_real->szOsFile)));
    std::memset(own->inner, 0, size_t(m_real->szOsFile));
    const int code = m_real->xOpen(m_real, name, own->inner, flags, outFlags);
    own->base.pMethods = own->inner->pMethods ? &methods : nullptr;
    if (!own->base.pMethods)
        ::operator delete(own->inner);
    return code;
}

} // namespace motcua
