#include "core/procedure/shownvalue.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

QString shownDate(const QString &stored)
{
    static const QRegularExpression pattern(u"^(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?$"_s);
    const QRegularExpressionMatch match = pattern.match(stored);
    if (!match.hasMatch())
        return stored;
    if (match.hasCaptured(3))
        return u"%1/%2/%3"_s.arg(match.captured(3), match.captured(2), match.captured(1));
    return match.hasCaptured(2) ? u"%1/%2"_s.arg(match.captured(2), match.captured(1)) : stored;
}

QString groupedDigits(const QString &digits, int first, int rest)
{
    QString text;
    qsizetype next = first;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        if (i == next) {
            text.append(u' ');
            next += rest;
        }
        text.append(digits[i]);
    }
    return text;
}

QString shownMoney(qint64 dong)
{
    QString digits = QString::number(dong);
    for (qsizetype i = digits.size() - 3; i > (dong < 0 ? 1 : 0); i -= 3)
        digits.insert(i, u'.');
    return digits;
}

QString shownNumber(double number)
{
    return QString::number(number, 'g', 15).replace(u'.', u',');
}

} // namespace motcua
