#include "ui/form/lineformat.h"

#include "core/base/numberwords.h"
#include "core/base/text.h"
#include "core/procedure/shownvalue.h"
#include "core/procedure/typedvalues.h"
#include "ui/form/datetext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString onlyDigits(QStringView text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
    }
    return digits;
}

class NameFormat final : public LineFormat
{
public:
    QString noteFor(const QJsonValue &value) const override
    {
        const QString name = value.toString().simplified();
        return name.isEmpty()
                   ? QString()
                   : QCoreApplication::translate("LineFormat", "On paper: %1").arg(QLocale(QLocale::Vietnamese).toUpper(name));
    }
};

class PersonalIdFormat final : public LineFormat
{
public:
    QString shown(const QJsonValue &value) const override { return whileTyping(value.toString()); }
    QJsonValue stored(const QString &text) const override
    {
        const QString digits = onlyDigits(text);
        return digits.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(digits);
    }
    QString whileTyping(const QString &text) const override
    {
        const QString digits = onlyDigits(text);
        return groupedDigits(digits.size() > 12 ? pasted(text) : digits, 3, 3);
    }
    // The QR code of the card carries the number first, then other numbers and dates: take the first run of twelve.
    QString pasted(const QString &text) const override
    {
        static const QRegularExpression twelve(u"(?<!\\d)(?:\\d[ .\\-]?){11}\\d(?!\\d)"_s);
        const QRegularExpressionMatch match = twelve.match(text);
        return match.hasMatch() ? onlyDigits(match.capturedView()) : onlyDigits(text).left(12);
    }
    QString placeholder() const override { return QCoreApplication::translate("LineFormat", "12 digits"); }
    int widthInCharacters() const override { return 20; }
    bool digitsOnly() const override { return true; }
};

class PhoneFormat final : public LineFormat
{
public:
    QString shown(const QJsonValue &value) const override { return whileTyping(value.toString()); }
    QJsonValue stored(const QString &text) const override
    {
        const QString digits = domestic(text);
        return digits.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(digits);
    }
    QString whileTyping(const QString &text) const override
    {
        const QString digits = onlyDigits(text);
        return text.trimmed().startsWith(u'+') ? u'+' + digits : groupedDigits(digits, 4, 3);
    }
    QString pasted(const QString &text) const override
    {
        static const QRegularExpression number(u"(?:\\+84|0)(?:[ .\\-]?\\d){8,10}"_s);
        const QRegularExpressionMatch match = number.match(text);
        return match.hasMatch() ? domestic(match.captured()) : domestic(text);
    }
    int widthInCharacters() const override { return 20; }
    bool digitsOnly() const override { return true; }

private:
    static QString domestic(const QString &text)
    {
        const QString digits = onlyDigits(text);
        return storedPhone(text.trimmed().startsWith(u'+') ? u'+' + digits : digits);
    }
};

class DateFormat final : public LineFormat
{
public:
    explicit DateFormat(bool partialAllowed)
        : m_partialAllowed(partialAllowed)
    {
    }
    QString shown(const QJsonValue &value) const override { return shownDate(value.toString()); }
    QJsonValue stored(const QString &text) const override
    {
        if (text.trimmed().isEmpty())
            return QJsonValue::Undefined;
        const QString date = storedDate(text, m_partialAllowed);
        return date.isEmpty() ? text.trimmed() : date;
    }
    QString placeholder() const override
    {
        return m_partialAllowed ? QCoreApplication::translate("LineFormat", "dd/mm/yyyy, mm/yyyy or yyyy")
                                : QCoreApplication::translate("LineFormat", "dd/mm/yyyy");
    }
    int widthInCharacters() const override { return m_partialAllowed ? 30 : 18; }
    bool digitsOnly() const override { return true; }

private:
    bool m_partialAllowed;
};

