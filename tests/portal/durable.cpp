#include "tests/portal/durable.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace fs = std::filesystem;

namespace portal {

namespace {

bool syncAndClose(int descriptor)
{
    const bool synced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && synced;
}

} // namespace

bool syncDirectory(const fs::path &directory)
{
    const int descriptor = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return descriptor >= 0 && syncAndClose(descriptor);
}

bool writeDurably(const fs::path &file, std::string_view bytes)
{
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return false;
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            ::close(descriptor);
            return false;
        }
        bytes.remove_prefix(std::size_t(written));
    }
    return syncAndClose(descriptor);
}

bool linkOrCopyDurably(const fs::path &from, const fs::path &to)
{
    std::error_code error;
    fs::create_hard_link(from, to, error);
    if (!error)
        return true;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, error);
    if (error)
        return false;
    const int descriptor = ::open(to.c_str(), O_RDONLY | O_CLOEXEC);
    return descriptor >= 0 && syncAndClose(descriptor);
}

} // namespace portal
