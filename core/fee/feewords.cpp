#include "core/fee/feewords.h"

#include "core/base/numberwords.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Fees
{
    Q_DECLARE_TR_FUNCTIONS(Fees)
};

QString shown(QDate day)
{
    return day.toString(u"dd/MM/yyyy");
}

} // namespace

QString groupedMoney(qint64 amount)
{
    QString digits = QString::number(amount);
    const qsizetype first = digits.startsWith(u'-') ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, u'.');
    return digits + u" đồng"_s;
}

QString moneyInWords(qint64 amount)
{
    QString words = numberInWords(amount) + u" đồng"_s;
    words[0] = words.at(0).toUpper();
    return words;
}

QString lineWords(const FeeLine &line)
{
    const QString count =
        line.quantity > 1 && line.unitAmount ? u"%1 × %2"_s.arg(line.quantity).arg(groupedMoney(*line.unitAmount)) : QString();
    QString words;
    if (!line.amount)
        words = Fees::tr("the amount is not in the data of this machine");
    else
        words = count.isEmpty() ? groupedMoney(*line.amount) : u"%1 = %2"_s.arg(count, groupedMoney(*line.amount));
    return line.waivedBy.isEmpty() ? words : Fees::tr("%1 · waived").arg(words);
}

QString waiverWords(const FeeWaiver &waiver)
{
    if (waiver.validFrom.isValid() && waiver.validTo.isValid())
        return Fees::tr("%1 (from %2 to %3)").arg(waiver.title, shown(waiver.validFrom), shown(waiver.validTo));
    if (waiver.validTo.isValid())
        return Fees::tr("%1 (until %2)").arg(waiver.title, shown(waiver.validTo));
    if (waiver.validFrom.isValid())
        return Fees::tr("%1 (from %2)").arg(waiver.title, shown(waiver.validFrom));
    return waiver.title;
}

QString totalWords(const FeeSheet &sheet)
{
    if (!sheet.total)
        return Fees::tr("The amount is not known here: nothing is asked for before the portal or the officer says it.");
    if (sheet.isFree())
        return sheet.waivers.isEmpty() ? Fees::tr("Nothing to pay") : Fees::tr("Nothing to pay: waived");
    return u"%1 (%2)"_s.arg(groupedMoney(*sheet.total), moneyInWords(*sheet.total));
}

QString feeOnPaper(const FeeSheet &sheet)
{
    if (!sheet.total)
        return sheet.text;
    QStringList lines { totalWords(sheet) };
    for (const FeeWaiver &waiver : sheet.waivers)
        lines.append(Fees::tr("Waived: %1").arg(waiverWords(waiver)));
    return lines.join(u'\n');
}

} // namespace motcua
