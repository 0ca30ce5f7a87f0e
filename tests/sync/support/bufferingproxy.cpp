#include "tests/sync/support/bufferingproxy.h"

#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// The value of a header; `name` in lower case.
QByteArray headerOf(const QByteArray &message, const QByteArray &name)
{
    for (const QByteArray &line : message.left(message.indexOf("\r\n\r\n")).split('\n')) {
        if (line.left(name.size()).toLower() == name && line.mid(name.size(), 1) == ":")
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

QByteArray addressOf(const QByteArray &request)
{
    return request.left(request.indexOf("\r\n")).split(' ').value(1);
}

} // namespace

BufferingProxy::BufferingProxy(const TestCertificates &certificates, const QUrl &portal, Plan plan)
    : m_certificates(certificates)
    , m_portal(portal)
    , m_plan(std::move(plan))
    , m_server(certificates.chain, certificates.key, [this](QSslSocket &kiosk) { serve(kiosk); })
{
}

void BufferingProxy::cutAnswers(const QByteArray &address, qint64 after, int times, int skip)
{
    const QMutexLocker locker(&m_mutex);
    m_cutAddress = address;
    m_cutAfter = after;
    m_cutTimes = times;
    m_cutSkip = skip;
}

QList<qint64> BufferingProxy::answers(const QByteArray &address) const
{
    const QMutexLocker locker(&m_mutex);
    QList<qint64> found;
    for (const auto &[to, bytes] : m_answers) {
        if (to.startsWith(address))
            found.append(bytes);
    }
    return found;
}

qint64 BufferingProxy::allowed(const QByteArray &address, qint64 length)
{
    const QMutexLocker locker(&m_mutex);
    const bool cuts = m_cutAfter >= 0 && m_cutAfter < length && m_cutTimes > 0 && address.startsWith(m_cutAddress);
    if (cuts && m_cutSkip-- <= 0) {
        --m_cutTimes;
        length = m_cutAfter;
    }
    m_answers.append({ address, length });
    return length;
}

QList<qint64> BufferingProxy::patches() const
{
    const QMutexLocker locker(&m_mutex);
    return m_patches;
}

void BufferingProxy::serve(QSslSocket &kiosk)
{
    QByteArray buffer;
    QByteArray request;
    while (!m_server.stops() && readRequest(kiosk, buffer, request)) {
        const QByteArray answer = handOn(request);
        if (answer.isEmpty())
            return;
        const qint64 length = allowed(addressOf(request), answer.size());
        m_server.send(kiosk, answer.left(length));
        if (length < answer.size()) {
            pause(200, [] { return false; }); // what was written is on its way
            return;
        }
        if (request.startsWith("HEAD ")) {
            const QMutexLocker locker(&m_mutex);
            m_offsetsTold.append(addressOf(request));
        }
    }
}

bool BufferingProxy::readRequest(QSslSocket &kiosk, QByteArray &buffer, QByteArray &request)
{
    while (!buffer.contains("\r\n\r\n")) {
        if (!m_server.receive(kiosk, buffer))
            return false;
    }
    const QByteArray method = buffer.left(buffer.indexOf(' '));
    const qint64 length = headerOf(buffer, "content-length").toLongLong();
    const qsizetype head = buffer.indexOf("\r\n\r\n") + 4;
    Treatment treatment;
    if (length > 0 && m_plan)
        treatment = m_plan(method, length);
    if (method == "PATCH") {
        const QMutexLocker locker(&m_mutex);
        m_patches.append(length);
    }
    const qsizetype enough = head + (treatment.cutAfter >= 0 && treatment.cutAfter < length ? treatment.cutAfter : length);
    while (buffer.size() < enough) {
        if (!m_server.receive(kiosk, buffer))
            return false;
    }
    if (enough < head + length) {
        pause(500, [] { return false; }); // so that the kiosk's kernel has heard that these bytes arrived
        return false;
    }
    request = buffer.left(head + length);
    buffer.remove(0, head + length);
    pause(treatment.holdUntilAsked ? 20'000 : 0, [this, address = addressOf(request)] {
        const QMutexLocker locker(&m_mutex);
        return m_offsetsTold.contains(address); // NOLINT(clang-analyzer-core.CallAndMessage): `this` is never null
    });
    return true;
}

// One connection for each request, as simple proxies do.
QByteArray BufferingProxy::handOn(const QByteArray &request)
{
    QSslSocket portal;
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(contentOf(m_certificates.ca)));
    portal.setSslConfiguration(configuration);
    portal.connectToHostEncrypted(m_portal.host(), quint16(m_portal.port()));
    if (!portal.waitForEncrypted(20'000))
        return {};
    portal.write(request);
    QByteArray answer;
    const bool head = request.startsWith("HEAD ");
    const auto whole = [&] {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        return end >= 0 && (head || answer.size() >= end + 4 + headerOf(answer, "content-length").toLongLong());
    };
    while (!whole() && m_server.receive(portal, answer)) {
    }
    if (!whole())
        return {};
    if (request.startsWith("PATCH ") && (answer.startsWith("HTTP/1.1 204") || answer.startsWith("HTTP/1.1 200")))
        m_kept += headerOf(answer, "upload-offset").toLongLong() - headerOf(request, "upload-offset").toLongLong();
    return answer;
}

void BufferingProxy::pause(int milliseconds, const std::function<bool()> &enough) const
{
    QElapsedTimer since;
    since.start();
    while (!m_server.stops() && since.elapsed() < milliseconds && !enough())
        QThread::msleep(5);
}

} // namespace motcua
