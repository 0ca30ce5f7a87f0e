#pragma once

#include "core/counter/paperoffers.h"
#include "core/identity/account.h"
#include "core/identity/kioskprofile.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

namespace motcua {

class AdministrativeUnits;

// What a paper is printed from.
struct PaperSubject
{
    const Dossier &dossier;
    const ProcedurePack &pack;
    const FormState &state;
    const OfferedPaper &paper;
    const AdministrativeUnits &units;
    const KioskProfile &profile;
    const Account &actor;
    QDateTime now;           // UTC
    bool everything = false; // each name with some value: what a template may ask for
};

// The facts templates are filled with; docs/paper-templates.md lists every name. Times are legal time.
QJsonObject paperFacts(const PaperSubject &subject);

// The text of its QR code, one key=value a line (TT 01/2023/TT-VPCP Art. 26), the ID number masked. Before the portal's receipt the
// official code stays empty and LOAI=TAM.
QString paperQrText(const PaperSubject &subject, const QString &title);

// The office that prints, and the time: {{agency…}}, {{now…}}. For papers over many dossiers too.
QJsonObject agencyFacts(const AdministrativeUnits &units, const KioskProfile &profile);
QJsonObject timeFacts(const QDateTime &time);

} // namespace motcua
