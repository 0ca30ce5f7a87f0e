#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace motcua {

// Which kiosk this is. Lies unencrypted in DIR/profile.json because the sign-in page needs it; holds no personal data.
struct KioskProfile
{
    QString kioskId;                         // UUID, made by init
    QString communeCode;                     // 5 digits
    QString machine = QStringLiteral("01");  // two digits, tells kiosks of one commune apart in local codes
    QUrl portal;                             // https://host:port
    qint64 maxPaperBytes = 10 * 1024 * 1024; // one imported file
    bool demo = false;                       // the sign-in page then shows the demo credentials
    QStringList packKeys;                    // public keys that sign procedure files, base64url; at most two, for rotation
    QString officePhone;                     // of the commune's counter; these three are printed for citizens, empty = not said
    QString officeHours;
    QString officeAddress;
    QString door = QStringLiteral("portal"); // the way out: our contract, or "national" (DIR/national.json)
    qint64 spaceWarnMiB = 2048;              // free space of the disk below which people are told
    qint64 spaceFloorMiB = 512;              // ... and below which no dossier is begun
    qint64 ballastMiB = 64;                  // kept for sending on a full disk; 0 = none
    QStringList formerIds; // under which this kiosk sent before, newest first; the news of those dossiers is still its own
};

// The files of a profile folder.
struct ProfileFiles
{
    QString directory;

    QString profile() const { return directory + QStringLiteral("/profile.json"); }
    QString national() const { return directory + QStringLiteral("/national.json"); }
    QString portalCa() const { return directory + QStringLiteral("/portal-ca.pem"); }
    QString keySlots() const { return directory + QStringLiteral("/slots.json"); }
    QString tries() const { return directory + QStringLiteral("/tries.json"); }
    QString database() const { return directory + QStringLiteral("/motcua.db"); }
    QString backups() const { return directory + QStringLiteral("/backups"); }
    QString lock() const { return directory + QStringLiteral("/motcua.lock"); }
    QString packs() const { return directory + QStringLiteral("/packs"); }
    QString log() const { return directory + QStringLiteral("/logs/motcua.log"); }
};

Result<KioskProfile> loadProfile(const ProfileFiles &files); // ProfileMissing, ProfileUnreadable
Result<void> saveProfile(const ProfileFiles &files, const KioskProfile &profile);

} // namespace motcua
