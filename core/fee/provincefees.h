#pragma once

#include "core/base/result.h"
#include "core/procedure/procedurepack.h"

#include <QByteArray>
#include <QDate>
#include <QHash>
#include <QList>
#include <QString>

namespace motcua {

// The amount that a province's people's council decided for one item of one procedure.
struct ProvinceFee
{
    qint64 amount = 0; // VND
    QDate validFrom;
    QDate validTo; // invalid = open; the last day included
    LegalSource source;
};

// Fees that provinces decide, dated data (resources/data/province-fees.json; docs/calendar-and-fees.md). What is not in it is not
// known, and then no sum is claimed. Immutable after parsing; any thread may read it.
class ProvinceFees
{
public:
    static Result<ProvinceFees> parse(const QByteArray &json); // FeeTableUnusable with a JSON pointer as subject

    // What is in force on that day; nullptr when the province's decision is not known.
    const ProvinceFee *find(const QString &province, const QString &procedure, const QString &item, QDate day) const;
    qsizetype size() const { return m_size; }

private:
    QHash<QString, QList<ProvinceFee>> m_fees;
    qsizetype m_size = 0;
};

} // namespace motcua
