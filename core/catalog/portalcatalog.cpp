#include "core/catalog/portalcatalog.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/log.h"
#include "core/catalog/catalog.h"
#include "core/vault/durablefile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto partName = "/portal.part"_L1;
constexpr qint64 longestHead = 4096; // bytes

std::optional<ErrorCode> codeOf(const QString &id)
{
    const QList<ErrorCode> all = allErrorCodes();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](ErrorCode code) { return errorId(code) == id; });
    return found == all.cend() ? std::nullopt : std::optional(*found);
}

} // namespace

PortalCatalog::PortalCatalog(Catalog &catalog, const QString &folder, const Clock &clock)
    : m_catalog(catalog)
    , m_folder(folder)
    , m_clock(clock)
{
    read();
}

QByteArray PortalCatalog::tag()
{
    // What was installed is not usable any more: the portal's file would mend it.
    if (!m_catalog.problems().isEmpty())
        return {};
    const QMutexLocker locker(&m_mutex);
    return m_memory.tag;
}

void PortalCatalog::take(const QByteArray &file, const QByteArray &tag)
{
    const Result<BundlePtr> installed = m_catalog.install(file);
    // The disk is to blame, not the file: it is worth fetching again.
    if (!installed && installed.error().code == ErrorCode::BundleNotSaved) {
        qCWarning(logApp).noquote() << "procedures of the portal:" << forLog(installed.error());
        return;
    }
    const QMutexLocker locker(&m_mutex);
    m_memory.tag = tag;
    m_memory.refused.reset();
    if (!installed) {
        qCWarning(logApp).noquote() << "procedures of the portal are refused:" << forLog(installed.error());
        if (installed.error().code != ErrorCode::BundleOlder)
            m_memory.refused = RefusedFile { installed.error(), m_clock.now() };
    }
    keep();
}

QByteArray PortalCatalog::installedFile()
{
    const BundlePtr installed = m_catalog.installed();
    return installed ? installed->source : QByteArray();
}

// One line of JSON and the bytes behind it. Whoever damages it is found out by the digest.
ProcedureDownload PortalCatalog::download()
{
    QFile file(m_folder + partName);
    if (!file.open(QIODevice::ReadOnly) || file.size() > largestFile + longestHead)
        return {};
    const QJsonObject head = QJsonDocument::fromJson(file.readLine(longestHead)).object();
    const auto text = [&](QLatin1StringView name) { return head.value(name).toString().toLatin1(); };
    ProcedureDownload begun;
    begun.tag = text("tag"_L1);
    begun.fileTag = text("fileTag"_L1);
    begun.mediaType = text("mediaType"_L1);
    begun.base = text("base"_L1);
    begun.digest = QByteArray::fromHex(text("digest"_L1));
    begun.size = head.value("size"_L1).toInteger();
    begun.bytes = file.readAll();
    return begun.bytes.size() < begun.size ? begun : ProcedureDownload {};
}

void PortalCatalog::keepDownload(const ProcedureDownload &download)
{
    if (download.bytes.isEmpty()) {
        QFile::remove(m_folder + partName);
        return;
    }
    const QJsonObject head { { "tag"_L1, QString::fromLatin1(download.tag) },
                             { "fileTag"_L1, QString::fromLatin1(download.fileTag) },
                             { "mediaType"_L1, QString::fromLatin1(download.mediaType) },
                             { "base"_L1, QString::fromLatin1(download.base) },
                             { "digest"_L1, QString::fromLatin1(download.digest.toHex()) },
                             { "size"_L1, download.size } };
    const QByteArray line = QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n';
    if (!QDir().mkpath(m_folder) || !writeDurably(m_folder + partName, line + download.bytes))
        qCWarning(logApp) << "a download of procedures could not be kept";
}

std::optional<RefusedFile> PortalCatalog::refused() const
{
    const QMutexLocker locker(&m_mutex);
    return m_memory.refused;
}

void PortalCatalog::read()
{
    QFile file(m_folder + u"/portal.json"_s);
    const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    m_memory.tag = json.value("tag"_L1).toString().toLatin1();
    if (const auto code = codeOf(json.value("error"_L1).toString()))
        m_memory.refused = RefusedFile { { *code, json.value("subject"_L1).toString(), json.value("detail"_L1).toString() },
                                         fromRfc3339(json.value("at"_L1).toString()) };
}

void PortalCatalog::keep()
{
    QJsonObject json { { "tag"_L1, QString::fromLatin1(m_memory.tag) } };
    if (m_memory.refused) {
        json.insert("error"_L1, errorId(m_memory.refused->why.code));
        json.insert("subject"_L1, m_memory.refused->why.subject);
        json.insert("detail"_L1, m_memory.refused->why.detail);
        json.insert("at"_L1, toRfc3339(m_memory.refused->at));
    }
    // Not written means asked once more after the next start.
    if (!QDir().mkpath(m_folder) || !writeDurably(m_folder + u"/portal.json"_s, QJsonDocument(json).toJson()))
        qCWarning(logApp) << "what the portal offered last could not be written down";
}

} // namespace motcua
