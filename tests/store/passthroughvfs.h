// A VFS that hands everything on to the machine's own one; a test replaces the methods in which it wants to have a say. While it lives
// it is the one that SQLite opens new files with.
#pragma once

#include <sqlite3.h>

namespace motcua {

struct PassThroughFile
{
    sqlite3_file base;
    sqlite3_file *inner; // the real file
};

sqlite3_file *innerOf(sqlite3_file *file);
sqlite3_io_methods passThroughMethods();

class PassThroughVfs
{
public:
    using Open = int (*)(sqlite3_vfs *, const char *name, sqlite3_file *, int flags, int *outFlags);

    // `fileBytes`: of the test's own file type, which begins with a PassThroughFile.
    PassThroughVfs(const char *name, int fileBytes, Open open);
    ~PassThroughVfs();
    PassThroughVfs(const PassThroughVfs &) = delete;
    PassThroughVfs &operator=(const PassThroughVfs &) = delete;

    sqlite3_vfs *real() const { return m_real; }
    void replaceDelete(int (*deleteFile)(sqlite3_vfs *, const char *name, int syncFolder)) { m_vfs.xDelete = deleteFile; }

    // What an Open calls: the real file is opened inside `file`, and `methods` answer for it.
    int openInner(const char *name, sqlite3_file *file, int flags, int *outFlags, const sqlite3_io_methods &methods) const;

private:
    sqlite3_vfs *m_real;
    sqlite3_vfs m_vfs;
};

} // namespace motcua
