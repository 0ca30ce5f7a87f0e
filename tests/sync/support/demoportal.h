#pragma once

#include "core/outbox/outbox.h"
#include "tests/sync/support/certificates.h"

#include <QList>
#include <QProcess>
#include <QUrl>

#include <utility>

namespace motcua {

// The real demo portal as a process, and what can be judged from outside on its disk.
class DemoPortal
{
public:
    DemoPortal(QString store, TestCertificates certificates, QStringList moreOptions = {});
    ~DemoPortal();

    bool start(); // on the port it had before, if any
    void kill();  // as kill -9 does
    QUrl url() const;

    // Empty when form and papers of `sent` lie there byte for byte and nothing else does.
    QString judge(const OutboundDossier &sent) const;
    int dossiersOnDisk() const;

    // What its page does: moves a dossier, or one branch of it alone. Answers the HTTP status (303 = done), 0 without an answer.
    // `more`: items, until, message, result, as its form has them.
    int move(const QString &dossierId, int status, const QString &note = {}, const QString &branch = {},
             const QList<std::pair<QString, QString>> &more = {}) const;

private:
    QString m_store;
    TestCertificates m_certificates;
    QStringList m_moreOptions;
    QProcess m_process;
    int m_port = 0;
};

} // namespace motcua
