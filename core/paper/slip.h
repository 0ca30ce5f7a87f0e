#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

namespace motcua {

// One line of the table of papers on the slip.
struct SlipPaper
{
    QString title;
    QString kind; // "Bản chính xuất trình", "Bản chính nộp", "Bản chụp"
    int files = 0;
    int pages = 0;
    bool originalReturned = true;
    bool awaited = false; // the portal has the smaller picture only
};

// One line of the table of branches of a linked dossier.
struct SlipBranch
{
    QString title;
    QString agency;
    QString time; // of the pack: an estimate
};

// A transfer that the citizen may make with a banking app (VietQR, domain.md 3.8). It proves nothing, and the slip says so.
struct SlipTransfer
{
    QByteArray code; // what the QR code holds; empty = the slip has none
    QString holder;
    QString account;
    QString bin;
    QString amount;
    QString purpose;
};

// Everything the provisional slip says (domain.md 0.4, 2.0-2.1, 3.1): never an official code, never a legal due date.
struct SlipContent
{
    QString communeName;  // "Xã Đa Kia"
    QString provinceName; // "Thành phố Đồng Nai"
    QString localCode;
    QString procedureCode;
    QString procedureName;
    QString applicantName;
    QString requesterName; // empty when the applicant files it
    QString personalId;    // printed with its middle masked
    QString phone;
    QDateTime capturedAt;
    QString deadlineText; // of the pack: an estimate
    QString feeText;      // may have several lines
    SlipTransfer transfer;
    QList<SlipPaper> papers;
    QList<SlipBranch> branches; // of a linked procedure: each agency works by its own time
    QString contact;            // of the counter: address, telephone, hours; empty = not said
    QString officerRole;        // "Công chức tiếp nhận" …
    QString assistance;         // who helped and how the citizen confirmed; empty = not recorded
    QString recordHash;         // first 16 hex digits of the journal head, printed small
};

// The text in the QR code, one key=value a line (TT 01/2023/TT-VPCP Art. 26; field separator of our own choice): the official code
// stays empty and LOAI=TAM.
QString slipQrText(const SlipContent &content);

// A4, Vietnamese, selectable text, embedded font. One page unless the papers need more. Needs a QGuiApplication; any thread.
Result<QByteArray> renderSlip(const SlipContent &content);

} // namespace motcua
