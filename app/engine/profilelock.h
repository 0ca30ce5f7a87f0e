#pragma once

#include "core/base/result.h"
#include "core/identity/kioskprofile.h"

#include <memory>

namespace motcua {

// One process at a time per profile, for as long as this lives. Where the platform has flock() the kernel holds the lock, so that a
// killed program or a power cut leaves none behind, and nothing is written that a start would have to wait for on the disk.
class ProfileLock
{
public:
    static Result<std::unique_ptr<ProfileLock>> take(const ProfileFiles &files); // ProfileInUse
    ~ProfileLock();

private:
    struct Held;
    explicit ProfileLock(std::unique_ptr<Held> held);
    std::unique_ptr<Held> m_held;
};

} // namespace motcua
