#pragma once

#include <QByteArray>
#include <QList>
#include <QtGlobal>

#include <chrono>
#include <optional>

namespace motcua {

// Knocks at an address that answered before, with new TCP connections, more often than a kernel repeats its SYN: so that a link that
// comes back is noticed within about one round trip. Sends nothing but SYNs; which server it is that answers is for TLS to find out.
class Knocker
{
public:
    using Instant = std::chrono::steady_clock::time_point;

    Knocker() = default;
    ~Knocker();
    Knocker(const Knocker &) = delete;
    Knocker &operator=(const Knocker &) = delete;

    void learn(qintptr connectedSocket); // its far end is the address from now on
    void forget();
    bool knowsAddress() const { return !m_address.isEmpty(); }

    // Keeps knocking while connections are wanted; to be called often. `rtt` zero = not known.
    void step(Instant now, int wanted, std::chrono::milliseconds rtt);
    std::optional<qintptr> take();             // a connected socket; the caller owns it
    bool refused() const { return m_refused; } // somebody answered, and said no
    QList<qintptr> pending() const;

private:
    struct Attempt
    {
        qintptr socket;
        Instant since;
    };
    enum class State { Pending, Connected, Failed };

    void knock(Instant now);
    void closeAll();
    State stateOf(qintptr socket);

    QByteArray m_address;
    int m_family = 0;
    QList<Attempt> m_pending;
    QList<qintptr> m_connected;
    std::optional<Instant> m_since;
    Instant m_last;
    bool m_refused = false;
};

} // namespace motcua
