#include "app/engine/profilelock.h"

#include <QDir>

#ifdef Q_OS_UNIX
#    include <QFile>
#    include <fcntl.h>
#    include <sys/file.h>
#    include <unistd.h>
#else
#    include <QLockFile>
#endif

namespace motcua {

#ifdef Q_OS_UNIX

struct ProfileLock::Held
{
    explicit Held(const QString &path)
        : file(::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
        , mine(file >= 0 && ::flock(file, LOCK_EX | LOCK_NB) == 0)
    {
    }
    ~Held()
    {
        if (file >= 0)
            ::close(file); // the file stays: a name that comes and goes could be locked twice
    }
    Held(const Held &) = delete;
    Held &operator=(const Held &) = delete;

    const int file;
    const bool mine;
};

#else

struct ProfileLock::Held
{
    explicit Held(const QString &path)
        : file(path)
        , mine(file.tryLock(0))
    {
    }

    QLockFile file;
    const bool mine;
};

#endif

ProfileLock::ProfileLock(std::unique_ptr<Held> held)
    : m_held(std::move(held))
{
}

ProfileLock::~ProfileLock() = default;

Result<std::unique_ptr<ProfileLock>> ProfileLock::take(const ProfileFiles &files)
{
    QDir().mkpath(files.directory);
    auto held = std::make_unique<Held>(files.lock());
    if (!held->mine)
        return fail(ErrorCode::ProfileInUse, files.directory);
    return std::unique_ptr<ProfileLock>(new ProfileLock(std::move(held)));
}

} // namespace motcua
