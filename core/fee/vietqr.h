#pragma once

#include "core/fee/bankaccount.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// A transfer that a banking app fills in from a QR code (EMVCo merchant-presented mode, NAPAS IBFT v1.5.2, domain.md 3.8). The code
// only proposes: nothing that this program knows ever proves that money has moved.
struct VietQr
{
    enum class Kind { Static, Dynamic }; // static: the same code may be used again
    BankAccount to;
    Kind kind = Kind::Dynamic;
    qint64 amount = 0; // đồng; 0 = the payer types it
    QString purpose;   // ASCII, at most 25 characters; cut and cleaned
};

QByteArray vietQrPayload(const VietQr &qr);

// "TAM-25231-01-261122-007-K" -> "PHI TAM 2523101261122007K": every character that identifies the dossier, none that banks drop.
QString paymentPurpose(const QString &localCode);

// CRC-16/CCITT-FALSE: polynomial 1021, start FFFF.
quint16 crc16CcittFalse(const QByteArray &bytes);

} // namespace motcua
