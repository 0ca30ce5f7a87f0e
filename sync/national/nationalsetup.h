#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace motcua {

// Everything about one national gateway that no public specification says ([U] in domain.md 5.1, 10): configuration of the province,
// read from DIR/national.json. Holds no secret; those lie in the store beside the portal's token.
struct NationalSetup
{
    QUrl adapter;           // https://gateway/XrdAdapter/RestService/forward/…
    QString destination;    // header dstcode
    QString unit;           // madonvi, also the first part of MaHoSo
    QString handler;        // DonViXuLy
    QString uploadPattern;  // https://files/{sha256}/{name}: papers are put there first; empty = papers cannot go
    QJsonObject fieldCodes; // "Hộ tịch" -> MaLinhVuc
    QJsonObject constants;  // members of an item that are the same for every dossier
    QStringList refusals;   // error_code values that speak of the dossier itself; any other one speaks of the gateway
};

// The secrets, as one JSON object in the setting that holds the portal's token.
struct NationalSecrets
{
    QString session;
    QList<std::pair<QByteArray, QByteArray>> headers; // lgspaccesstoken or Authorization
};

Result<NationalSetup> readNationalSetup(const QByteArray &json);   // PortalSetupUnusable, subject = the member
Result<NationalSecrets> readNationalSecrets(const QString &token); // PortalSetupUnusable

// Where a paper is put, and found again by whoever reads DuongDanTaiTepTin.
QUrl paperUrl(const NationalSetup &setup, const QString &sha256, const QString &name);

} // namespace motcua
