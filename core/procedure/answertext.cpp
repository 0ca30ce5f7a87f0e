#include "core/procedure/answertext.h"

#include "core/identity/administrativeunits.h"
#include "core/identity/ethnicgroups.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/sentences.h"
#include "core/procedure/shownvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const FieldInfo *firstOfFormat(const LayoutElement &element, QStringView format)
{
    if (element.field && element.field->format == format && !element.field->choices.isEmpty())
        return &*element.field;
    for (const LayoutElement &child : element.children) {
        if (const FieldInfo *field = firstOfFormat(child, format))
            return field;
    }
    return nullptr;
}

QString shownText(const FieldInfo &field, const QString &stored)
{
    if (field.format == "personalId"_L1)
        return groupedDigits(stored, 3, 3);
    if (field.format == "phone"_L1)
        return stored.startsWith(u'+') ? stored : groupedDigits(stored, 4, 3);
    if (field.format == "date"_L1 || field.format == "partialDate"_L1)
        return shownDate(stored);
    return stored.trimmed();
}

class Collector
{
public:
    Collector(const ProcedurePack &pack, const FormState &state, const AdministrativeUnits &units)
        : m_pack(pack)
        , m_state(state)
        , m_units(units)
        , m_countries(countriesOf(pack))
    {
    }

    void collect(const LayoutElement &element, AnswerSection &section) const
    {
        if (m_state.hiddenElements.contains(element.id))
            return;
        const RowForm *rows = element.field ? m_pack.compiled->rowForm(element.field->pointer) : nullptr;
        if (rows) {
            collectRows(element, *rows, section);
        } else if (element.field) {
            const QString text =
                answerText(*element.field, valueAt(m_state.answers, element.field->pointer), m_units, m_countries);
            if (!text.isEmpty())
                section.lines.append(
                    { element.field->pointer, element.label.isEmpty() ? element.field->title : element.label, text });
        }
        for (const LayoutElement &child : element.children)
            collect(child, section);
    }

private:
    // Each answer of a row by itself, so that a press on its line leads to its cell.
    void collectRows(const LayoutElement &element, const RowForm &form, AnswerSection &section) const
    {
        const QJsonArray rows = valueAt(m_state.answers, element.field->pointer).toArray();
        for (int row = 0; row < rows.size(); ++row) {
            for (const FieldInfo &column : form.columns) {
                const QString text = answerText(column, valueAt(rows.at(row).toObject(), column.pointer), m_units, m_countries);
                if (!text.isEmpty())
                    section.lines.append({ element.field->pointer + u'/' + QString::number(row) + column.pointer,
                                           rowLabel(element.label, form, row, column.title), text });
            }
        }
    }

    const ProcedurePack &m_pack;
    const FormState &m_state;
    const AdministrativeUnits &m_units;
    QList<Choice> m_countries;
};

} // namespace

QList<Choice> countriesOf(const ProcedurePack &pack)
{
    const FieldInfo *field = firstOfFormat(pack.layout, u"nationality");
    return field ? field->choices : QList<Choice> {};
}

QString addressText(const QJsonObject &address, const AdministrativeUnits &units, const QList<Choice> &countries)
{
    QStringList parts;
    const auto add = [&](const QString &part) {
        if (!part.trimmed().isEmpty())
            parts.append(part.simplified());
    };
    add(address["detail"_L1].toString());
    const QString country = address["country"_L1].toString();
    if (!country.isEmpty() && country != "VN"_L1) {
        QString name = country;
        for (const Choice &choice : countries) {
            if (choice.value == country)
                name = choice.title;
        }
        add(name);
    } else {
        const QString commune = address["commune"_L1].toString();
        const AdministrativeUnit *province = units.find(address["province"_L1].toString());
        if (!commune.isEmpty())
            add(units.fullName(commune));
        else if (province)
            add(province->fullName());
    }
    QString text = parts.join(u", "_s);
    const QString old = address["asWritten"_L1].toString().simplified();
    if (!old.isEmpty())
        text = text.isEmpty() ? old : QCoreApplication::translate("AnswerText", "%1 (on the papers: %2)").arg(text, old);
    return text;
}

QString answerText(const FieldInfo &field, const QJsonValue &value, const AdministrativeUnits &units,
                   const QList<Choice> &countries)
{
    if (value.isUndefined() || value.isNull())
        return {};
    for (const Choice &choice : field.choices) {
        if (choice.value == value)
            return choice.title;
    }
    if (field.format == "address"_L1)
        return addressText(value.toObject(), units, countries);
    if (field.format == "ethnicity"_L1) {
        for (const EthnicGroup &group : ethnicGroups()) {
            if (value == group.code)
                return group.name;
        }
    }
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("AnswerText", "Yes")
                              : QCoreApplication::translate("AnswerText", "No");
    if (value.isDouble() && field.format == "money"_L1)
        return QCoreApplication::translate("AnswerText", "%1 dong").arg(shownMoney(value.toInteger()));
    if (value.isDouble() && field.format == "area"_L1)
        return QCoreApplication::translate("AnswerText", "%1 m²").arg(shownNumber(value.toDouble()));
    return value.isDouble() ? shownNumber(value.toDouble()) : shownText(field, value.toString());
}

QList<AnswerSection> answerSections(const ProcedurePack &pack, const FormState &state, const AdministrativeUnits &units)
{
    const Collector collector(pack, state, units);
    QList<AnswerSection> sections;
    const auto addSection = [&](const LayoutElement &element, int step) {
        AnswerSection section { element.label.isEmpty() ? pack.shortName : element.label, step, {} };
        collector.collect(element, section);
        if (!section.lines.isEmpty())
            sections.append(section);
    };
    if (pack.layout.kind == LayoutElement::Kind::Categorization) {
        for (int step = 0; step < pack.layout.children.size(); ++step)
            addSection(pack.layout.children[step], step);
    } else {
        addSection(pack.layout, 0);
    }
    return sections;
}

} // namespace motcua
