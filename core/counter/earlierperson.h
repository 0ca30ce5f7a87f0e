#pragma once

#include "core/procedure/procedurepack.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace motcua {

// Who somebody looks for among earlier dossiers: a personal ID number, or a name with a birth date (as stored).
struct PersonQuestion
{
    QString personalId;
    QString name;
    QString birthDate;
    QString exceptDossier; // the one being captured

    bool isEmpty() const { return personalId.isEmpty() && (name.isEmpty() || birthDate.isEmpty()); }
};

// What an earlier dossier of this kiosk says of a person, and since when.
struct EarlierPerson
{
    QString dossierId;
    QString localCode;
    QString procedureName;
    QDateTime capturedAt;
    QJsonObject person; // with the standard member names of packs
};

// The person in these answers (persons[] of the pack) whom the question means: the number decides; without it name and birth date.
std::optional<QJsonObject> personIn(const ProcedurePack &pack, const QJsonObject &answers, const PersonQuestion &question);

} // namespace motcua
