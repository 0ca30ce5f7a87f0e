#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace motcua {

// One answer that may be taken over from elsewhere.
struct OfferedAnswer
{
    QString pointer; // where it would go
    QString label;
    QJsonValue value;
};

// "Known once, asked once": what the pack offers to copy now (prefill[] whose condition holds), where the target is empty or different.
// Nothing is copied here; whoever shows the offer writes the values on the officer's word.
struct PrefillOffer
{
    QString id;
    QString title;
    QString to;                   // the object or field that would be filled
    QList<OfferedAnswer> answers; // in the order of the form
};

QList<PrefillOffer> prefillOffers(const ProcedurePack &pack, const QJsonObject &answers);

// Members of a person, from wherever they are known, that the object at `to` asks for and does not hold yet. `renamed` maps names of
// `from` to names of the target.
QList<OfferedAnswer> answersToTake(const ProcedurePack &pack, const QJsonObject &answers, const QJsonObject &from,
                                   const QString &to, const QJsonObject &renamed = {});

} // namespace motcua
