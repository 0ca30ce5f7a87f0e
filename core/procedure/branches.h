#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

// One procedure of a linked dossier as its pack describes it: own agency, own deadline, own papers.
struct Branch
{
    QString id;        // "birth"
    QString procedure; // "1.001193"; may be empty
    QString title;
    QString agency;
    QJsonObject deadline; // {"rule", "amount", "unit", "hours"?, "text"}: domain.md 4.3
    QString deadlineText;
    QString resultText;
    QStringList components; // codes of those of its papers that are asked for with these answers
    LegalSource source;
};

// The branches that these answers open, in the order of the pack; none for a pack without branches. `answers` is what is submitted
// (FormState::answers): a hidden field opens nothing. A pure function; thread-safe.
QList<Branch> activeBranches(const ProcedurePack &pack, const QJsonObject &answers);

} // namespace motcua