class MoneyFormat final : public LineFormat
{
public:
    QString shown(const QJsonValue &value) const override
    {
        return value.isDouble() ? whileTyping(QString::number(value.toInteger())) : QString();
    }
    QJsonValue stored(const QString &text) const override
    {
        bool isNumber = false;
        const qint64 amount = onlyDigits(text).toLongLong(&isNumber);
        return isNumber ? QJsonValue(amount) : QJsonValue(QJsonValue::Undefined);
    }
    QString whileTyping(const QString &text) const override
    {
        QString digits = onlyDigits(text).left(15);
        for (qsizetype i = digits.size() - 3; i > 0; i -= 3)
            digits.insert(i, u'.');
        return digits;
    }
    QString pasted(const QString &text) const override { return onlyDigits(text); }
    QString noteFor(const QJsonValue &value) const override
    {
        if (!value.isDouble())
            return {};
        const QString words = numberInWords(value.toInteger()) + u" đồng"_s;
        return words.left(1).toUpper() + words.mid(1);
    }
    int widthInCharacters() const override { return 20; }
    bool digitsOnly() const override { return true; }
};

// 120,5 and 120.5 are the same to whoever copies from a paper; 1.200,5 has a thousand in it.
class AreaFormat final : public LineFormat
{
public:
    QString shown(const QJsonValue &value) const override
    {
        return value.isDouble() ? shownNumber(value.toDouble()) : value.toString();
    }
    QJsonValue stored(const QString &text) const override
    {
        QString number = text.simplified().remove(u' ');
        static const QRegularExpression unit(u"m(2|²)?$"_s);
        number.remove(unit);
        if (number.contains(u','))
            number.remove(u'.').replace(u',', u'.');
        else if (static const QRegularExpression thousands(u"^\\d{1,3}(\\.\\d{3})+$"_s); thousands.match(number).hasMatch())
            number.remove(u'.');
        bool isNumber = false;
        const double area = number.toDouble(&isNumber);
        if (text.trimmed().isEmpty())
            return QJsonValue::Undefined;
        return isNumber ? QJsonValue(area) : QJsonValue(text.trimmed());
    }
    QString noteFor(const QJsonValue &value) const override
    {
        return value.isDouble() ? QCoreApplication::translate("LineFormat", "%1 square metres").arg(shownNumber(value.toDouble()))
                                : QString();
    }
    QString placeholder() const override { return QCoreApplication::translate("LineFormat", "m², for example 120,5"); }
    int widthInCharacters() const override { return 24; }
};

class TimeFormat final : public LineFormat
{
public:
    QJsonValue stored(const QString &text) const override
    {
        return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(storedTime(text));
    }
    QString placeholder() const override { return QCoreApplication::translate("LineFormat", "hh:mm, for example 07:30"); }
    int widthInCharacters() const override { return 22; }
};

class InsuranceFormat final : public LineFormat
{
public:
    QJsonValue stored(const QString &text) const override
    {
        const QString number = storedInsurance(text);
        return number.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(number);
    }
    int widthInCharacters() const override { return 24; }
};

} // namespace

QString LineFormat::shown(const QJsonValue &value) const
{
    return value.toString();
}

// Ends are kept while typing: a space at the end is the start of the next word.
QJsonValue LineFormat::stored(const QString &text) const
{
    return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

QString LineFormat::whileTyping(const QString &text) const
{
    return text;
}

QString LineFormat::pasted(const QString &text) const
{
    return normalized(text);
}

QString LineFormat::noteFor(const QJsonValue &) const
{
    return {};
}

std::unique_ptr<LineFormat> lineFormatFor(const FieldInfo &field)
{
    if (field.format == "personName"_L1)
        return std::make_unique<NameFormat>();
    if (field.format == "personalId"_L1)
        return std::make_unique<PersonalIdFormat>();
    if (field.format == "phone"_L1)
        return std::make_unique<PhoneFormat>();
    if (field.format == "partialDate"_L1)
        return std::make_unique<DateFormat>(true);
    if (field.format == "date"_L1)
        return std::make_unique<DateFormat>(false);
    if (field.format == "money"_L1)
        return std::make_unique<MoneyFormat>();
    if (field.format == "area"_L1)
        return std::make_unique<AreaFormat>();
    if (field.format == "time"_L1)
        return std::make_unique<TimeFormat>();
    if (field.format == "insuranceNumber"_L1)
        return std::make_unique<InsuranceFormat>();
    if (field.type == "number"_L1)
        return std::make_unique<AreaFormat>();
    return std::make_unique<LineFormat>();
}

} // namespace motcua
