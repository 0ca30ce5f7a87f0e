#include "core/procedure/formstate.h"

#include "core/base/clock.h"
#include "core/procedure/answers.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/fieldchecks.h"
#include "core/procedure/packschema.h"
#include "core/procedure/requiredfields.h"
#include "core/procedure/sentences.h"
#include "core/procedure/visibility.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool isInside(const QString &pointer, const QString &outer)
{
    return pointer == outer || pointer.startsWith(outer + u'/');
}

class Evaluation
{
public:
    Evaluation(const ProcedurePack &pack, const QHash<QString, int> &papers, QDate today)
        : m_pack(pack)
        , m_compiled(*pack.compiled)
        , m_papers(papers)
        , m_today(today)
    {
    }

    FormState run(const QJsonObject &data)
    {
        const CleanAnswers clean = cleanAnswers(m_pack, data);
        Visibility seen = visibilityOf(m_pack, clean.data);
        m_state.hiddenElements = std::move(seen.hidden);
        m_state.disabledElements = std::move(seen.disabled);
        m_state.answers = std::move(seen.answers);

        m_required = requiredPointers(m_compiled, m_state.answers);
        m_fields = fieldsNow(m_compiled, m_state.answers);
        for (const FieldInfo &field : std::as_const(m_fields)) {
            if (m_required.contains(field.pointer) && seen.visibleFields.contains(m_compiled.fieldOf(field.pointer)->pointer))
                m_state.requiredFields.insert(field.pointer);
        }
        for (const QString &pointer : clean.oversized) {
            const int limit = schemaAt(m_compiled.schema(), pointer).value("maxLength"_L1).toInt(defaultLimit);
            if (!valueAt(m_state.answers, pointer).isUndefined())
                addViolation({ pointer, u"maxLength"_s, limit });
        }
        addMissing();
        addViolations();
        addChecks();
        const auto inOrder = [this](const Finding &one, const Finding &other) {
            return m_compiled.orderOf(one.pointer) < m_compiled.orderOf(other.pointer);
        };
        std::stable_sort(m_state.findings.begin(), m_state.findings.end(), inOrder);
        addComponents();
        for (const Advice &advice : m_pack.advice) {
            if (m_compiled.holds(adviceName(advice.id), m_state.answers))
                m_state.advice.append(advice);
        }
        return std::move(m_state);
    }

private:
    static constexpr int defaultLimit = 1000;

    void addMissing()
    {
        for (const FieldInfo &field : std::as_const(m_fields)) {
            if (!m_required.contains(field.pointer))
                continue;
            const QJsonValue value = valueAt(m_state.answers, field.pointer);
            const bool unconfirmed = field.confirmation && value == QJsonValue(false);
            if (value.isUndefined() || unconfirmed)
                addMissing(field.pointer, sentenceWhenMissing(field));
        }
    }

    QString sentenceWhenMissing(const FieldInfo &field) const
    {
        if (field.confirmation)
            return confirmationSentence();
        if (field.type == "array"_L1)
            return missingRowsSentence(field.title);
        return missingSentence(labelOf(field.pointer), !field.choices.isEmpty());
    }

    void addMissing(const QString &pointer, const QString &sentence)
    {
        Finding finding = about(pointer);
        finding.severity = Finding::Severity::Missing;
        finding.keyword = u"required"_s;
        finding.message = ownMessage(pointer, finding.keyword, sentence);
        m_state.findings.append(finding);
    }

    void addViolations()
    {
        const QList<SchemaViolation> violations = m_compiled.whole().violations(m_state.answers);
        for (const SchemaViolation &violation : violations) {
            // One finding each: an absent group is said by its absent fields, an unticked statement as missing. A list has a say of its own.
            const bool ofList = violation.keyword.endsWith("Items"_L1);
            const auto says = [&](const Finding &finding) {
                return ofList ? finding.pointer == violation.pointer : isInside(finding.pointer, violation.pointer);
            };
            if (std::any_of(m_state.findings.cbegin(), m_state.findings.cend(), says))
                continue;
            if (violation.keyword == "required"_L1)
                addMissing(violation.pointer, missingSentence(labelOf(violation.pointer), false));
            else
                addViolation(violation);
        }
    }

