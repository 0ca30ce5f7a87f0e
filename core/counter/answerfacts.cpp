#include "core/counter/answerfacts.h"

#include "core/identity/administrativeunits.h"
#include "core/paper/papertemplate.h"
#include "core/procedure/answertext.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/rowform.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int rowsOnPaper = 4; // printed at least, so that there is room to write
constexpr int cellsInLine = 3;
constexpr int columnsInTable = 8; // more would break words: such rows are printed as sentences

QString capitals(const QString &text)
{
    return QLocale(QLocale::Vietnamese).toUpper(text);
}

QString wordOf(const QJsonValue &value)
{
    return value.toVariant().toString();
}

QJsonObject box(bool ticked)
{
    return formThing(ticked ? u"box:1"_s : u"box:0"_s);
}

class Forms
{
public:
    Forms(const AnswerFacts &facts)
        : m_facts(facts)
        , m_countries(countriesOf(facts.pack))
    {
    }

    QString text(const FieldInfo &field, const QJsonValue &value) const
    {
        QString said = answerText(field, value, m_facts.units, m_countries);
        if (field.format == "personalId"_L1 || field.format == "phone"_L1)
            said.replace(u' ', QChar::Nbsp); // a number stays on one line
        if (field.format == "address"_L1)
            said = unitsInSentence(said, value.toObject());
        return said.isEmpty() && m_facts.everything ? u"x"_s : said;
    }

    // The field and everything beside it, as members named `name…`.
    void put(QJsonObject &into, const QString &name, const FieldInfo &field, const QJsonValue &value) const
    {
        const QString said = text(field, value);
        const auto set = [&](const QString &beside, const QJsonValue &what) { into.insert(name + beside, what); };
        if (!said.isEmpty())
            set({}, said);
        if (field.format == "personName"_L1 && !said.isEmpty())
            set(u":upper"_s, capitals(said));
        if (field.format == "personalId"_L1)
            set(u":digits"_s, formThing(u"digits:"_s + value.toString()));
        if (field.format == "date"_L1 || field.format == "partialDate"_L1)
            putDate(set, value.toString());
        for (const Choice &choice : field.choices) {
            set(u":tick:"_s + wordOf(choice.value), box(choice.value == value));
            if (choice.value == value || m_facts.everything)
                set(u":is:"_s + wordOf(choice.value), true);
        }
        if (field.type == "boolean"_L1) {
            set(u":tick"_s, box(value.toBool()));
            if (value.toBool() || m_facts.everything)
                set(u":is"_s, true);
        }
    }

    QJsonArray rows(const RowForm &form, const QJsonArray &answers) const
    {
        QJsonArray made;
        const qsizetype count = std::max<qsizetype>(answers.size(), m_facts.everything ? 1 : 0);
        for (qsizetype i = 0; i < count; ++i) {
            QJsonObject row { { "no"_L1, qint64(i + 1) } };
            for (const FieldInfo &column : form.columns) {
                const QString name = column.pointer.mid(1).replace(u'/', u'-');
                // A cell of a table stays empty where nothing is known.
                row.insert(name, QString(QChar::Nbsp));
                put(row, name, column, valueAt(answers.at(i).toObject(), column.pointer));
            }
            made.append(row);
        }
        return made;
    }

private:
    // "Thôn 3, xã Đa Kia, thành phố Đồng Nai": kinds of units are no names.
    QString unitsInSentence(QString text, const QJsonObject &address) const
    {
        for (const QLatin1StringView member : { "commune"_L1, "province"_L1 }) {
            const AdministrativeUnit *unit = m_facts.units.find(address.value(member).toString());
            const QString name = unit ? unit->fullName() : QString();
            if (!name.isEmpty())
                text.replace(name, name.left(1).toLower() + name.mid(1));
        }
        return text;
    }

    template <typename Set>
    void putDate(const Set &set, const QString &stored) const
    {
        const QStringList parts = m_facts.everything ? QStringList { u"2026"_s, u"11"_s, u"22"_s } : stored.split(u'-');
        const QStringList names { u":year"_s, u":month"_s, u":day"_s };
        for (qsizetype i = 0; i < std::min(parts.size(), names.size()); ++i)
            set(names.at(i), parts.at(i));
    }

    const AnswerFacts &m_facts;
    QList<Choice> m_countries;
};

