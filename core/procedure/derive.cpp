#include "core/procedure/derive.h"

#include "core/base/numberwords.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/packschema.h"
#include "core/procedure/partialdate.h"

#include <QHash>
#include <QJsonArray>

#include <optional>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// The values a pointer names: one, or one of each row of a list on the way.
void collectValues(const QJsonValue &value, const QStringList &tokens, qsizetype at, QList<QJsonValue> &values)
{
    if (value.isArray() && at < tokens.size()) {
        bool isIndex = false;
        const int index = tokens.at(at).toInt(&isIndex);
        if (isIndex)
            return collectValues(value.toArray().at(index), tokens, at + 1, values);
        for (const auto &row : value.toArray())
            collectValues(row, tokens, at, values);
        return;
    }
    if (at < tokens.size())
        return collectValues(value.toObject().value(tokens.at(at)), tokens, at + 1, values);
    if (!value.isUndefined())
        values.append(value);
}

std::optional<PartialDate> firstDate(const QList<QJsonValue> &values)
{
    for (const QJsonValue &value : values) {
        if (const auto date = partialDateFromStored(value.toString()))
            return date;
    }
    return {};
}

QJsonValue sumOf(const QList<QJsonValue> &values)
{
    double sum = 0;
    bool any = false;
    for (const QJsonValue &value : values) {
        any = any || value.isDouble();
        sum += value.toDouble();
    }
    // Hundredths are the smallest parts anybody adds up here; binary fractions would show otherwise.
    return any ? QJsonValue(qRound64(sum * 100) / 100.0) : QJsonValue(QJsonValue::Undefined);
}

class Derivations
{
public:
    Derivations(const CompiledPack &compiled, QDate today)
        : m_compiled(compiled)
        , m_today(today)
    {
    }

    QJsonValue made(const Derivation &one, const QString &pointer, const QJsonObject &answers) const
    {
        QList<QJsonValue> values;
        for (const QString &from : one.from)
            collectValues(answers, seenFrom(m_compiled, pointer, from).split(u'/').mid(1), 0, values);
        if (one.kind == Derivation::Kind::Sum)
            return sumOf(values);
        const std::optional<PartialDate> date = firstDate(values);
        if (!date)
            return QJsonValue::Undefined;
        if (one.kind == Derivation::Kind::OlderThanDays)
            return date->latest().daysTo(m_today) > one.days;
        return dateInWords(date->stored());
    }

    void apply(const Derivation &one, const QString &pointer, QJsonObject &answers, const QJsonObject *before) const
    {
        const QJsonValue now = valueAt(answers, pointer);
        const QJsonValue made = this->made(one, pointer, answers);
        if (now == made || (one.kind == Derivation::Kind::DateInWords && !follows(one, pointer, now, made, before)))
            return;
        setValueAt(answers, pointer, made);
    }

private:
    bool follows(const Derivation &one, const QString &pointer, const QJsonValue &now, const QJsonValue &made,
                 const QJsonObject *before) const
    {
        const bool empty = now.toString().trimmed().isEmpty();
        if (!before)
            return empty;
        const QJsonValue madeBefore = this->made(one, pointer, *before);
        if (madeBefore == made)
            return false;
        return empty || now == madeBefore;
    }

    const CompiledPack &m_compiled;
    QDate m_today;
};

OrProblem<void> checkDerivation(const Derivation &one, const QJsonObject &schema, const CompiledPack &compiled, const QString &at)
{
    static const QHash<Derivation::Kind, QStringList> types { { Derivation::Kind::DateInWords, { u"string"_s } },
                                                              { Derivation::Kind::OlderThanDays, { u"boolean"_s } },
                                                              { Derivation::Kind::Sum, { u"integer"_s, u"number"_s } } };
    if (!types.value(one.kind).contains(schema.value("type"_L1).toString()))
        return problem(at, u"a field of this type cannot be derived so"_s);
    if (one.kind == Derivation::Kind::OlderThanDays && one.days < 1)
        return problem(at + u"/days"_s, u"olderThanDays needs a number of days"_s);
    for (qsizetype i = 0; i < one.from.size(); ++i) {
        if (schemaAt(compiled.schema(), one.from.at(i)).isEmpty())
            return problem(at + u"/from/"_s + QString::number(i), u"this pointer leads to no field of the form"_s);
    }
    return {};
}

OrProblem<void> collect(const QJsonObject &schema, const QString &pointer, const QString &at, const CompiledPack &compiled,
                        QList<Derivation> &found)
{
    static const QHash<QString, Derivation::Kind> kinds { { u"dateInWords"_s, Derivation::Kind::DateInWords },
                                                          { u"olderThanDays"_s, Derivation::Kind::OlderThanDays },
                                                          { u"sum"_s, Derivation::Kind::Sum } };
    for (const QString &leaf : leafPointers(schema)) {
        const QJsonObject leafSchema = schemaAt(schema, leaf);
        const QString leafAt = at + QString(leaf).replace(u"/"_s, u"/properties/"_s);
        if (leafSchema.value("items"_L1).isObject()) {
            if (auto done =
                    collect(leafSchema.value("items"_L1).toObject(), pointer + leaf, leafAt + u"/items"_s, compiled, found);
                !done)
                return done;
        }
        const QJsonObject derived = leafSchema.value("x-derived"_L1).toObject();
        if (derived.isEmpty())
            continue;
        const Derivation one { pointer + leaf, kinds.value(derived.value("as"_L1).toString()),
                               derived.value("from"_L1).toVariant().toStringList(), derived.value("days"_L1).toInt() };
        if (auto done = checkDerivation(one, leafSchema, compiled, leafAt + u"/x-derived"_s); !done)
            return done;
        found.append(one);
    }
    return {};
}

} // namespace

OrProblem<QList<Derivation>> derivationsOf(const CompiledPack &compiled)
{
    QList<Derivation> found;
    if (auto done = collect(compiled.schema(), {}, u"/schema"_s, compiled, found); !done)
        return tl::unexpected(done.error());
    return found;
}

QJsonObject derive(const ProcedurePack &pack, const QJsonObject &answers, QDate today, const QJsonObject *before)
{
    const CompiledPack &compiled = *pack.compiled;
    const Derivations derivations(compiled, today);
    QJsonObject derived = answers;
    for (const Derivation &one : compiled.derivations()) {
        const FieldInfo *list = compiled.fieldOf(one.pointer);
        if (!list || !compiled.rowForm(list->pointer)) {
            derivations.apply(one, one.pointer, derived, before);
            continue;
        }
        const QString column = one.pointer.mid(list->pointer.size());
        const QJsonArray rows = valueAt(derived, list->pointer).toArray();
        for (int row = 0; row < rows.size(); ++row) {
            if (rows.at(row).isObject())
                derivations.apply(one, list->pointer + u'/' + QString::number(row) + column, derived, before);
        }
    }
    return derived;
}

QString dateInWords(const QString &storedDate)
{
    const std::optional<PartialDate> date = partialDateFromStored(storedDate);
    if (!date)
        return {};
    const QString year = u"năm "_s + numberInWords(date->year);
    if (!date->month)
        return year;
    // The fourth month has a name of its own.
    const QString month = u"tháng %1 "_s.arg(date->month == 4 ? u"tư"_s : numberInWords(date->month)) + year;
    return date->day ? u"ngày %1 "_s.arg(numberInWords(date->day)) + month : month;
}

} // namespace motcua
