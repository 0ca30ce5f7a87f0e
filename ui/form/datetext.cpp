#include "ui/form/datetext.h"

#include <QDate>
#include <QRegularExpression>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString composed(int year, int month, int day)
{
    if (year < 1800 || year > 2200)
        return {};
    if (month == 0)
        return QString::number(year);
    if (day == 0)
        return month <= 12 ? u"%1-%2"_s.arg(year).arg(month, 2, 10, QChar(u'0')) : QString();
    const QDate date(year, month, day);
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QString fromDigits(const QString &digits)
{
    const auto number = [&](int from, int count) { return digits.mid(from, count).toInt(); };
    switch (digits.size()) {
    case 4:
        return composed(number(0, 4), 0, 0);
    case 6:
        if (number(0, 2) == 0)
            return {};
        return composed(number(2, 4), number(0, 2), 0);
    case 8:
        if (const QString stored = composed(number(4, 4), number(2, 2), number(0, 2)); stored.size() == 10)
            return stored;
        return {};
    default:
        return {};
    }
}

} // namespace

QString storedDate(QStringView typed, bool partialAllowed)
{
    static const QRegularExpression separators(u"[\\s/.,\\-]+"_s);
    const QStringList parts = typed.trimmed().toString().split(separators, Qt::SkipEmptyParts);
    QString stored;
    QList<int> numbers;
    for (const QString &part : parts) {
        bool isNumber = false;
        numbers.append(part.toInt(&isNumber));
        if (!isNumber || numbers.last() <= 0)
            return {};
    }
    if (parts.size() == 1)
        stored = fromDigits(parts[0]);
    else if (parts.size() == 2)
        stored = parts[0].size() == 4 ? composed(numbers[0], numbers[1], 0) : composed(numbers[1], numbers[0], 0);
    else if (parts.size() == 3)
        stored =
            parts[0].size() == 4 ? composed(numbers[0], numbers[1], numbers[2]) : composed(numbers[2], numbers[1], numbers[0]);
    return partialAllowed || stored.size() == 10 ? stored : QString();
}

} // namespace motcua
