#pragma once

#include "tests/sync/support/certificates.h"
#include "tests/sync/support/tlsserver.h"

#include <QMutex>
#include <QUrl>

#include <atomic>
#include <functional>
#include <utility>

class QSslSocket;

namespace motcua {

// A proxy as provinces put before a portal: it ends TLS with a certificate of the province, takes each request whole, and only then
// hands it on. A thread for each connection.
class BufferingProxy final
{
public:
    // What to do with a request that has a body, asked when its header is here.
    struct Treatment
    {
        qint64 cutAfter = -1;        // bytes of the body; then the connection breaks and nothing is handed on. -1: never
        bool holdUntilAsked = false; // until the kiosk has got its offset over another connection (at most 20 s)
    };
    using Plan = std::function<Treatment(const QByteArray &method, qint64 length)>; // called from several threads

    BufferingProxy(const TestCertificates &certificates, const QUrl &portal, Plan plan = {});

    QUrl url() const { return m_server.url(); }
    qint64 keptByPortal() const { return m_kept; } // bytes of papers that the portal has confirmed
    QList<qint64> patches() const;                 // lengths, as their headers came

    // Breaks the connection after so many bytes of each answer to an address that begins like this; -1: no more. `times`: how often,
    // after `skip` answers that pass.
    void cutAnswers(const QByteArray &address, qint64 after, int times = 1'000'000, int skip = 0);
    QList<qint64> answers(const QByteArray &address) const; // bytes that went to the kiosk, with the headers

private:
    void serve(QSslSocket &kiosk);
    bool readRequest(QSslSocket &kiosk, QByteArray &buffer, QByteArray &request);
    QByteArray handOn(const QByteArray &request);
    qint64 allowed(const QByteArray &address, qint64 length);
    void pause(int milliseconds, const std::function<bool()> &enough) const;

    const TestCertificates m_certificates;
    const QUrl m_portal;
    const Plan m_plan;
    std::atomic<qint64> m_kept = 0;
    mutable QMutex m_mutex;
    QList<qint64> m_patches;
    QByteArray m_cutAddress;
    qint64 m_cutAfter = -1;
    int m_cutTimes = 0;
    int m_cutSkip = 0;
    QList<std::pair<QByteArray, qint64>> m_answers;
    QList<QByteArray> m_offsetsTold; // addresses of uploads
    TlsServer m_server;
};

} // namespace motcua
