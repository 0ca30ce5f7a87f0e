#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace motcua {

// A disk whose power can be cut: an SQLite VFS over the system's own, which becomes the default while it lives and watches one folder. It
// remembers for each file what was synced and every write since. cutInto() makes the folder that a cut now could leave: what was synced,
// and of what was written later any part, torn at 512 bytes; a file that was never synced may be missing. One at a time, one thread.
class PowerCutVfs
{
public:
    explicit PowerCutVfs(const QString &folder);
    ~PowerCutVfs();
    PowerCutVfs(const PowerCutVfs &) = delete;
    PowerCutVfs &operator=(const PowerCutVfs &) = delete;

    // Called before each operation that changes or syncs a file.
    void beforeEach(std::function<void()> observer);
    void cutInto(const QString &folder, quint32 seed) const;
    static qint64 operations();
};

} // namespace motcua
