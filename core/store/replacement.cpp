#include "core/store/replacement.h"

#include "core/store/guard.h"
#include "core/store/sqlitefailure.h"
#include "core/vault/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <filesystem>
#include <system_error>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

std::filesystem::path native(const QString &path)
{
    return std::filesystem::path(path.toStdU16String());
}

QString intentOf(const QString &path)
{
    return path + u".replacing"_s;
}

// Both names lead to the old file until the new one takes the first; where there are no links it is renamed.
Result<void> keepAside(const QString &path, const QString &kept)
{
    if (QFileInfo::exists(kept) || !QFileInfo::exists(path))
        return {};
    std::error_code failed;
    std::filesystem::create_hard_link(native(path), native(kept), failed);
    return failed ? moveIntoPlace(path, kept) : Result<void>();
}

Result<void> carryOut(const QString &path, const QString &fresh, const QString &folder)
{
    if (!QFileInfo::exists(fresh)) // it has its name already
        return {};
    if (!QDir().mkpath(folder))
        return storeFailure(u"no folder for the file that is kept"_s);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString kept = folder + u'/' + QFileInfo(path).fileName();
    if (const Result<void> aside = keepAside(path, kept); !aside)
        return aside;
    for (const QLatin1StringView suffix : { "-wal"_L1, "-shm"_L1 }) {
        if (!QFileInfo::exists(path + suffix))
            continue;
        if (const Result<void> moved = moveIntoPlace(path + suffix, kept + suffix); !moved)
            return moved;
    }
    if (!syncFolderOf(kept) || !syncFolderOf(folder))
        return storeFailure(u"the file that is kept is not on the disk yet"_s);
    if (QFileInfo::exists(path) && !QFileInfo::exists(kept))
        return destructionRefused(u"the file before is not kept"_s);
    std::error_code failed;
    std::filesystem::rename(native(fresh), native(path), failed); // over the second name of what is kept
    return failed || !syncFolderOf(path) ? storeFailure(u"not renamed"_s) : Result<void>();
}

} // namespace

Result<QString> replaceDatabase(const QString &path, const QString &fresh, const QString &keptFolderName)
{
    const bool isThere = QFileInfo::exists(path);
    if (!writeDurably(intentOf(path), (QFileInfo(fresh).fileName() + u'\n' + keptFolderName + u'\n').toUtf8()))
        return storeFailure(u"the intent was not written"_s);
    const Result<void> done = finishReplacement(path);
    if (!done)
        return passOn(done);
    return isThere ? QFileInfo(path).absolutePath() + u'/' + keptFolderName : QString();
}

Result<void> finishReplacement(const QString &path)
{
    QFile intent(intentOf(path));
    if (!intent.exists())
        return {};
    const QStringList lines = intent.open(QIODevice::ReadOnly) ? QString::fromUtf8(intent.readAll()).split(u'\n') : QStringList();
    intent.close();
    const QString folder = QFileInfo(path).absolutePath();
    if (lines.size() < 2 || lines.at(0).contains(u'/') || lines.at(1).contains(u'/'))
        return storeFailure(u"the intent cannot be read"_s);
    if (const Result<void> done = carryOut(path, folder + u'/' + lines.at(0), folder + u'/' + lines.at(1)); !done)
        return done;
    return removeExpendable(intentOf(path));
}

} // namespace motcua
