#include "core/fee/provincefees.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 largestFee = 1'000'000'000; // beyond that it is a slip of the pen

tl::unexpected<Error> unusable(const QString &pointer, const QString &why)
{
    return fail(ErrorCode::FeeTableUnusable, pointer, why);
}

QString keyOf(const QString &province, const QString &procedure, const QString &item)
{
    return province + u'/' + procedure + u'/' + item;
}

bool isInForce(const ProvinceFee &fee, QDate day)
{
    return fee.validFrom <= day && (!fee.validTo.isValid() || day <= fee.validTo);
}

bool overlap(const ProvinceFee &one, const ProvinceFee &other)
{
    return isInForce(one, other.validFrom) || isInForce(other, one.validFrom);
}

} // namespace

Result<ProvinceFees> ProvinceFees::parse(const QByteArray &json)
{
    QJsonParseError error {};
    const QJsonObject file = QJsonDocument::fromJson(json, &error).object();
    if (file.value("format"_L1).toInt() != 1 || !file.value("entries"_L1).isArray())
        return unusable(u"/format"_s,
                        u"format 1 with entries is expected (%1 at byte %2)"_s.arg(error.errorString()).arg(error.offset));
    ProvinceFees fees;
    for (const auto &each : file.value("entries"_L1).toArray()) {
        const QString pointer = u"/entries/"_s + QString::number(fees.m_size);
        const QJsonObject entry = each.toObject();
        const QJsonObject source = entry.value("x-source"_L1).toObject();
        const ProvinceFee fee { entry.value("amount"_L1).toInteger(-1),
                                QDate::fromString(entry.value("validFrom"_L1).toString(), Qt::ISODate),
                                QDate::fromString(entry.value("validTo"_L1).toString(), Qt::ISODate),
                                { source.value("text"_L1).toString(), source.value("confidence"_L1).toString() } };
        if (fee.amount < 0 || fee.amount > largestFee)
            return unusable(pointer + u"/amount"_s, u"a whole number of đồng is expected"_s);
        if (!fee.validFrom.isValid() || (entry.contains("validTo"_L1) && !(fee.validFrom <= fee.validTo)))
            return unusable(pointer + u"/validFrom"_s, u"validFrom and validTo are days, the earlier first"_s);
        if (fee.source.text.isEmpty() || fee.source.confidence.isEmpty())
            return unusable(pointer + u"/x-source"_s, u"an amount needs its source"_s);
        QList<ProvinceFee> &known = fees.m_fees[keyOf(entry.value("province"_L1).toString(),
                                                      entry.value("procedure"_L1).toString(), entry.value("item"_L1).toString())];
        for (const ProvinceFee &other : std::as_const(known)) {
            if (overlap(fee, other))
                return unusable(pointer, u"two amounts are in force on one day"_s);
        }
        known.append(fee);
        ++fees.m_size;
    }
    return fees;
}

const ProvinceFee *ProvinceFees::find(const QString &province, const QString &procedure, const QString &item, QDate day) const
{
    const auto known = m_fees.constFind(keyOf(province, procedure, item));
    if (known == m_fees.cend())
        return nullptr;
    for (const ProvinceFee &fee : *known) {
        if (isInForce(fee, day))
            return &fee;
    }
    return nullptr;
}

} // namespace motcua
