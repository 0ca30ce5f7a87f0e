#pragma once

#include "core/outbox/outbox.h"
#include "core/procedure/procedurepack.h"
#include "sync/national/nationalsetup.h"

#include <QJsonObject>

namespace motcua {

// Our dossiers in the words of domain.md 5.1. Pure functions: same dossier, same bytes.

// MaHoSo: made from the local code, so that every attempt of this kiosk names the same record:
// TAM-25231-01-261122-007-K under 000.00.12.H19 -> 000.00.12.H19-261122-2523101007.
QString nationalCode(const OutboundDossier &dossier, const NationalSetup &setup);

// yyyyMMddHHmmss in legal time; empty for no time.
QString nationalTime(const QDateTime &time);

// One item of DongBoHoSoMC: all members of the shape, empty where we know nothing. TrangThaiHoSo 1: newly registered.
QJsonObject nationalItem(const OutboundDossier &dossier, const ProcedurePack &pack, const NationalSetup &setup);

// One item of CapNhatTienDoHoSoMC.
struct NationalProgress
{
    QString handler;    // NguoiXuLy, at most 50 characters
    QString title;      // ChucDanh
    QString department; // PhongBanXuLy
    QString note;       // NoiDungXuLy
    int status = 0;     // 1..10
    QDateTime at;
    QDateTime begun;
    QDateTime due;
};
QJsonObject nationalProgressItem(const QString &code, const NationalProgress &progress);

// The envelope that every service of the gateway takes.
QByteArray nationalEnvelope(const NationalSetup &setup, const QString &session, const QString &service, bool updating,
                            const QJsonObject &item);

} // namespace motcua
