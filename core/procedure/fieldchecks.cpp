#include "core/procedure/fieldchecks.h"

#include "core/identity/administrativeunits.h"
#include "core/identity/personalid.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/packschema.h"
#include "core/procedure/partialdate.h"
#include "core/procedure/valuechecks.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr auto formatKeyword = "x-format"_L1;

Finding said(Finding::Severity severity, const QString &keyword, const QString &message)
{
    Finding finding;
    finding.severity = severity;
    finding.keyword = keyword;
    finding.message = message;
    return finding;
}

Finding doubt(const QString &message)
{
    return said(Finding::Severity::Doubt, formatKeyword, message);
}

Finding error(const QString &message)
{
    return said(Finding::Severity::Error, formatKeyword, message);
}

// Names (domain.md 3.7)

bool isVietnameseMark(QChar base, QChar mark)
{
    const char32_t b = base.toLower().unicode();
    switch (mark.unicode()) {
    case 0x0300: // grave
    case 0x0301: // acute
    case 0x0309: // hook above
    case 0x0303: // tilde
    case 0x0323: // dot below
        return QStringView(u"aeiouy").contains(QChar(char16_t(b)));
    case 0x0302: // circumflex
        return b == U'a' || b == U'e' || b == U'o';
    case 0x0306: // breve
        return b == U'a';
    case 0x031B: // horn
        return b == U'o' || b == U'u';
    default:
        return false;
    }
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019) || c == QChar(0x02BC) || c == QChar(0x02BB);
}

struct NameReading
{
    bool strange = false;  // digits or signs that no name has
    bool minority = false; // letters beyond Kinh Vietnamese
};

NameReading readName(const QString &name)
{
    NameReading reading;
    QChar base;
    const QString decomposed = name.normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing) {
            reading.minority |= !isVietnameseMark(base, c);
        } else if (c.isLetter() && !isApostrophe(c)) {
            base = c;
            reading.minority |= c.unicode() > 127 && c != QChar(0x0111) && c != QChar(0x0110);
        } else if (isApostrophe(c)) {
            reading.minority = true;
        } else {
            reading.strange |= c != u' ' && c != u'-' && c != u'.';
        }
    }
    return reading;
}

QList<Finding> checkName(const QString &name)
{
    const NameReading reading = readName(name);
    if (reading.strange)
        return { doubt(
            QCoreApplication::translate("Validation", "This name holds digits or signs; please compare it with the paper.")) };
    if (reading.minority)
        return { doubt(QCoreApplication::translate(
            "Validation", "This name holds letters that some other systems may not show; it is kept exactly as written.")) };
    return {};
}

// Dates

std::optional<PartialDate> readDate(const FieldInfo &field, const QJsonValue &value)
{
    const std::optional<PartialDate> date = partialDateFromStored(value.toString());
    if (date && field.format == "date"_L1 && !date->day)
        return {};
    return date;
}

QList<Finding> checkOrder(const FieldQuestion &question, const QJsonObject &schema, const PartialDate &date)
{
    const QString named = schema.value("x-notBefore"_L1).toString();
    if (named.isEmpty())
        return {};
    const QString other = seenFrom(*question.pack.compiled, question.field.pointer, named);
    const FieldInfo *column = question.pack.compiled->columnOf(other);
    const FieldInfo *field = column ? column : question.pack.compiled->fieldOf(other);
    const auto from = field ? readDate(*field, valueAt(question.answers, other)) : std::nullopt;
    if (!from || date.latest() >= from->earliest())
        return {};
    return { said(
        Finding::Severity::Error, u"x-notBefore"_s,
        QCoreApplication::translate("Validation", "This day lies before “%1”; please look at both.").arg(field->title)) };
}

QList<Finding> checkDate(const FieldQuestion &question, const QJsonObject &schema, const QJsonValue &value)
{
    const std::optional<PartialDate> date = readDate(question.field, value);
    if (!date)
        return { error(
            question.field.format == "date"_L1
                ? QCoreApplication::translate("Validation",
                                              "There is no such day; please write day, month and year, for example 05/09/1987.")
                : QCoreApplication::translate(
                    "Validation",
                    "There is no such day; if only the month and year or only the year are known, write just those.")) };
    QList<Finding> findings = checkOrder(question, schema, *date);
    // Only a doubt: the clock of the machine may be wrong, and a wrong clock blocks nobody.
    if (schema.value("x-notFuture"_L1).toBool() && date->earliest() > question.today)
        findings.append(said(Finding::Severity::Doubt, u"x-notFuture"_s,
                             QCoreApplication::translate("Validation", "This day lies in the future; please look at it again.")));
    if (schema.value("x-notFuture"_L1).toBool() && date->year < 1900)
        findings.append(said(Finding::Severity::Doubt, u"x-notFuture"_s,
                             QCoreApplication::translate("Validation", "This day lies very long ago; please look at it again.")));
    return findings;
}

// Personal ID numbers

