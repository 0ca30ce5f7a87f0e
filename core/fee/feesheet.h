#pragma once

#include "core/fee/provincefees.h"
#include "core/procedure/procedurepack.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace motcua {

// One thing that costs. Amounts are whole đồng.
struct FeeLine
{
    QString id;
    QString title;
    qint64 quantity = 1;              // units, or certified copies of a fee by rows
    std::optional<qint64> unitAmount; // nothing when rows differ or the province decides
    std::optional<qint64> amount;     // before waivers; nothing = the province decides and its decision is not in the data
    QString waivedBy;                 // id of the waiver; empty = to be paid
    bool byProvince = false;          // taken from the province's own decision
    LegalSource source;

    std::optional<qint64> toPay() const { return waivedBy.isEmpty() ? amount : std::optional<qint64>(0); }
};

// A waiver that applies to these answers on that day.
struct FeeWaiver
{
    QString id;
    QString title; // the reason
    QDate validFrom;
    QDate validTo; // invalid = open
    LegalSource source;
};

// What a dossier costs. Nothing is claimed that the data do not say.
struct FeeSheet
{
    QList<FeeLine> lines;
    QList<FeeWaiver> waivers;    // only those that took something off
    std::optional<qint64> total; // to pay; nothing = not known
    bool decidedByProvince = false;
    QString text; // of the pack: always shown beside the figures
    LegalSource source;

    bool isFree() const { return total == 0; }
};

// Row fees: sum over rows of copies x min(cap, sum of tiers over the pages). `province`: two digits. `day`: of submission.
FeeSheet feeSheet(const ProcedurePack &pack, const QJsonObject &answers, const ProvinceFees &provinces, const QString &province,
                  QDate day);

} // namespace motcua
