#include "core/procedure/typedvalues.h"

#include "core/base/text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString withoutSigns(QString text)
{
    text.removeIf([](QChar c) { return c.isSpace() || QStringView(u".-()/").contains(c); });
    return text;
}

} // namespace

QString storedPhone(const QString &typed)
{
    QString digits = withoutSigns(typed);
    // 84 alone is taken for the country only before a whole mobile number: 084… is a prefix of its own.
    static const QRegularExpression country(u"^(?:\\+84|0084|84(?=[35789]\\d{8}$))0?"_s);
    return digits.replace(country, u"0"_s);
}

QString storedPersonalId(const QString &typed)
{
    return withoutSigns(typed);
}

QString storedInsurance(const QString &typed)
{
    return withoutSigns(typed).toUpper();
}

QString storedTime(const QString &typed)
{
    static const QRegularExpression parts(u"^(\\d{1,2})(?:[:.h ]|gio)+(\\d{1,2})?(?: ?(?:p|ph|phut|'))?$"_s);
    static const QRegularExpression digits(u"^(\\d{1,2})(\\d{2})?$"_s);
    const QString text = folded(typed);
    QRegularExpressionMatch match = parts.match(text);
    if (!match.hasMatch())
        match = digits.match(text);
    const int hour = match.captured(1).toInt();
    const int minute = match.captured(2).toInt();
    if (!match.hasMatch() || hour > 23 || minute > 59)
        return typed.trimmed();
    return u"%1:%2"_s.arg(hour, 2, 10, QChar(u'0')).arg(minute, 2, 10, QChar(u'0'));
}

bool isInsuranceNumber(const QString &stored)
{
    static const QRegularExpression known(u"\\A(?:[A-Z]{2}[0-9]{13}|[0-9]{10}|[0-9]{12})\\z"_s);
    return known.match(stored).hasMatch();
}

} // namespace motcua
