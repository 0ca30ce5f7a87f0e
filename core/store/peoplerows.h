#pragma once

#include "core/base/result.h"
#include "core/dossier/assistance.h"
#include "core/identity/rights.h"

#include <QDateTime>
#include <QString>

namespace motcua {

class Database;

// What the store knows of people and dossiers, on the store thread; changes inside Database::write().

struct AskedDossier
{
    QString id;
    DossierStanding standing;
};

Result<AskedDossier> askedDossier(const Database &database, const QString &idOrLocalCode, const QString &login); // DossierUnknown
Result<QString> dossierOfPaper(const Database &database, const QString &attachmentId); // empty: no such paper
Result<QString> dossierOfResult(const Database &database, const QString &resultId);    // empty: no such result

// To the officers, whoever gives or takes it. DraftNotHandedOver.
Result<void> writeHandOver(Database &database, const QString &dossierId, const QDateTime &at);

enum class AccountStanding { Active, Disabled, Left };
Result<void> writeAccountStanding(Database &database, const QString &login, AccountStanding standing); // AccountUnknown

Result<void> writeAssistance(Database &database, const QString &dossierId, const Assistance &given);
Result<void> forgetAssistance(Database &database, const QString &dossierId); // the answers have changed since
Result<std::optional<Assistance>> readAssistance(const Database &database, const QString &dossierId);

} // namespace motcua