    void addViolation(const SchemaViolation &violation)
    {
        Finding finding = about(violation.pointer);
        finding.severity = Finding::Severity::Error;
        finding.keyword = violation.keyword;
        finding.message = ownMessage(violation.pointer, violation.keyword, violationSentence(violation, finding.label));
        m_state.findings.append(finding);
    }

    void addChecks()
    {
        for (const FieldInfo &field : std::as_const(m_fields)) {
            const bool alreadyWrong =
                std::any_of(m_state.findings.cbegin(), m_state.findings.cend(),
                            [&](const Finding &finding) { return isInside(finding.pointer, field.pointer); });
            if (alreadyWrong)
                continue;
            for (const Finding &check : checkField({ m_pack, m_state.answers, field, m_today })) {
                Finding finding = about(field.pointer);
                finding.severity = check.severity;
                finding.keyword = check.keyword;
                // The checks of a format have sentences of their own, several for one keyword.
                finding.message =
                    check.keyword == "x-format"_L1 ? check.message : ownMessage(field.pointer, check.keyword, check.message);
                m_state.findings.append(finding);
            }
        }
    }

    void addComponents()
    {
        for (const Component &component : m_pack.components) {
            ComponentState state;
            state.code = component.code;
            state.applies = m_compiled.holds(componentName(component.code), m_state.answers);
            state.required = state.applies && isRequired(component);
            state.papers = m_papers.value(component.code);
            m_state.components.append(state);
            if (!state.required || state.papers > 0)
                continue;
            Finding finding;
            finding.severity = Finding::Severity::Missing;
            finding.component = component.code;
            finding.label = component.title;
            finding.keyword = u"component"_s;
            finding.message = missingPaperSentence(component.title);
            finding.source = component.source;
            m_state.findings.append(finding);
        }
    }

    bool isRequired(const Component &component) const
    {
        return component.required
               || (component.requiredWhen && m_compiled.holds(componentRequiredName(component.code), m_state.answers));
    }

    Finding about(const QString &pointer) const
    {
        Finding finding;
        finding.pointer = pointer;
        finding.label = labelOf(pointer);
        if (const FieldInfo *field = m_compiled.fieldOf(pointer)) {
            const FieldInfo *column = m_compiled.columnOf(pointer);
            finding.source = column && !column->source.text.isEmpty() ? column->source : field->source;
            finding.section = field->section;
        }
        return finding;
    }

    QString labelOf(const QString &pointer) const
    {
        const FieldInfo *field = m_compiled.fieldOf(pointer);
        if (field && field->pointer == pointer)
            return field->title;
        const QString inner = schemaAt(m_compiled.schema(), pointer).value("title"_L1).toString();
        if (const auto place = m_compiled.rowPlace(pointer))
            return rowLabel(field->title, *m_compiled.rowForm(place->list), place->row, columnLabel(pointer, inner));
        if (field)
            return inner.isEmpty() ? field->title : field->title + u": "_s + inner;
        return inner.isEmpty() ? pointer : inner;
    }

    QString columnLabel(const QString &pointer, const QString &inner) const
    {
        const FieldInfo *column = m_compiled.columnOf(pointer);
        if (!column)
            return {};
        const bool itself = pointer.endsWith(column->pointer);
        return itself || inner.isEmpty() ? column->title : column->title + u": "_s + inner;
    }

    // The pack may say it better, for this one field.
    QString ownMessage(const QString &pointer, const QString &keyword, const QString &otherwise) const
    {
        const QJsonObject messages = schemaAt(m_compiled.schema(), pointer).value("x-messages"_L1).toObject();
        return messages.value(keyword).toString(otherwise);
    }

    const ProcedurePack &m_pack;
    const CompiledPack &m_compiled;
    const QHash<QString, int> &m_papers;
    QDate m_today;
    QSet<QString> m_required;
    QList<FieldInfo> m_fields; // those of the rows too
    FormState m_state;
};

} // namespace

bool FormState::complete() const
{
    return std::none_of(findings.cbegin(), findings.cend(), [](const Finding &finding) { return finding.blocks(); });
}

FormState evaluateForm(const ProcedurePack &pack, const QJsonObject &data, const QHash<QString, int> &papers, QDate today)
{
    const QDate day = today.isValid() ? today : toLegalTime(SystemClock().now()).date();
    return Evaluation(pack, papers, day).run(data);
}

} // namespace motcua
