#include "core/identity/kioskprofile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace motcua {

Result<KioskProfile> loadProfile(const ProfileFiles &files)
{
    QFile file(files.profile());
    if (!file.exists())
        return fail(ErrorCode::ProfileMissing, files.directory);
    const QJsonObject json = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    KioskProfile profile;
    profile.kioskId = json.value("kioskId"_L1).toString();
    profile.communeCode = json.value("commune"_L1).toString();
    profile.machine = json.value("machine"_L1).toString(profile.machine);
    profile.portal = QUrl(json.value("portal"_L1).toString());
    profile.maxPaperBytes = json.value("maxPaperBytes"_L1).toInteger(profile.maxPaperBytes);
    profile.demo = json.value("demo"_L1).toBool();
    if (profile.kioskId.isEmpty() || profile.communeCode.isEmpty() || profile.portal.scheme() != "https"_L1)
        return fail(ErrorCode::ProfileUnreadable, files.profile());
    return profile;
}

Result<void> saveProfile(const ProfileFiles &files, const KioskProfile &profile)
{
    const QJsonObject json {
        { "kioskId"_L1, profile.kioskId }, { "commune"_L1, profile.communeCode },
        { "machine"_L1, profile.machine }, { "portal"_L1, profile.portal.toString() },
        { "demo"_L1, profile.demo },       { "maxPaperBytes"_L1, profile.maxPaperBytes },
    };
    QSaveFile file(files.profile());
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0 && file.commit();
    if (!saved)
        return fail(ErrorCode::ProfileNotSaved, files.profile(), file.errorString());
    return {};
}

} // namespace motcua
