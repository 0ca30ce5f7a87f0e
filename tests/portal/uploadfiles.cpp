#include "tests/portal/uploadfiles.h"

#include "tests/portal/durable.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace fs = std::filesystem;

namespace portal {

UploadWriter::UploadWriter(std::shared_ptr<UploadLane> lane, int descriptor, std::uint64_t turn, std::int64_t start,
                           std::int64_t length)
    : m_lane(std::move(lane))
    , m_descriptor(descriptor)
    , m_turn(turn)
    , m_start(start)
    , m_offset(start)
    , m_length(length)
{
}

UploadWriter::~UploadWriter()
{
    close();
}

UploadWriter::State UploadWriter::write(std::string_view bytes)
{
    const std::lock_guard lock(m_lane->mutex);
    if (m_lane->turn != m_turn)
        m_state = State::Superseded;
    else if (std::int64_t(bytes.size()) > m_length - m_offset)
        m_state = State::TooMuch;
    while (m_state == State::Writing && !bytes.empty()) {
        const ssize_t written = ::pwrite(m_descriptor, bytes.data(), bytes.size(), m_offset);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            m_state = State::DiskFull;
            break;
        }
        m_offset += written;
        bytes.remove_prefix(std::size_t(written));
    }
    return m_state;
}

bool UploadWriter::discard()
{
    const std::lock_guard lock(m_lane->mutex);
    if (m_lane->turn != m_turn)
        return false;
    m_offset = m_start;
    return ::ftruncate(m_descriptor, m_start) == 0;
}

UploadWriter::State UploadWriter::close()
{
    if (m_descriptor < 0)
        return m_state;
    const bool synced = ::fsync(m_descriptor) == 0;
    // After this line nobody may stop our connection any more: its socket may soon belong to another request.
    const std::lock_guard lock(m_lane->mutex);
    if (m_lane->turn == m_turn)
        m_lane->stopWriter = nullptr;
    else
        m_state = State::Superseded;
    if (!synced && m_state == State::Writing)
        m_state = State::DiskFull;
    ::close(m_descriptor);
    m_descriptor = -1;
    return m_state;
}

UploadFiles::UploadFiles(fs::path directory)
    : m_directory(std::move(directory))
{
    fs::create_directories(m_directory);
}

std::int64_t UploadFiles::held(const std::string &id) const
{
    std::error_code error;
    const auto size = fs::file_size(pathOf(id), error);
    return error ? 0 : std::int64_t(size);
}

UploadFiles::Opening UploadFiles::open(const std::string &id, std::int64_t offset, std::int64_t length,
                                       std::function<void()> stopConnection)
{
    const auto lane = laneOf(id);
    const std::lock_guard lock(lane->mutex);
    Opening opening;
    opening.held = held(id);
    if (opening.held != offset)
        return opening;
    const bool isNew = !fs::exists(pathOf(id));
    const int descriptor = ::open(pathOf(id).c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0 || (isNew && !syncDirectory(m_directory))) {
        if (descriptor >= 0)
            ::close(descriptor);
        opening.diskFull = true;
        return opening;
    }
    lane->takeTurn();
    lane->stopWriter = std::move(stopConnection);
    opening.writer.reset(new UploadWriter(lane, descriptor, lane->turn, offset, length));
    return opening;
}

void UploadFiles::exclusively(const std::string &id, const std::function<void(UploadLane &)> &work)
{
    const auto lane = laneOf(id);
    const std::lock_guard lock(lane->mutex);
    work(*lane);
}

bool UploadFiles::sync(const std::string &id) const
{
    const int descriptor = ::open(pathOf(id).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && synced;
}

bool UploadFiles::empty(const std::string &id, UploadLane &lane) const
{
    lane.takeTurn();
    std::error_code error;
    fs::resize_file(pathOf(id), 0, error);
    return !error && sync(id);
}

void UploadFiles::remove(const std::string &id, UploadLane &lane) const
{
    lane.takeTurn();
    std::error_code ignored;
    fs::remove(pathOf(id), ignored);
    syncDirectory(m_directory);
}

void UploadFiles::removeAllBut(const std::function<bool(const std::string &)> &isKnown) const
{
    std::error_code ignored;
    for (const auto &entry : fs::directory_iterator(m_directory, ignored)) {
        if (!isKnown(entry.path().filename().string()))
            fs::remove(entry.path(), ignored);
    }
}

std::shared_ptr<UploadLane> UploadFiles::laneOf(const std::string &id)
{
    const std::lock_guard lock(m_mutex);
    if (auto lane = m_lanes[id].lock())
        return lane;
    std::erase_if(m_lanes, [](const auto &entry) { return entry.second.expired(); });
    auto lane = std::make_shared<UploadLane>();
    m_lanes[id] = lane;
    return lane;
}

} // namespace portal
