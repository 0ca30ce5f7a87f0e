#include "core/procedure/packchanges.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/packschema.h"
#include "core/procedure/schemavalidator.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using What = PackChange::What;
using How = PackChange::How;

QString choiceTitles(const FieldInfo &field)
{
    QStringList titles;
    for (const Choice &choice : field.choices)
        titles.append(choice.title);
    return titles.join(u" / "_s);
}

// What people see of a field; two fields that look alike are the same to them.
QString wordsOf(const FieldInfo &field)
{
    const QString choices = choiceTitles(field);
    return choices.isEmpty() ? field.title : field.title + u": "_s + choices;
}

QString placed(const FieldInfo &field)
{
    return field.section.isEmpty() ? field.title : u"%1 – %2"_s.arg(field.section, field.title);
}

class Comparison
{
public:
    Comparison(const ProcedurePack &from, const ProcedurePack &to)
        : m_from(from)
        , m_to(to)
    {
    }

    QList<PackChange> run()
    {
        compareFields();
        comparePapers();
        compareText(What::Fee, m_from.feeText, m_to.feeText);
        compareText(What::Deadline, m_from.deadlineText, m_to.deadlineText);
        compareText(What::Result, m_from.resultText, m_to.resultText);
        compareAdvice();
        compareLaw();
        return m_changes;
    }

private:
    void say(What what, How how, const QString &title, const QString &before = {}, const QString &after = {})
    {
        m_changes.append({ what, how, title, before, after });
    }

    static const FieldInfo *same(const ProcedurePack &pack, const FieldInfo &field)
    {
        const FieldInfo *found = pack.compiled->fieldOf(field.pointer);
        return found && found->pointer == field.pointer ? found : nullptr;
    }

    void compareFields()
    {
        for (const FieldInfo &field : m_to.compiled->fields()) {
            const FieldInfo *before = same(m_from, field);
            if (!before)
                say(What::Field, How::Added, placed(field));
            else if (wordsOf(*before) != wordsOf(field))
                say(What::Field, How::Changed, placed(field), wordsOf(*before), wordsOf(field));
            else if (before->type != field.type || before->format != field.format)
                say(What::Field, How::Changed, placed(field));
        }
        for (const FieldInfo &field : m_from.compiled->fields()) {
            if (!same(m_to, field))
                say(What::Field, How::Removed, placed(field));
        }
    }

    static const Component *same(const ProcedurePack &pack, const Component &component)
    {
        const auto found = std::find_if(pack.components.cbegin(), pack.components.cend(),
                                        [&](const Component &one) { return one.code == component.code; });
        return found == pack.components.cend() ? nullptr : &*found;
    }

    void comparePapers()
    {
        for (const Component &component : m_to.components) {
            const Component *before = same(m_from, component);
            if (!before)
                say(What::Paper, How::Added, component.title);
            else if (before->title != component.title || before->handling != component.handling
                     || before->required != component.required)
                say(What::Paper, How::Changed, component.title, before->title, component.title);
        }
        for (const Component &component : m_from.components) {
            if (!same(m_to, component))
                say(What::Paper, How::Removed, component.title);
        }
    }

    void compareText(What what, const QString &before, const QString &after)
    {
        if (before != after)
            say(what, How::Changed, {}, before, after);
    }

    void compareAdvice()
    {
        for (const Advice &advice : m_to.advice) {
            const auto before = std::find_if(m_from.advice.cbegin(), m_from.advice.cend(),
                                             [&](const Advice &one) { return one.id == advice.id; });
            if (before == m_from.advice.cend())
                say(What::Advice, How::Added, advice.title, {}, advice.text);
            else if (before->text != advice.text)
                say(What::Advice, How::Changed, advice.title, before->text, advice.text);
        }
    }

    void compareLaw()
    {
        const auto holds = [](const QList<LegalSource> &list, const LegalSource &source) {
            return std::any_of(list.cbegin(), list.cend(), [&](const LegalSource &one) { return one.text == source.text; });
        };
        for (const LegalSource &source : m_to.legalBasis) {
            if (!holds(m_from.legalBasis, source))
                say(What::Law, How::Added, source.text);
        }
        for (const LegalSource &source : m_from.legalBasis) {
            if (!holds(m_to.legalBasis, source))
                say(What::Law, How::Removed, source.text);
        }
    }

    const ProcedurePack &m_from;
    const ProcedurePack &m_to;
    QList<PackChange> m_changes;
};

QString choiceTitle(const FieldInfo &field, const QJsonValue &value)
{
    const auto found =
        std::find_if(field.choices.cbegin(), field.choices.cend(), [&](const Choice &one) { return one.value == value; });
    return found == field.choices.cend() ? QString() : found->title;
}

bool fits(const ProcedurePack &pack, const FieldInfo &field, const QJsonValue &value)
{
    const FieldInfo *found = pack.compiled->fieldOf(field.pointer);
    if (!found || found->pointer != field.pointer || found->type != field.type)
        return false;
    // What the older version found wrong (a number too short) is still an answer to the same question.
    if (found->choices.isEmpty() && found->type == "string"_L1)
        return value.isString() && (found->maxLength <= 0 || value.toString().size() <= found->maxLength);
    const auto validator = SchemaValidator::compile(schemaAt(pack.compiled->schema(), field.pointer));
    return validator && validator->accepts(value);
}

} // namespace

QList<PackChange> packChanges(const ProcedurePack &from, const ProcedurePack &to)
{
    return Comparison(from, to).run();
}

MovedAnswers moveAnswers(const ProcedurePack &from, const ProcedurePack &to, const QJsonObject &data)
{
    MovedAnswers moved { initialData(to), {} };
    for (const FieldInfo &field : from.compiled->fields()) {
        const QJsonValue value = valueAt(data, field.pointer);
        if (value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty()))
            continue;
        if (fits(to, field, value))
            setValueAt(moved.data, field.pointer, value);
        else if (value != field.defaultValue)
            moved.left.append({ field.pointer, field.section, field.title, value, choiceTitle(field, value) });
    }
    return moved;
}

} // namespace motcua
