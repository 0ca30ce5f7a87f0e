#include "core/assist/sealedzip.h"

#include "core/assist/ziplibrary.h"

#include <QDir>
#include <QSaveFile>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> notMade(const QString &why)
{
    return fail(ErrorCode::AssistPackNotMade, {}, why);
}

QString reason(const ZipLibrary &zip, zip_t *archive)
{
    return QString::fromUtf8(zip.strerror(archive));
}

bool add(const ZipLibrary &zip, zip_t *archive, const ZipEntry &entry, const QByteArray &passphrase, const QDateTime &at)
{
    zip_source_t *source = zip.source_buffer(archive, entry.content.constData(), zip_uint64_t(entry.content.size()), 0);
    if (!source)
        return false;
    const QByteArray name = entry.name.toUtf8();
    const zip_int64_t index = zip.file_add(archive, name.constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip.source_free(source);
        return false;
    }
    const auto place = zip_uint64_t(index);
    return zip.file_set_mtime(archive, place, at.toSecsSinceEpoch(), 0) == 0
           && zip.file_set_encryption(archive, place, ZIP_EM_AES_256, passphrase.constData()) == 0;
}

Result<QByteArray> bytesOf(const ZipLibrary &zip, zip_source_t *source)
{
    zip_stat_t stat;
    if (zip.source_stat(source, &stat) < 0 || zip.source_open(source) < 0)
        return notMade(u"not readable"_s);
    QByteArray bytes(qsizetype(stat.size), Qt::Uninitialized);
    const zip_int64_t read = zip.source_read(source, bytes.data(), stat.size);
    zip.source_close(source);
    if (read != zip_int64_t(stat.size))
        return notMade(u"cut short"_s);
    return bytes;
}

} // namespace

Result<QByteArray> sealedZip(const QList<ZipEntry> &entries, const QString &passphrase, const QDateTime &at)
{
    const std::optional<ZipLibrary> library = ZipLibrary::open();
    if (!library)
        return notMade(u"no libzip"_s);
    const ZipLibrary &zip = *library;
    if (!zip.encryption_method_supported(ZIP_EM_AES_256, 1))
        return notMade(u"libzip without AES"_s);
    zip_error_t error;
    zip.error_init(&error);
    const auto freeError = qScopeGuard([&] { zip.error_fini(&error); });
    zip_source_t *target = zip.source_buffer_create(nullptr, 0, 0, &error);
    if (!target)
        return notMade(QString::fromUtf8(zip.error_strerror(&error)));
    const auto freeTarget = qScopeGuard([&] { zip.source_free(target); });
    zip.source_keep(target); // the archive takes one hold, we keep another to read it afterwards
    zip_t *archive = zip.open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive) {
        zip.source_free(target);
        return notMade(QString::fromUtf8(zip.error_strerror(&error)));
    }
    const QByteArray secret = passphrase.toUtf8();
    for (const ZipEntry &entry : entries) {
        if (!add(zip, archive, entry, secret, at)) {
            const QString why = reason(zip, archive);
            zip.discard(archive);
            return notMade(why);
        }
    }
    if (zip.close(archive) < 0) {
        const QString why = reason(zip, archive);
        zip.discard(archive);
        return notMade(why);
    }
    return bytesOf(zip, target);
}

Result<QString> saveSealed(const QString &folder, const QString &code, const QByteArray &zip)
{
    const QString path = QDir(folder).filePath(code + u".zip"_s);
    QSaveFile file(path);
    const bool saved = QDir().mkpath(folder) && file.open(QIODevice::WriteOnly)
                       && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(zip) == zip.size()
                       && file.commit();
    if (!saved)
        return notMade(u"not written: %1"_s.arg(int(file.error())));
    return path;
}

} // namespace motcua