// The sex and birth date of the same person stand beside the number.
QJsonValue beside(const FieldQuestion &question, QLatin1StringView name)
{
    const QString &pointer = question.field.pointer;
    return valueAt(question.answers, pointer.left(pointer.lastIndexOf(u'/') + 1) + name);
}

QString sentenceOf(PersonalIdDoubt one)
{
    switch (one) {
    case PersonalIdDoubt::UnknownPlaceCode:
        return QCoreApplication::translate("Validation",
                                           "The first three digits name no known place; please compare with the card.");
    case PersonalIdDoubt::CenturyOrSexMismatch:
        return QCoreApplication::translate(
            "Validation", "The fourth digit does not go with the sex or the century; please compare with the card.");
    case PersonalIdDoubt::BirthYearMismatch:
        return QCoreApplication::translate(
            "Validation", "The fifth and sixth digits do not go with the birth year; please compare with the card.");
    }
    return {};
}

QList<Finding> checkPersonalId(const FieldQuestion &question, const QString &number)
{
    if (!isPersonalId(number))
        return { error(QCoreApplication::translate("Validation", "A personal ID number has exactly 12 digits.")) };
    const QString sexWord = beside(question, "sex"_L1).toString();
    const auto sex = sexWord.isEmpty() ? std::nullopt : std::optional(sexWord == "male"_L1 ? Sex::Male : Sex::Female);
    const auto birth = partialDateFromStored(beside(question, "birthDate"_L1).toString());
    const auto doubts = doubtsAbout(number, sex, birth ? std::optional(birth->year) : std::nullopt);
    QList<Finding> findings;
    for (const PersonalIdDoubt one : doubts)
        findings.append(doubt(sentenceOf(one)));
    return findings;
}

// Addresses, phones, mail

const AdministrativeUnits &unitsInForce()
{
    static const AdministrativeUnits units;
    return units;
}

QList<Finding> checkAddress(const QJsonObject &address)
{
    const QString commune = address.value("commune"_L1).toString();
    if (address.value("country"_L1).toString() != "VN"_L1 || commune.isEmpty())
        return {};
    // Only a doubt: communes merge, and a dossier captured under an older list is still right.
    const AdministrativeUnit *unit = unitsInForce().find(commune);
    if (!unit)
        return { doubt(QCoreApplication::translate(
            "Validation",
            "This commune is not in the list of units in force; please choose it again, and note the old name as written.")) };
    if (unit->parent != address.value("province"_L1).toString())
        return { error(QCoreApplication::translate(
            "Validation", "This commune does not belong to the province chosen; please choose the commune again.")) };
    return {};
}

bool allDigits(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QList<Finding> checkPhone(const QString &phone)
{
    const bool digits = phone.startsWith(u'0') && allDigits(phone);
    const bool mobile = digits && phone.size() == 10 && QStringView(u"35789").contains(phone.at(1));
    const bool landline = digits && phone.startsWith("02"_L1) && (phone.size() == 10 || phone.size() == 11);
    if (mobile || landline)
        return {};
    return { doubt(QCoreApplication::translate(
        "Validation", "This does not look like a Vietnamese phone number; please read it back to the person.")) };
}

QList<Finding> checkEmail(const QString &email)
{
    const qsizetype at = email.indexOf(u'@');
    const bool fits =
        at > 0 && email.indexOf(u'.', at) > at + 1 && !email.endsWith(u'.') && !email.contains(u' ') && email.count(u'@') == 1;
    return fits ? QList<Finding>()
                : QList<Finding> { error(
                    QCoreApplication::translate("Validation", "An e-mail address looks like name@example.vn.")) };
}

QList<Finding> checkFormat(const FieldQuestion &question, const QJsonObject &schema, const QJsonValue &value)
{
    const QString &format = question.field.format;
    if (format == "personName"_L1)
        return checkName(value.toString());
    if (format == "date"_L1 || format == "partialDate"_L1)
        return checkDate(question, schema, value);
    if (format == "personalId"_L1)
        return checkPersonalId(question, value.toString());
    if (format == "address"_L1)
        return checkAddress(value.toObject());
    if (format == "phone"_L1)
        return checkPhone(value.toString());
    if (format == "email"_L1)
        return checkEmail(value.toString());
    if (format == "time"_L1)
        return checkTime(value.toString());
    if (format == "area"_L1)
        return checkArea(value.toDouble());
    if (format == "insuranceNumber"_L1)
        return checkInsurance(value.toString());
    return {};
}

} // namespace

QList<Finding> checkField(const FieldQuestion &question)
{
    const QJsonValue value = valueAt(question.answers, question.field.pointer);
    if (value.isUndefined())
        return {};
    const QJsonObject schema = schemaAt(question.pack.compiled->schema(), question.field.pointer);
    const QList<Finding> ofFormat = checkFormat(question, schema, value);
    const bool wrong = std::any_of(ofFormat.cbegin(), ofFormat.cend(), [](const Finding &finding) { return finding.blocks(); });
    return wrong ? ofFormat : ofFormat + checkAge(question, schema) + checkSum(question, schema) + checkSame(question, schema);
}

} // namespace motcua
