#include "core/identity/kioskprofile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool isDigits(const QString &text, qsizetype count)
{
    return text.size() == count && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isMiB(qint64 number)
{
    return number >= 0 && number <= 1 << 20; // a tebibyte
}

bool isUsable(const KioskProfile &profile)
{
    const bool named = !profile.kioskId.isEmpty() && isDigits(profile.communeCode, 5) && isDigits(profile.machine, 2);
    return named && profile.portal.isValid() && profile.portal.scheme() == "https"_L1 && !profile.portal.host().isEmpty()
           && profile.maxPaperBytes > 0 && isMiB(profile.spaceWarnMiB) && isMiB(profile.spaceFloorMiB)
           && isMiB(profile.ballastMiB) && (profile.door == "portal"_L1 || profile.door == "national"_L1);
}

} // namespace

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
    profile.officePhone = json.value("officePhone"_L1).toString();
    profile.officeHours = json.value("officeHours"_L1).toString();
    profile.officeAddress = json.value("officeAddress"_L1).toString();
    const QJsonObject space = json.value("space"_L1).toObject();
    profile.spaceWarnMiB = space.value("warnMiB"_L1).toInteger(profile.spaceWarnMiB);
    profile.spaceFloorMiB = space.value("floorMiB"_L1).toInteger(profile.spaceFloorMiB);
    profile.ballastMiB = space.value("ballastMiB"_L1).toInteger(profile.ballastMiB);
    profile.door = json.value("door"_L1).toString(profile.door);
    profile.demo = json.value("demo"_L1).toBool();
    profile.formerIds = json.value("formerIds"_L1).toVariant().toStringList();
    profile.packKeys = json.value("packKeys"_L1).toVariant().toStringList();
    if (!isUsable(profile))
        return fail(ErrorCode::ProfileUnreadable, files.profile());
    return profile;
}

Result<void> saveProfile(const ProfileFiles &files, const KioskProfile &profile)
{
    QJsonObject json {
        { "kioskId"_L1, profile.kioskId }, { "commune"_L1, profile.communeCode },
        { "machine"_L1, profile.machine }, { "portal"_L1, profile.portal.toString() },
        { "demo"_L1, profile.demo },       { "maxPaperBytes"_L1, profile.maxPaperBytes },
    };
    const KioskProfile usual;
    QJsonObject space;
    for (const auto &[name, number, otherwise] : { std::tuple { "warnMiB"_L1, profile.spaceWarnMiB, usual.spaceWarnMiB },
                                                   std::tuple { "floorMiB"_L1, profile.spaceFloorMiB, usual.spaceFloorMiB },
                                                   std::tuple { "ballastMiB"_L1, profile.ballastMiB, usual.ballastMiB } }) {
        if (number != otherwise)
            space.insert(name, number);
    }
    if (!space.isEmpty())
        json.insert("space"_L1, space);
    if (profile.door != "portal"_L1)
        json.insert("door"_L1, profile.door);
    if (!profile.formerIds.isEmpty())
        json.insert("formerIds"_L1, QJsonArray::fromStringList(profile.formerIds));
    if (!profile.packKeys.isEmpty())
        json.insert("packKeys"_L1, QJsonArray::fromStringList(profile.packKeys));
    for (const auto &[name, text] :
         { std::pair { u"officePhone"_s, profile.officePhone }, std::pair { u"officeHours"_s, profile.officeHours },
           std::pair { u"officeAddress"_s, profile.officeAddress } }) {
        if (!text.isEmpty())
            json.insert(name, text);
    }
    QSaveFile file(files.profile());
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0 && file.commit();
    if (!saved)
        return fail(ErrorCode::ProfileNotSaved, files.profile(), file.errorString());
    return {};
}

} // namespace motcua
