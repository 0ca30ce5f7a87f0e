#include "core/counter/spacewatch.h"

#include "core/identity/kioskprofile.h"

namespace motcua {

SpacePolicy spacePolicyOf(const KioskProfile &profile)
{
    constexpr int mebi = 20;
    return { profile.spaceWarnMiB << mebi, profile.spaceFloorMiB << mebi, profile.ballastMiB << mebi };
}

SpaceWatch::SpaceWatch(const KioskProfile &profile, QString folder, const DiskSpace &disk)
    : m_policy(spacePolicyOf(profile))
    , m_folder(std::move(folder))
    , m_disk(disk)
{
}

SpaceWatch::State SpaceWatch::state() const
{
    const std::optional<qint64> free = m_disk.freeBytes(m_folder);
    return { spaceLevel(free, m_policy), free, Ballast(m_folder).isThere() };
}

Result<void> SpaceWatch::mayBegin() const
{
    return requireSpaceForCapture(m_disk, m_folder, m_policy);
}

void SpaceWatch::layBallast() const
{
    Ballast(m_folder).lay(m_disk, m_policy);
}

} // namespace motcua
