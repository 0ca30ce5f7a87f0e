#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace portal {

// Who may write to one upload now. A newer PATCH takes the turn; the older one notices at its next byte.
struct UploadLane
{
    std::mutex mutex;
    std::uint64_t turn = 0;
    std::function<void()> stopWriter; // closes the connection of the PATCH that has the turn

    void takeTurn()
    {
        ++turn;
        if (stopWriter)
            stopWriter();
        stopWriter = nullptr;
    }
};

// One PATCH. Every byte that it took is in the file, whatever ends the connection; closing makes them durable.
class UploadWriter
{
public:
    enum class State { Writing, Superseded, TooMuch, DiskFull };

    ~UploadWriter();
    UploadWriter(const UploadWriter &) = delete;
    UploadWriter &operator=(const UploadWriter &) = delete;

    State write(std::string_view bytes);
    State state() const { return m_state; }
    std::int64_t offset() const { return m_offset; }
    bool discard(); // forgets the bytes of this PATCH: their checksum was wrong, or there were too many
    State close();  // fsync

private:
    friend class UploadFiles;
    UploadWriter(std::shared_ptr<UploadLane> lane, int descriptor, std::uint64_t turn, std::int64_t start, std::int64_t length);

    std::shared_ptr<UploadLane> m_lane;
    int m_descriptor;
    std::uint64_t m_turn;
    std::int64_t m_start;
    std::int64_t m_offset;
    std::int64_t m_length;
    State m_state = State::Writing;
};

// STORE/uploads: one file per upload, whose length is the offset. Thread-safe.
class UploadFiles
{
public:
    explicit UploadFiles(std::filesystem::path directory);

    std::filesystem::path pathOf(const std::string &id) const { return m_directory / id; }
    std::int64_t held(const std::string &id) const;

    struct Opening
    {
        std::unique_ptr<UploadWriter> writer; // null: see below
        std::int64_t held = 0;                // bytes there; another offset than asked for means a conflict
        bool diskFull = false;
    };
    Opening open(const std::string &id, std::int64_t offset, std::int64_t length, std::function<void()> stopConnection);

    // Runs `work` while nobody writes. What takes bytes away must take the turn first.
    void exclusively(const std::string &id, const std::function<void(UploadLane &)> &work);
    bool sync(const std::string &id) const;
    bool empty(const std::string &id, UploadLane &lane) const; // back to offset 0
    void remove(const std::string &id, UploadLane &lane) const;
    void removeAllBut(const std::function<bool(const std::string &)> &isKnown) const;

private:
    std::shared_ptr<UploadLane> laneOf(const std::string &id);

    std::filesystem::path m_directory;
    std::mutex m_mutex;
    std::map<std::string, std::weak_ptr<UploadLane>> m_lanes;
};

} // namespace portal
