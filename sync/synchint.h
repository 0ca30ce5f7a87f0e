#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace motcua {

// How the portal would like to be called (header Sync-Hint, portal-api.yaml). What is left out, unknown or out of bounds says nothing.
struct SyncHint
{
    std::optional<std::chrono::seconds> next;   // until the next call when nothing waits; 1 minute to 1 day
    std::optional<qint64> chunk;                // largest PATCH, bytes; 16 KiB to 16 MiB
    std::optional<int> parallel;                // connections at once; 1 to 4
    std::optional<std::chrono::seconds> spread; // over which first calls after a silence are drawn; up to 1 hour

    bool operator==(const SyncHint &) const = default;
};

// Pure. A dictionary by RFC 8941; one that breaks its grammar is ignored as a whole, as that document wants it.
SyncHint readSyncHint(const QByteArray &header);

} // namespace motcua
