#include "core/store/diskspace.h"

#include "core/base/log.h"
#include "core/store/guard.h"

#include <QFile>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <system_error>

#ifdef Q_OS_UNIX
#    include <fcntl.h>
#endif

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Blocks that are really taken: a file with a hole would free nothing.
bool takeBlocks(QFile &file, qint64 bytes)
{
#ifdef Q_OS_LINUX
    if (::posix_fallocate(file.handle(), 0, bytes) == 0)
        return true;
#endif
    const QByteArray block(1 << 20, '\0');
    for (qint64 written = 0; written < bytes; written += block.size()) {
        if (file.write(block.constData(), std::min<qint64>(block.size(), bytes - written)) <= 0)
            return false;
    }
    return file.flush();
}

} // namespace

std::optional<qint64> DiskSpace::freeBytes(const QString &folder) const
{
    std::error_code unknown;
    const auto space = std::filesystem::space(std::filesystem::path(folder.toStdU16String()), unknown);
    if (unknown)
        return {};
    return qint64(std::min<std::uintmax_t>(space.available, std::uintmax_t(std::numeric_limits<qint64>::max())));
}

SpaceLevel spaceLevel(std::optional<qint64> freeBytes, const SpacePolicy &policy)
{
    if (!freeBytes || *freeBytes >= policy.warnBytes)
        return SpaceLevel::Good;
    return *freeBytes < policy.floorBytes ? SpaceLevel::TooLow : SpaceLevel::Low;
}

Result<void> requireSpaceForCapture(const DiskSpace &disk, const QString &folder, const SpacePolicy &policy)
{
    const std::optional<qint64> free = disk.freeBytes(folder);
    if (free && *free < policy.floorBytes)
        return fail(ErrorCode::SpaceTooLow, u"%1 MB"_s.arg(*free >> 20), u"floor %1 MB"_s.arg(policy.floorBytes >> 20));
    return {};
}

Ballast::Ballast(const QString &folder)
    : m_folder(folder)
    , m_path(folder + u"/ballast"_s)
{
}

bool Ballast::isThere() const
{
    return QFile::exists(m_path);
}

bool Ballast::lay(const DiskSpace &disk, const SpacePolicy &policy)
{
    if (isThere())
        return true;
    const std::optional<qint64> free = disk.freeBytes(m_folder);
    if (policy.ballastBytes <= 0 || !free || *free < policy.floorBytes + policy.ballastBytes)
        return false;
    QFile file(m_path);
    const bool taken = file.open(QIODevice::WriteOnly) && takeBlocks(file, policy.ballastBytes);
    file.close();
    if (!taken)
        release();
    return taken;
}

bool Ballast::release()
{
    if (!isThere())
        return false;
    const Result<void> removed = removeExpendable(m_path);
    qCWarning(logStore) << "the disk is full: ballast given up" << removed.has_value();
    return removed.has_value();
}

} // namespace motcua
