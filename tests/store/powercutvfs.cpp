#include "powercutvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRandomGenerator>

#include <sqlite3.h>

#include <cstring>
#include <new>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 sectorBytes = 512;

struct Change
{
    qint64 at = 0;
    QByteArray bytes;
    qint64 truncateTo = -1; // >= 0: a truncation, nothing is written
};

struct Watched
{
    bool isThere = false; // its name has been synced
    QByteArray synced;
    QList<Change> since;
};

struct State
{
    QString folder;
    QMap<QString, Watched> files; // by name
    std::function<void()> observer;
    bool observing = false;
    qint64 operations = 0;
};

State state;
sqlite3_vfs vfs;
sqlite3_vfs *real = nullptr;

struct File
{
    sqlite3_file base;
    sqlite3_file *inner;
    Watched *watched;
};

File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
}

sqlite3_file *innerOf(sqlite3_file *file)
{
    return own(file)->inner;
}

void noteOperation()
{
    ++state.operations;
    if (!state.observer || state.observing)
        return;
    state.observing = true;
    state.observer();
    state.observing = false;
}

void apply(QByteArray &content, const Change &change)
{
    if (change.truncateTo >= 0) {
        content.resize(change.truncateTo);
        return;
    }
    if (content.size() < change.at + change.bytes.size())
        content.append(QByteArray(change.at + change.bytes.size() - content.size(), '\0'));
    content.replace(change.at, change.bytes.size(), change.bytes);
}

int closeFile(sqlite3_file *file)
{
    const int code = innerOf(file)->pMethods->xClose(innerOf(file));
    ::operator delete(innerOf(file));
    return code;
}

int readFile(sqlite3_file *file, void *to, int amount, sqlite3_int64 at)
{
    return innerOf(file)->pMethods->xRead(innerOf(file), to, amount, at);
}

int writeFile(sqlite3_file *file, const void *from, int amount, sqlite3_int64 at)
{
    if (Watched *watched = own(file)->watched) {
        noteOperation();
        watched->since.append({ at, QByteArray(static_cast<const char *>(from), amount), -1 });
    }
    return innerOf(file)->pMethods->xWrite(innerOf(file), from, amount, at);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (Watched *watched = own(file)->watched) {
        noteOperation();
        watched->since.append({ 0, {}, size });
    }
    return innerOf(file)->pMethods->xTruncate(innerOf(file), size);
}

int syncFile(sqlite3_file *file, int)
{
    // What is synced here need not reach a real disk.
    if (Watched *watched = own(file)->watched) {
        noteOperation();
        for (const Change &change : std::as_const(watched->since))
            apply(watched->synced, change);
        watched->since.clear();
        watched->isThere = true;
    }
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return innerOf(file)->pMethods->xFileSize(innerOf(file), size);
}

int lockFile(sqlite3_file *file, int level)
{
    return innerOf(file)->pMethods->xLock(innerOf(file), level);
}

int unlockFile(sqlite3_file *file, int level)
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

int deviceCharacteristics(sqlite3_file *)
{
    return 0; // nothing is promised: no atomic writes, no order
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

const sqlite3_io_methods methods {
    2,          closeFile,         readFile,    writeFile,  truncateFile,          syncFile, fileSize, lockFile,
    unlockFile, checkReservedLock, fileControl, sectorSize, deviceCharacteristics, shmMap,   shmLock,  shmBarrier,
    shmUnmap,   nullptr,           nullptr
};

Watched *watchedFor(const char *name)
{
    const QFileInfo info(name ? QString::fromUtf8(name) : QString());
    if (!name || info.absolutePath() != state.folder || info.fileName().endsWith(u"-shm"_s))
        return nullptr;
    const auto found = state.files.find(info.fileName());
    if (found != state.files.end())
        return &*found;
    Watched &watched = state.files[info.fileName()];
    QFile file(info.absoluteFilePath());
    if (file.open(QIODevice::ReadOnly)) {
        watched.synced = file.readAll();
        watched.isThere = true;
    }
    return &watched;
}

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    File *made = own(file);
    made->watched = watchedFor(name);
    made->inner = static_cast<sqlite3_file *>(::operator new(size_t(real->szOsFile)));
    std::memset(made->inner, 0, size_t(real->szOsFile));
    const int code = real->xOpen(real, name, made->inner, flags, outFlags);
    made->base.pMethods = made->inner->pMethods ? &methods : nullptr;
    if (!made->base.pMethods)
        ::operator delete(made->inner);
    return code;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    if (const QFileInfo info(QString::fromUtf8(name)); info.absolutePath() == state.folder)
        state.files.remove(info.fileName());
    return real->xDelete(real, name, syncFolder);
}

} // namespace

PowerCutVfs::PowerCutVfs(const QString &folder)
{
    state = {};
    state.folder = QFileInfo(folder).canonicalFilePath();
    real = sqlite3_vfs_find(nullptr);
    vfs = *real;
    vfs.zName = "motcua-powercut";
    vfs.szOsFile = int(sizeof(File));
    vfs.pNext = nullptr;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    sqlite3_vfs_register(&vfs, 1);
}

PowerCutVfs::~PowerCutVfs()
{
    sqlite3_vfs_unregister(&vfs);
    sqlite3_vfs_register(real, 1);
    state = {};
}

void PowerCutVfs::beforeEach(std::function<void()> observer)
{
    state.observer = std::move(observer);
}

qint64 PowerCutVfs::operations()
{
    return state.operations;
}

void PowerCutVfs::cutInto(const QString &folder, quint32 seed) const
{
    QRandomGenerator random(seed);
    // From "nothing of it arrived" to "all of it did", and everything between.
    const int arrives = QList<int> { 0, 10, 50, 90, 100 }.at(random.bounded(5));
    const auto happens = [&] { return random.bounded(100) < arrives; };
    for (auto it = state.files.cbegin(); it != state.files.cend(); ++it) {
        QByteArray content = it->synced;
        for (const Change &change : it->since) {
            if (change.truncateTo >= 0) {
                if (happens())
                    apply(content, change);
                continue;
            }
            for (qint64 from = 0; from < change.bytes.size();) {
                const qint64 step = std::min(sectorBytes - (change.at + from) % sectorBytes, change.bytes.size() - from);
                if (happens())
                    apply(content, { change.at + from, change.bytes.mid(from, step), -1 });
                from += step;
            }
        }
        if (!it->isThere && !happens())
            continue;
        QFile file(folder + u'/' + it.key());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cut: %s", qPrintable(file.errorString()));
    }
}

} // namespace motcua