// Puts members beside one another at the place a data pointer names.
void putAt(QJsonObject &whole, QStringList path, const QJsonObject &members)
{
    if (path.isEmpty()) {
        for (auto it = members.begin(); it != members.end(); ++it)
            whole.insert(it.key(), it.value());
        return;
    }
    const QString first = path.takeFirst();
    QJsonObject inner = whole.value(first).toObject();
    putAt(inner, path, members);
    whole.insert(first, inner);
}

class Sections
{
public:
    Sections(const AnswerFacts &facts, const QStringList &omitted)
        : m_facts(facts)
        , m_forms(facts)
        , m_omitted(omitted.cbegin(), omitted.cend())
    {
    }

    QJsonArray run()
    {
        QJsonArray sections;
        const LayoutElement &layout = m_facts.pack.layout;
        const bool categories = layout.kind == LayoutElement::Kind::Categorization;
        for (const LayoutElement &element : categories ? layout.children : QList<LayoutElement> { layout }) {
            const QJsonArray items = isHidden(element) ? QJsonArray() : itemsOf(element);
            if (!items.isEmpty())
                sections.append(QJsonObject { { "title"_L1, capitals(element.label) }, { "items"_L1, items } });
        }
        return sections;
    }

private:
    bool isHidden(const LayoutElement &element) const
    {
        const bool omitted = element.field && m_omitted.contains(element.field->pointer);
        return omitted || m_facts.state.hiddenElements.contains(element.id);
    }

    QJsonArray itemsOf(const LayoutElement &element)
    {
        QJsonArray items;
        if (element.kind == LayoutElement::Kind::Horizontal) {
            appendLine(items, element);
            return items;
        }
        for (const LayoutElement &child : element.children) {
            if (isHidden(child))
                continue;
            if (child.field) {
                appendField(items, child);
                continue;
            }
            const QJsonArray inner = itemsOf(child);
            const bool titled = child.kind == LayoutElement::Kind::Group && !inner.isEmpty();
            if (titled)
                items.append(QJsonObject { { "head"_L1, child.label } });
            for (const auto &item : inner)
                items.append(item);
        }
        return items;
    }

    // Fields beside one another on the screen share a line on paper.
    void appendLine(QJsonArray &items, const LayoutElement &element)
    {
        QList<const LayoutElement *> shown;
        bool plain = true;
        for (const LayoutElement &child : element.children) {
            if (isHidden(child))
                continue;
            shown.append(&child);
            plain = plain && child.field && child.field->type != "array"_L1 && !child.field->confirmation;
        }
        if (plain && shown.size() <= cellsInLine && !shown.isEmpty()) {
            QJsonArray cells;
            for (const LayoutElement *child : std::as_const(shown))
                cells.append(cell(*child, int(100 / shown.size())));
            items.append(QJsonObject { { "line"_L1, true }, { "cells"_L1, cells } });
            return;
        }
        for (const LayoutElement *child : std::as_const(shown)) {
            if (child->field)
                appendField(items, *child);
            else
                for (const auto &item : itemsOf(*child))
                    items.append(item);
        }
    }

    void appendField(QJsonArray &items, const LayoutElement &element)
    {
        const FieldInfo &field = *element.field;
        if (field.confirmation)
            items.append(QJsonObject { { "statement"_L1, labelOf(element) } });
        else if (const RowForm *form = m_facts.pack.compiled->rowForm(field.pointer))
            items.append(form->columns.size() > columnsInTable ? QJsonObject { { "blocks"_L1, blocks(element, *form) } }
                                                               : QJsonObject { { "table"_L1, table(element, *form) } });
        else
            items.append(QJsonObject { { "line"_L1, true }, { "cells"_L1, QJsonArray { cell(element, 100) } } });
    }

    QJsonObject cell(const LayoutElement &element, int width)
    {
        QJsonObject made { { "no"_L1, ++m_number }, { "label"_L1, labelOf(element) }, { "width"_L1, width } };
        const QString said = m_forms.text(*element.field, valueAt(m_facts.state.answers, element.field->pointer));
        const bool isName = element.field->format == "personName"_L1;
        made.insert(u"text"_s, isName ? capitals(said) : said);
        return made;
    }

