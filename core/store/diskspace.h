#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

namespace motcua {

// What the file system has left. Virtual so that a test can have a full disk without one.
class DiskSpace
{
public:
    virtual ~DiskSpace() = default;
    // Bytes that this user may still write there; nothing where the system does not tell. QStorageInfo would know nothing where the
    // list of mounts does not name the folder (containers, chroots).
    virtual std::optional<qint64> freeBytes(const QString &folder) const;
};

// From profile.json, "space".
struct SpacePolicy
{
    qint64 warnBytes = 2048LL << 20;
    qint64 floorBytes = 512LL << 20;  // below it nothing new is begun, so that what is begun can be finished
    qint64 ballastBytes = 64LL << 20; // given up when the disk is full, so that sending and purging still work
};

enum class SpaceLevel { Good, Low, TooLow };
SpaceLevel spaceLevel(std::optional<qint64> freeBytes, const SpacePolicy &policy); // nobody can tell = Good

// SpaceTooLow, before anybody has typed anything.
Result<void> requireSpaceForCapture(const DiskSpace &disk, const QString &folder, const SpacePolicy &policy);

// A file without content of its own beside the database. On a full disk even a purge needs space to write (storage.md, row 9).
class Ballast
{
public:
    explicit Ballast(const QString &folder);

    bool isThere() const;
    // Takes the space for good, where the disk has more than the floor and the ballast together. False: not now.
    bool lay(const DiskSpace &disk, const SpacePolicy &policy);
    bool release(); // true when that freed something

private:
    QString m_folder;
    QString m_path;
};

} // namespace motcua
