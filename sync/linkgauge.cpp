#include "sync/linkgauge.h"

#include "sync/linkpolicy.h"

#include <algorithm>

namespace motcua {

using namespace std::chrono_literals;

namespace {

constexpr auto window = 1s;
constexpr qsizetype windowsKept = 10;
constexpr double windowWeight = 0.25; // of a new window
constexpr double fade = 0.95;
constexpr double enoughToJudge = 40'000; // bytes

} // namespace

LinkGauge::LinkGauge(Instant now)
    : m_lanes(linkpolicy::fewestLanes)
    , m_lookedAt(now)
    , m_windowStart(now)
{
}

void LinkGauge::begin()
{
    m_onTheWay = 0;
    m_busy = false;
    m_hasMore = false;
    m_kernelsRate = 0;
}

void LinkGauge::add(const SocketFigures &figures, const Step &step, bool hasMore)
{
    m_windowBytes += step.delivered;
    m_sent += double(step.sent);
    m_retransmitted += double(step.retransmitted);
    m_onTheWay += figures.onTheWay();
    m_busy = m_busy || figures.unacknowledged > 0;
    m_hasMore = m_hasMore || hasMore;
    m_kernelsRate = std::max(m_kernelsRate, figures.deliveryRate);
    if (figures.rtt.count() == 0)
        return;
    m_rtt = figures.rtt;
    m_rttVariation = figures.rttVariation;
    // Of smoothed times: with the shortest single one a link that jitters would look shorter than it is.
    m_leastRtt = m_leastRtt.count() > 0 ? std::min(m_leastRtt, figures.rtt) : figures.rtt;
}

void LinkGauge::end(Instant now)
{
    const std::chrono::duration<double> passed = now - m_lookedAt;
    m_lookedAt = now;
    if (m_busy)
        m_windowBusy += passed;
    if (m_hasMore && m_onTheWay < path())
        m_windowStarved += passed;
    if (now - m_windowStart < window)
        return;
    closeWindow(std::chrono::duration<double>(now - m_windowStart).count());
    m_windowStart = now;
    m_windowBytes = 0;
    m_windowBusy = m_windowStarved = {};
}

void LinkGauge::closeWindow(double seconds)
{
    constexpr double mostlyBusy = 0.8;
    constexpr double mostlyStarved = 0.5;
    constexpr double neverStarved = 0.1;
    constexpr double moving = 0.3;
    constexpr int enoughStarvedWindows = 3;
    constexpr int enoughFullWindows = 20;
    const bool busy = m_windowBusy.count() > mostlyBusy * seconds;
    const bool moves = double(m_windowBytes) > moving * m_goodput * seconds; // no outage
    if (m_windowBytes > 0 && m_windowBusy.count() > 0) {
        const double rate = double(m_windowBytes) / seconds;
        m_goodput = m_goodput > 0 ? m_goodput * (1 - windowWeight) + rate * windowWeight : rate;
        m_rates.append(qint64(rate));
        if (m_rates.size() > windowsKept)
            m_rates.removeFirst();
    }
    if (busy && m_leastRtt.count() > 0) {
        const double ratio = double(m_rtt.count()) / double(m_leastRtt.count());
        constexpr double ratioWeight = 0.5;
        m_rttRatio = m_rttRatio > 0 ? m_rttRatio * (1 - ratioWeight) + ratio * ratioWeight : ratio;
    }
    if (m_sent > enoughToJudge)
        m_losesOnAir = linkpolicy::losesOnAir(m_losesOnAir, retransmitShare(), m_rttRatio);
    m_sent *= fade;
    m_retransmitted *= fade;

    const double starved = m_windowStarved.count() / seconds;
    m_fullWindows = busy && starved < neverStarved ? m_fullWindows + 1 : 0;
    m_starvedWindows = busy && moves && starved > mostlyStarved ? m_starvedWindows + 1 : 0;
    if (m_starvedWindows >= enoughStarvedWindows) {
        m_lanes = std::min(m_lanes + 1, linkpolicy::mostLanes);
        m_starvedWindows = 0;
    } else if (m_fullWindows >= enoughFullWindows) {
        m_lanes = std::max(m_lanes - 1, linkpolicy::fewestLanes);
        m_fullWindows = 0;
    }
}

std::chrono::milliseconds LinkGauge::rtt() const
{
    return std::chrono::ceil<std::chrono::milliseconds>(m_rtt);
}

std::chrono::milliseconds LinkGauge::rttVariation() const
{
    return std::chrono::ceil<std::chrono::milliseconds>(m_rttVariation);
}

double LinkGauge::retransmitShare() const
{
    return m_sent > 0 ? m_retransmitted / m_sent : 0;
}

qint64 LinkGauge::path() const
{
    const qint64 measured = m_rates.isEmpty() ? 0 : *std::max_element(m_rates.begin(), m_rates.end());
    return std::max(measured, m_kernelsRate) * m_leastRtt.count() / 1'000'000;
}

} // namespace motcua
