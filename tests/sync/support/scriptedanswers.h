#pragma once

#include "sync/syncpass.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/certificates.h"
#include "tests/sync/support/scriptedportal.h"

#include "core/base/clock.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <functional>

namespace motcua {

// What scripted portals say to a kiosk that sends dossiers, and such a kiosk.

QJsonObject callOf(const ScriptedPortal::Request &request);
QJsonObject receiptFor(const QJsonObject &dossier);
QJsonObject item(const QJsonObject &dossier, const QString &outcome, const QString &member, const QJsonValue &value);
QJsonObject received(const QJsonObject &dossier);
QJsonObject wanted(const QJsonObject &dossier, const QHash<QString, qint64> &held);
QByteArray answerJson(const QJsonArray &results, const QJsonArray &receipts = {}, const QString &cursor = QStringLiteral("c"),
                      bool more = false);

// The least that a good portal does; `each` may answer for one item instead.
using ForItem = std::function<QJsonObject(const QJsonObject &dossier)>;
ScriptedPortal::Answer goodSync(const ScriptedPortal::Request &request, const ForItem &each);
ScriptedPortal::Answer patched(qint64 offset);
QString uploadOf(const ScriptedPortal::Request &request);
// The least that a good portal does with an upload. Where the machine is slow a piece falls silent, and HEAD asks for its offset.
ScriptedPortal::Answer goodUpload(const ScriptedPortal::Request &request, QHash<QString, qint64> &held);

struct ScriptedKiosk
{
    MemoryOutbox outbox;
    SyncMonitor monitor;
    SystemClock clock;
    SyncMemory memory;
    QString token;

    SyncOutcome pass(
        const QUrl &url, const QString &ca, const StopAsked &stop = [] { return false; });
};

// What a test class inherits that lets such kiosks meet such portals.
class ScriptedSite
{
protected:
    using Kiosk = ScriptedKiosk;

    // `ca`: empty = the authority that signed the portals of this site.
    SyncOutcome pass(
        Kiosk &kiosk, const QUrl &url, const QString &ca = {}, const StopAsked &stop = [] { return false; }) const;

    QTemporaryDir m_folder;
    TestCertificates m_certificates = TestCertificates::make(m_folder.path());
};

} // namespace motcua
