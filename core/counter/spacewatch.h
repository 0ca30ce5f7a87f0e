#pragma once

#include "core/base/result.h"
#include "core/store/diskspace.h"

#include <QString>

namespace motcua {

struct KioskProfile;

// The free space of the disk that holds the dossiers. Any thread; asks the file system at each call (microseconds).
class SpaceWatch
{
public:
    SpaceWatch(const KioskProfile &profile, QString folder, const DiskSpace &disk);

    struct State
    {
        SpaceLevel level = SpaceLevel::Good;
        std::optional<qint64> freeBytes;
        bool hasBallast = false;
    };
    State state() const;
    const SpacePolicy &policy() const { return m_policy; }

    // Asked before a new dossier and before a new paper, so that nobody types what could not be kept. SpaceTooLow.
    Result<void> mayBegin() const;
    void layBallast() const; // when there is none and the disk has room for it

private:
    SpacePolicy m_policy;
    QString m_folder;
    const DiskSpace &m_disk;
};

SpacePolicy spacePolicyOf(const KioskProfile &profile);

} // namespace motcua
