#pragma once

#include <QString>

#include <chrono>

namespace motcua {

// Time that nobody can set: how long this machine has been on, and which start of it this is. Thread-safe.
class BootClock
{
public:
    virtual ~BootClock() = default;
    virtual QString boot() const = 0;                        // differs from start to start; empty when the system does not say
    virtual std::chrono::milliseconds sinceBoot() const = 0; // sleep counts
};

class SystemBootClock final : public BootClock
{
public:
    QString boot() const override;
    std::chrono::milliseconds sinceBoot() const override;
};

} // namespace motcua