    QJsonObject table(const LayoutElement &element, const RowForm &form)
    {
        const QJsonArray answers = valueAt(m_facts.state.answers, element.field->pointer).toArray();
        QJsonArray heads;
        for (const FieldInfo &column : form.columns)
            heads.append(QJsonObject { { "title"_L1, column.title } });
        QJsonArray rows;
        for (int i = 0; i < answers.size(); ++i) {
            QJsonArray cells;
            for (const FieldInfo &column : form.columns) {
                const QString said = m_forms.text(column, valueAt(answers.at(i).toObject(), column.pointer));
                cells.append(QJsonObject { { "text"_L1, said.isEmpty() ? QString(QChar::Nbsp) : said } });
            }
            rows.append(QJsonObject { { "no"_L1, i + 1 }, { "cells"_L1, cells } });
        }
        return { { "no"_L1, ++m_number }, { "label"_L1, labelOf(element) }, { "heads"_L1, heads }, { "rows"_L1, rows } };
    }

    QJsonObject blocks(const LayoutElement &element, const RowForm &form)
    {
        const QJsonArray answers = valueAt(m_facts.state.answers, element.field->pointer).toArray();
        QJsonArray rows;
        for (int i = 0; i < answers.size(); ++i) {
            QStringList words;
            for (const FieldInfo &column : form.columns) {
                const QString said = m_forms.text(column, valueAt(answers.at(i).toObject(), column.pointer));
                if (!said.isEmpty())
                    words.append(column.title + u": "_s + said);
            }
            const QString title = form.title.isEmpty() ? QString::number(i + 1) : form.title + u' ' + QString::number(i + 1);
            rows.append(QJsonObject { { "title"_L1, title }, { "words"_L1, words.join(u"; "_s) } });
        }
        return { { "no"_L1, ++m_number }, { "label"_L1, labelOf(element) }, { "rows"_L1, rows } };
    }

    static QString labelOf(const LayoutElement &element)
    {
        return element.label.isEmpty() ? element.field->title : element.label;
    }

    const AnswerFacts &m_facts;
    Forms m_forms;
    QSet<QString> m_omitted;
    int m_number = 0;
};

} // namespace

QJsonObject AnswerFacts::values() const
{
    const Forms forms(*this);
    QJsonObject whole;
    for (const FieldInfo &field : pack.compiled->fields()) {
        QStringList path = field.pointer.split(u'/', Qt::SkipEmptyParts);
        const QString name = path.takeLast();
        const QJsonValue value = valueAt(state.answers, field.pointer);
        QJsonObject members;
        if (const RowForm *form = pack.compiled->rowForm(field.pointer)) {
            const QJsonArray rows = forms.rows(*form, value.toArray());
            QJsonArray blank;
            for (qsizetype no = rows.size() + 1; no <= rowsOnPaper; ++no)
                blank.append(QJsonObject { { "no"_L1, no } });
            members = { { name, rows }, { name + u":blank"_s, blank }, { name + u":count"_s, rows.size() } };
        } else {
            forms.put(members, name, field, value);
        }
        putAt(whole, path, members);
    }
    return whole;
}

QJsonArray AnswerFacts::sections(const QStringList &omitted) const
{
    if (everything) {
        const QJsonObject cell { { "no"_L1, 1 }, { "label"_L1, u"x"_s }, { "width"_L1, 100 }, { "text"_L1, u"x"_s } };
        const QJsonObject row { { "no"_L1, 1 }, { "cells"_L1, QJsonArray { cell } } };
        const QJsonObject table { { "no"_L1, 1 },
                                  { "label"_L1, u"x"_s },
                                  { "heads"_L1, QJsonArray { QJsonObject { { "title"_L1, u"x"_s } } } },
                                  { "rows"_L1, QJsonArray { row } } };
        const QJsonObject block { { "title"_L1, u"x"_s }, { "words"_L1, u"x"_s } };
        const QJsonObject blocks { { "no"_L1, 1 }, { "label"_L1, u"x"_s }, { "rows"_L1, QJsonArray { block } } };
        const QJsonObject item { { "line"_L1, true },   { "cells"_L1, QJsonArray { cell } },
                                 { "head"_L1, u"x"_s }, { "statement"_L1, u"x"_s },
                                 { "table"_L1, table }, { "blocks"_L1, blocks } };
        return { QJsonObject { { "title"_L1, u"x"_s }, { "items"_L1, QJsonArray { item } } } };
    }
    return Sections(*this, omitted).run();
}

} // namespace motcua
