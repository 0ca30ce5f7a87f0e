#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

// One branch of a linked dossier, frozen when the citizen submitted it, and what the portal has said of it since. Each branch has its
// own agency and status; a return on one never blocks the others (Decree 63/2024/NĐ-CP as amended by 301/2026).
struct DossierBranch
{
    QString id;            // of the pack: "birth"
    QString procedureCode; // "1.001193"; empty when the branch has no code of its own
    QString title;
    QString agency;
    QString deadlineText; // of the pack: only an estimate, also after the portal's receipt unless dueAt is there
    QString resultText;
    QStringList components; // codes of the papers that belong to it
    int portalStatus = 0;   // 0 = none yet; numbers of portalstatus.h
    QString officialCode;   // of the branch itself, if the portal gives one
    QDateTime dueAt;        // the portal's; invalid before it says so
    QString note;
    QDateTime updatedAt;   // of the last change; invalid before the first
    bool answered = false; // its request for a supplement was answered, and the portal has not spoken since

    bool asks() const; // waits for the citizen

    bool isLate(const QDateTime &now) const; // past the portal's due date and not finished
    bool operator==(const DossierBranch &) const = default;
};

// How many of them wait for the citizen (status 5 or 6, not answered), and how many are finished.
int branchesAsking(const QList<DossierBranch> &branches);
int branchesFinished(const QList<DossierBranch> &branches);

} // namespace motcua
