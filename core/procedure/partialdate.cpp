#include "core/procedure/partialdate.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

std::optional<PartialDate> checked(const QString &year, const QString &month, const QString &day)
{
    const PartialDate date { year.toInt(), month.toInt(), day.toInt() };
    const bool monthFits = month.isEmpty() ? day.isEmpty() : date.month >= 1 && date.month <= 12;
    const bool dayFits = day.isEmpty() || QDate(date.year, date.month, date.day).isValid();
    if (date.year < 1 || !monthFits || !dayFits)
        return {};
    return date;
}

} // namespace

QDate PartialDate::earliest() const
{
    return { year, month ? month : 1, day ? day : 1 };
}

QDate PartialDate::latest() const
{
    const int lastMonth = month ? month : 12;
    return { year, lastMonth, day ? day : QDate(year, lastMonth, 1).daysInMonth() };
}

QString PartialDate::stored() const
{
    QString text = u"%1"_s.arg(year, 4, 10, QChar(u'0'));
    if (month)
        text += u"-%1"_s.arg(month, 2, 10, QChar(u'0'));
    if (day)
        text += u"-%1"_s.arg(day, 2, 10, QChar(u'0'));
    return text;
}

QString PartialDate::shown() const
{
    QString text;
    if (day)
        text += u"%1/"_s.arg(day, 2, 10, QChar(u'0'));
    if (month)
        text += u"%1/"_s.arg(month, 2, 10, QChar(u'0'));
    return text + u"%1"_s.arg(year, 4, 10, QChar(u'0'));
}

std::optional<PartialDate> partialDateFromStored(const QString &text)
{
    static const QRegularExpression form(u"\\A([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return checked(match.captured(1), match.captured(2), match.captured(3));
}

std::optional<PartialDate> partialDateFromTyped(const QString &text)
{
    static const QRegularExpression form(
        u"\\A\\s*(?:(?:([0-9]{1,2})\\s*[-/.]\\s*)?([0-9]{1,2})\\s*[-/.]\\s*)?([0-9]{4})\\s*\\z"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return {};
    return checked(match.captured(3), match.captured(2), match.captured(1));
}

} // namespace motcua
