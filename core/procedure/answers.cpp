#include "core/procedure/answers.h"

#include "core/base/text.h"
#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/typedvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Far above every maxLength, far below what makes a backtracking regular expression use up the stack.
constexpr qsizetype longestText = 4000;

QString normalizedLines(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines)
        line = normalized(line);
    return lines.join(u'\n').trimmed();
}

class Cleaner
{
public:
    explicit Cleaner(const CompiledPack &compiled)
        : m_compiled(compiled)
    {
        for (const FieldInfo &field : compiled.fields()) {
            if (field.multiline)
                m_multiline.insert(field.pointer);
        }
    }

    QJsonValue clean(const QJsonValue &value, const QString &pointer)
    {
        switch (value.type()) {
        case QJsonValue::String:
            return cleanText(value.toString(), pointer);
        case QJsonValue::Object:
            return cleanObject(value.toObject(), pointer);
        case QJsonValue::Array:
            return cleanArray(value.toArray(), pointer);
        case QJsonValue::Null:
            return QJsonValue::Undefined;
        default:
            return value;
        }
    }

    QStringList oversized;

private:
    QJsonValue cleanText(const QString &text, const QString &pointer)
    {
        QString clean = isMultiline(pointer) ? normalizedLines(text) : normalized(text);
        if (clean.size() > longestText) {
            oversized.append(pointer);
            clean.truncate(longestText);
        }
        return clean.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(clean);
    }

    QJsonValue cleanObject(const QJsonObject &object, const QString &pointer)
    {
        QJsonObject kept;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QJsonValue member = clean(it.value(), pointer + u'/' + it.key());
            if (!member.isUndefined())
                kept.insert(it.key(), member);
        }
        return kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept);
    }

    QJsonValue cleanArray(const QJsonArray &array, const QString &pointer)
    {
        QJsonArray kept;
        for (int i = 0; i < array.size(); ++i) {
            const QJsonValue item = clean(array.at(i), pointer + u'/' + QString::number(i));
            if (!item.isUndefined())
                kept.append(item);
        }
        return kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept);
    }

    bool isMultiline(const QString &pointer) const
    {
        if (m_multiline.contains(pointer))
            return true;
        const FieldInfo *column = m_compiled.columnOf(pointer);
        return column && column->multiline;
    }

    const CompiledPack &m_compiled;
    QSet<QString> m_multiline;
};

QJsonValue cleanByFormat(const QString &format, const QJsonValue &value)
{
    static const QHash<QString, QString (*)(const QString &)> readings {
        { u"phone"_s, storedPhone },
        { u"personalId"_s, storedPersonalId },
        { u"insuranceNumber"_s, storedInsurance },
        { u"time"_s, storedTime },
    };
    if (value.isString()) {
        const auto reading = readings.value(format, nullptr);
        return reading ? QJsonValue(reading(value.toString())) : value;
    }
    // The country is preset in the form, so an address of which nothing else is known was not given.
    if (format == "address"_L1 && value.toObject() == QJsonObject { { u"country"_s, u"VN"_s } })
        return QJsonValue::Undefined;
    return value;
}

void cleanFields(QJsonObject &data, const QList<FieldInfo> &fields)
{
    for (const FieldInfo &field : fields) {
        if (field.format.isEmpty())
            continue;
        const QJsonValue value = valueAt(data, field.pointer);
        const QJsonValue clean = cleanByFormat(field.format, value);
        if (clean != value)
            setValueAt(data, field.pointer, clean);
    }
}

void cleanRows(QJsonObject &data, const QString &list, const RowForm &form)
{
    QJsonArray kept;
    const QJsonArray rows = valueAt(data, list).toArray();
    for (const auto &one : rows) {
        QJsonObject row = one.toObject();
        cleanFields(row, form.columns);
        if (!one.isObject() || !row.isEmpty())
            kept.append(one.isObject() ? QJsonValue(row) : QJsonValue(one));
    }
    if (!rows.isEmpty())
        setValueAt(data, list, kept.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(kept));
}

} // namespace

CleanAnswers cleanAnswers(const ProcedurePack &pack, const QJsonObject &data)
{
    Cleaner cleaner(*pack.compiled);
    CleanAnswers answers;
    answers.data = cleaner.clean(data, {}).toObject();
    answers.oversized = cleaner.oversized;
    cleanFields(answers.data, pack.compiled->fields());
    for (const FieldInfo &field : pack.compiled->fields()) {
        if (const RowForm *form = pack.compiled->rowForm(field.pointer))
            cleanRows(answers.data, field.pointer, *form);
    }
    return answers;
}

QJsonObject initialData(const ProcedurePack &pack)
{
    QJsonObject data;
    for (const FieldInfo &field : pack.compiled->fields()) {
        if (!field.defaultValue.isUndefined())
            setValueAt(data, field.pointer, field.defaultValue);
    }
    return data;
}

} // namespace motcua
