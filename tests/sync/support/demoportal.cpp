#include "tests/sync/support/demoportal.h"

#include "core/base/ids.h"
#include "sync/curltransport.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString digestOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? sha256Hex(file.readAll()) : u"missing"_s;
}

} // namespace

DemoPortal::DemoPortal(QString store, TestCertificates certificates, QStringList moreOptions)
    : m_store(std::move(store))
    , m_certificates(std::move(certificates))
    , m_moreOptions(std::move(moreOptions))
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
}

DemoPortal::~DemoPortal()
{
    kill();
}

bool DemoPortal::start()
{
    m_process.start(QStringLiteral(MOTCUA_PORTAL),
                    QStringList { u"--listen"_s, u"127.0.0.1:%1"_s.arg(m_port), u"--store"_s, m_store, u"--cert"_s,
                                  m_certificates.chain, u"--key"_s, m_certificates.key }
                        + m_moreOptions);
    if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20'000))
        return false;
    const QByteArray line = m_process.readLine().trimmed();
    m_port = line.mid(line.lastIndexOf(':') + 1).toInt();
    return m_port > 0;
}

void DemoPortal::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QUrl DemoPortal::url() const
{
    return QUrl(u"https://127.0.0.1:%1"_s.arg(m_port));
}

QString DemoPortal::judge(const OutboundDossier &sent) const
{
    const QDir folder(m_store + u"/dossiers/"_s + sent.id);
    if (digestOf(folder.filePath(u"form.json"_s)) != sent.formSha256)
        return u"form.json differs"_s;
    const QStringList papers = QDir(folder.filePath(u"attachments"_s)).entryList(QDir::Files);
    if (papers.size() != sent.files.size())
        return u"%1 papers instead of %2"_s.arg(papers.size()).arg(sent.files.size());
    for (const OutboundFile &file : sent.files) {
        if (digestOf(folder.filePath(u"attachments/"_s + file.name)) != file.sha256)
            return file.name + u" differs"_s;
    }
    return {};
}

int DemoPortal::move(const QString &dossierId, int status, const QString &note, const QString &branch,
                     const QList<std::pair<QString, QString>> &more) const
{
    CurlTransport transport({ m_certificates.ca, url(), {}, std::chrono::seconds(2), {} });
    HttpRequest look;
    look.method = "GET";
    look.url = url();
    look.answerLimit = 1 << 24;
    const Transmission page = transport.send(look, {});
    if (!page)
        return 0;
    static const QRegularExpression token(u"name=\"token\" value=\"([0-9a-f]+)\""_s);
    QUrlQuery fields;
    fields.addQueryItem(u"token"_s, token.match(QString::fromUtf8(page->body)).captured(1));
    fields.addQueryItem(u"status"_s, QString::number(status));
    fields.addQueryItem(u"note"_s, note);
    fields.addQueryItem(u"branch"_s, branch);
    for (const auto &[name, value] : more)
        fields.addQueryItem(name, value);
    HttpRequest request;
    request.method = "POST";
    request.url = url();
    request.url.setPath(u"/dossiers/"_s + dossierId + u"/status"_s);
    request.headers = { { "Content-Type", "application/x-www-form-urlencoded" } };
    request.body = fields.query(QUrl::FullyEncoded).toUtf8();
    const Transmission answer = transport.send(request, {});
    return answer ? answer->status : 0;
}

int DemoPortal::dossiersOnDisk() const
{
    return int(QDir(m_store + u"/dossiers"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

} // namespace motcua
