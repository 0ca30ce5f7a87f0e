#include "powercutvfs.h"

#include "passthroughvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QRandomGenerator>

#include <optional>

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
std::optional<PassThroughVfs> vfs;

struct File
{
    PassThroughFile handedOn;
    Watched *watched;
};

File *own(sqlite3_file *file)
{
    return reinterpret_cast<File *>(file);
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

int deviceCharacteristics(sqlite3_file *)
{
    return 0; // nothing is promised: no atomic writes, no order
}

sqlite3_io_methods watchingMethods()
{
    sqlite3_io_methods methods = passThroughMethods();
    methods.xWrite = writeFile;
    methods.xTruncate = truncateFile;
    methods.xSync = syncFile;
    methods.xDeviceCharacteristics = deviceCharacteristics;
    return methods;
}

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
    static const sqlite3_io_methods methods = watchingMethods();
    own(file)->watched = watchedFor(name);
    return vfs->openInner(name, file, flags, outFlags, methods);
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    if (const QFileInfo info(QString::fromUtf8(name)); info.absolutePath() == state.folder)
        state.files.remove(info.fileName());
    return vfs->real()->xDelete(vfs->real(), name, syncFolder);
}

} // namespace

PowerCutVfs::PowerCutVfs(const QString &folder)
{
    state = {};
    state.folder = QFileInfo(folder).canonicalFilePath();
    vfs.emplace("motcua-powercut", int(sizeof(File)), openFile);
    vfs->replaceDelete(deleteFile);
}

PowerCutVfs::~PowerCutVfs()
{
    vfs.reset();
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
