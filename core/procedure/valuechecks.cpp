#include "core/procedure/valuechecks.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/partialdate.h"
#include "core/procedure/typedvalues.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr double hugeArea = 1'000'000; // a square kilometre: more likely a lost decimal comma
constexpr double sumTolerance = 0.005;

Finding said(Finding::Severity severity, const QString &keyword, const QString &message)
{
    Finding finding;
    finding.severity = severity;
    finding.keyword = keyword;
    finding.message = message;
    return finding;
}

QString quoted(const QStringList &titles)
{
    QStringList list;
    for (const QString &title : titles)
        list.append(u"“%1”"_s.arg(title));
    return list.join(u" + "_s);
}

} // namespace

// Ages are whole years "từ đủ": on the birthday itself they are reached. What a partial date leaves open is only a doubt.
QList<Finding> checkAge(const FieldQuestion &question, const QJsonObject &schema)
{
    const int least = schema.value("x-minAge"_L1).toInt();
    const int most = schema.value("x-maxAge"_L1).toInt();
    const auto birth =
        least || most ? partialDateFromStored(valueAt(question.answers, question.field.pointer).toString()) : std::nullopt;
    if (!birth)
        return {};
    QList<Finding> findings;
    if (least && birth->latest().addYears(least) > question.today) {
        const bool surely = birth->earliest().addYears(least) > question.today;
        findings.append(said(
            surely ? Finding::Severity::Error : Finding::Severity::Doubt, u"x-minAge"_s,
            surely ? QCoreApplication::translate("Validation", "This person is not yet %1 years old.").arg(least)
                   : QCoreApplication::translate("Validation", "This person may not yet be %1 years old; please look at a paper.")
                         .arg(least)));
    }
    if (most && birth->latest().addYears(most + 1) <= question.today)
        findings.append(said(Finding::Severity::Doubt, u"x-maxAge"_s,
                             QCoreApplication::translate(
                                 "Validation", "This person is more than %1 years old; please look at the birth date again.")
                                 .arg(most)));
    return findings;
}

// A part that was not answered counts as nothing; where no part was, there is nothing to compare.
QList<Finding> checkSum(const FieldQuestion &question, const QJsonObject &schema)
{
    const QJsonValue value = valueAt(question.answers, question.field.pointer);
    const QStringList parts = schema.value("x-sumOf"_L1).toVariant().toStringList();
    if (parts.isEmpty() || !value.isDouble())
        return {};
    double sum = 0;
    bool any = false;
    QStringList titles;
    for (const QString &part : parts) {
        const QString here = seenFrom(*question.pack.compiled, question.field.pointer, part);
        const QJsonValue summand = valueAt(question.answers, here);
        any = any || summand.isDouble();
        sum += summand.toDouble();
        const FieldInfo *column = question.pack.compiled->columnOf(here);
        const FieldInfo *field = column ? column : question.pack.compiled->fieldOf(here);
        titles.append(field ? field->title : part);
    }
    if (!any || std::abs(sum - value.toDouble()) < sumTolerance)
        return {};
    return { said(Finding::Severity::Error, u"x-sumOf"_s,
                  QCoreApplication::translate("Validation", "This number must be %1 = %2.")
                      .arg(quoted(titles), QString::number(sum, 'g', 12))) };
}

// Nothing is said while an answer to compare with is still to come: its group is begun, but it is not there yet.
QList<Finding> checkSame(const FieldQuestion &question, const QJsonObject &schema)
{
    const QJsonValue value = valueAt(question.answers, question.field.pointer);
    const QStringList others = schema.value("x-sameAs"_L1).toVariant().toStringList();
    QStringList titles;
    for (const QString &other : others) {
        const QString here = seenFrom(*question.pack.compiled, question.field.pointer, other);
        const QJsonValue there = valueAt(question.answers, here);
        if (there == value)
            return {};
        const bool begun = !valueAt(question.answers, here.left(here.lastIndexOf(u'/'))).isUndefined();
        if (there.isUndefined() && begun)
            return {};
        const FieldInfo *field = question.pack.compiled->fieldOf(here);
        if (!there.isUndefined() && field)
            titles.append(field->section.isEmpty() ? field->title : field->section + u": "_s + field->title);
    }
    if (titles.isEmpty())
        return {};
    return { said(Finding::Severity::Error, u"x-sameAs"_s,
                  QCoreApplication::translate("Validation", "This must be the same as one of: %1.").arg(titles.join(u"; "_s))) };
}

QList<Finding> checkTime(const QString &time)
{
    static const QRegularExpression clock(u"\\A(?:[01][0-9]|2[0-3]):[0-5][0-9]\\z"_s);
    if (clock.match(time).hasMatch())
        return {};
    return { said(Finding::Severity::Error, u"x-format"_s,
                  QCoreApplication::translate("Validation", "Please write the time as hours and minutes, for example 07:30.")) };
}

QList<Finding> checkArea(double squareMetres)
{
    if (squareMetres < hugeArea)
        return {};
    return { said(
        Finding::Severity::Doubt, u"x-format"_s,
        QCoreApplication::translate("Validation", "This area is very large; please compare its decimal comma with the paper.")) };
}

QList<Finding> checkInsurance(const QString &number)
{
    if (isInsuranceNumber(number))
        return {};
    return { said(
        Finding::Severity::Doubt, u"x-format"_s,
        QCoreApplication::translate(
            "Validation", "An insurance number has 10 or 12 digits, a card 15 characters; please compare it with the card.")) };
}

} // namespace motcua
