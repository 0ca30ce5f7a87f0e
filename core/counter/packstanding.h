#pragma once

#include "core/base/result.h"
#include "core/procedure/packchanges.h"
#include "core/procedure/procedurepack.h"

#include <QDate>
#include <QList>

namespace motcua {

class AdministrativeUnits;
class Database;
class UnitChanges;
struct Attachment;
struct DossierSummary;

// How the version of a dossier stands today. Nothing of it ever blocks: the dossier opens, is filled in and submitted under its version.
struct PackStanding
{
    enum class Doubt {
        None,
        NotYet,    // its law begins on `day`
        Expired,   // its law ended on `day`
        Withdrawn, // the kiosk no longer offers this procedure
        Writing,   // not law at all: a pack that is being written; never sent
    };
    Doubt doubt = Doubt::None;
    QDate day;
    PackPtr pack;  // of the dossier
    PackPtr newer; // in force today and not declined for this dossier; null when there is nothing to offer
    struct OldCommune
    {
        QString name;    // of the commune in the answers, or its code
        QDate on;        // invalid when nothing is known
        QStringList now; // units that took over; more than one: it was split; empty: not known
    };
    QList<OldCommune> communes; // named in the answers and no longer in the list of units
    QList<LeftAnswer> left;     // answers that the last move left behind, until somebody has seen them
};

// On the store thread.
Result<PackStanding> packStanding(Database &database, const DossierSummary &dossier, const PackPtr &pack,
                                  const PackCatalog &packs, const QDate &today);
// Papers that the newer version does not list: they stay with the dossier, and somebody should know.
QList<LeftAnswer> leftPapers(const QList<Attachment> &papers, const ProcedurePack &from, const ProcedurePack &to);
QList<PackStanding::OldCommune> oldCommunes(const QJsonValue &answers, const AdministrativeUnits &units, const UnitChanges &known,
                                            const QDate &today);
Result<void> keepLeftAnswers(Database &database, const QString &dossierId, const QList<LeftAnswer> &left);
Result<void> keepDeclined(Database &database, const QString &dossierId, const QString &version);

} // namespace motcua
