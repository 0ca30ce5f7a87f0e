// formjudge PACK.json… : judges generated answers to each pack and writes packs, answers and verdicts as one JSON document, for judge.mjs
// to compare with what AJV and @jsonforms/core say of the same. The same data each time.
#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr quint32 seed = 1004873;
constexpr int casesPerPack = 400;
constexpr int mostChanges = 14;
constexpr int mostRounds = 8;
const QDate today(2026, 11, 23);

class Generator
{
public:
    explicit Generator(const ProcedurePack &pack)
        : m_pack(pack)
        , m_compiled(*pack.compiled)
    {
    }

    // A new form, some questions answered; half of the forms are then completed; some of all are spoilt again.
    QJsonObject next()
    {
        QJsonObject data = m_random.bounded(10) ? initialData(m_pack) : QJsonObject();
        for (int changes = m_random.bounded(mostChanges); changes > 0; --changes) {
            const FieldInfo &field = oneOf(m_compiled.fields());
            setValueAt(data, field.pointer, fitting(field));
        }
        if (m_random.bounded(2))
            data = completed(data);
        for (int changes = qMax(0, m_random.bounded(7) - 3); changes > 0; --changes)
            spoil(data);
        return data;
    }

private:
    template <typename List>
    typename List::value_type oneOf(const List &list)
    {
        return list.at(m_random.bounded(int(list.size())));
    }

    QJsonObject completed(QJsonObject data)
    {
        for (int round = 0; round < mostRounds; ++round) {
            const FormState state = evaluateForm(m_pack, data, {}, today);
            for (const Finding &finding : state.findings) {
                const FieldInfo *field = finding.blocks() ? m_compiled.fieldOf(finding.pointer) : nullptr;
                if (field)
                    setValueAt(data, field->pointer, fitting(*field));
            }
        }
        return data;
    }

    void spoil(QJsonObject &data)
    {
        static const QStringList strangers { u"/colour"_s, u"/request/colour"_s, u"/group/colour"_s };
        static const QStringList groups { u"/request"_s, u"/requester"_s, u"/status"_s, u"/group"_s };
        if (m_random.bounded(2) && spoilRow(data))
            return;
        switch (m_random.bounded(8)) {
        case 0:
            return setValueAt(data, oneOf(strangers), u"red"_s);
        case 1:
            return setValueAt(data, oneOf(groups), anything());
        default:
            return setValueAt(data, oneOf(m_compiled.fields()).pointer, anything());
        }
    }

    // A column, a whole row, or one row more that is none.
    bool spoilRow(QJsonObject &data)
    {
        QStringList lists;
        for (const FieldInfo &field : m_compiled.fields()) {
            if (m_compiled.rowForm(field.pointer) && !valueAt(data, field.pointer).toArray().isEmpty())
                lists.append(field.pointer);
        }
        if (lists.isEmpty())
            return false;
        const QString list = oneOf(lists);
        const int rows = int(valueAt(data, list).toArray().size());
        const QString row = list + u'/' + QString::number(m_random.bounded(rows + 1));
        switch (m_random.bounded(6)) {
        case 0:
            setValueAt(data, row, anything());
            break;
        case 1:
            setValueAt(data, row + u"/colour"_s, u"red"_s);
            break;
        default:
            setValueAt(data, row + oneOf(m_compiled.rowForm(list)->columns).pointer, anything());
        }
        return true;
    }

    // None, one or many rows; in some of them not everything is said.
    QJsonArray fittingRows(const RowForm &form)
    {
        QJsonArray rows;
        for (int count = m_random.bounded(6); count > 0; --count) {
            QJsonObject row;
            const int omitted = m_random.bounded(2) ? m_random.bounded(int(form.columns.size())) : -1;
            for (int i = 0; i < form.columns.size(); ++i) {
                if (i != omitted)
                    setValueAt(row, form.columns.at(i).pointer, fitting(form.columns.at(i)));
            }
            rows.append(row);
        }
        return rows;
    }

    QJsonValue fitting(const FieldInfo &field)
    {
        if (const RowForm *form = m_compiled.rowForm(field.pointer))
            return fittingRows(*form);
        if (!field.choices.isEmpty())
            return oneOf(field.choices).value;
        if (field.confirmation)
            return true;
        if (field.type == "boolean"_L1)
            return m_random.bounded(2) == 1;
        if (field.type == "integer"_L1 || field.type == "number"_L1)
            return m_random.bounded(12);
        if (field.format == "address"_L1)
            return oneOf(addresses());
        if (field.format == "personalId"_L1)
            return u"070195000123"_s;
        if (field.format == "partialDate"_L1)
            return oneOf(QStringList { u"1995"_s, u"1995-03"_s, u"1995-03-14"_s });
        if (field.format == "date"_L1)
            return u"2019-09-05"_s;
        if (field.format == "ethnicity"_L1)
            return u"19"_s;
        if (field.format == "phone"_L1)
            return u"0912345678"_s;
        if (field.format == "email"_L1)
            return u"mai@example.vn"_s;
        if (field.format == "time"_L1)
            return oneOf(QStringList { u"08:30"_s, u"23:15"_s });
        return oneOf(QStringList { u"Điểu Thị Mai"_s, u"more"_s, u"z"_s, u"abc"_s, u"ab"_s, u"x1"_s, u"123"_s });
    }

    QJsonValue anything()
    {
        static const QJsonArray values { u""_s,
                                         u" "_s,
                                         u"xx"_s,
                                         u"1"_s,
                                         u"Ƀuôn"_s,
                                         u"𝒳𝒴"_s,
                                         u"2026-02-31"_s,
                                         0,
                                         1,
                                         1.5,
                                         -3,
                                         100,
                                         true,
                                         false,
                                         QJsonValue::Null,
                                         QJsonArray(),
                                         QJsonArray { 1 },
                                         QJsonObject(),
                                         QJsonObject { { u"a"_s, 1 } } };
        const int index = m_random.bounded(int(values.size()) + 1);
        return index == values.size() ? QJsonValue(QJsonValue::Undefined) : values.at(index);
    }

    static QList<QJsonObject> addresses()
    {
        return {
            { { u"country"_s, u"VN"_s } },
            { { u"country"_s, u"VN"_s }, { u"province"_s, u"75"_s } },
            { { u"country"_s, u"VN"_s }, { u"province"_s, u"75"_s }, { u"commune"_s, u"25231"_s }, { u"detail"_s, u"Thôn 3"_s } },
            { { u"country"_s, u"LA"_s }, { u"detail"_s, u"Attapeu"_s } },
            { { u"country"_s, u"LA"_s }, { u"province"_s, u"75"_s } },
            { { u"province"_s, u"75"_s } }
        };
    }

    const ProcedurePack &m_pack;
    const CompiledPack &m_compiled;
    QRandomGenerator m_random { seed };
};

QJsonArray sorted(const QSet<QString> &names)
{
    QStringList list(names.cbegin(), names.cend());
    list.sort();
    return QJsonArray::fromStringList(list);
}

bool schemaIsContent(const FormState &state)
{
    return std::all_of(state.findings.cbegin(), state.findings.cend(), [](const Finding &finding) {
        return finding.keyword.startsWith("x-"_L1) || finding.keyword == "component"_L1;
    });
}

// What is asked for where nobody can see it would block for ever: a pack whose schema and rules disagree.
QJsonArray askedButHidden(const ProcedurePack &pack, const FormState &state)
{
    QSet<QString> pointers;
    for (const Finding &finding : state.findings) {
        const FieldInfo *field = pack.compiled->fieldOf(finding.pointer);
        const bool marked =
            field && (state.requiredFields.contains(field->pointer) || state.requiredFields.contains(finding.pointer));
        if (field && finding.keyword == "required"_L1 && !marked && valueAt(state.answers, field->pointer).isUndefined())
            pointers.insert(finding.pointer);
    }
    return sorted(pointers);
}

QJsonObject judged(const ProcedurePack &pack, const QJsonObject &data)
{
    const FormState state = evaluateForm(pack, data, {}, today);
    return { { u"raw"_s, data },
             { u"rawValid"_s, pack.compiled->whole().accepts(data) },
             { u"answers"_s, state.answers },
             { u"valid"_s, schemaIsContent(state) },
             { u"hidden"_s, sorted(state.hiddenElements) },
             { u"disabled"_s, sorted(state.disabledElements) },
             { u"required"_s, sorted(state.requiredFields) },
             { u"askedButHidden"_s, askedButHidden(pack, state) } };
}

QJsonObject judgedPack(const ProcedurePack &pack)
{
    Generator generator(pack);
    QJsonArray cases { judged(pack, {}), judged(pack, initialData(pack)) };
    for (int i = 0; i < casesPerPack; ++i)
        cases.append(judged(pack, generator.next()));
    QJsonArray fields;
    QJsonObject rows;
    for (const FieldInfo &field : pack.compiled->fields()) {
        fields.append(field.pointer);
        if (const RowForm *form = pack.compiled->rowForm(field.pointer)) {
            QJsonArray columns;
            for (const FieldInfo &column : form->columns)
                columns.append(column.pointer);
            rows.insert(field.pointer, columns);
        }
    }
    return { { u"code"_s, pack.code }, { u"schema"_s, pack.schema }, { u"uiSchema"_s, pack.uiSchema },
             { u"fields"_s, fields },  { u"rows"_s, rows },          { u"cases"_s, cases } };
}

} // namespace

int main(int argc, char **argv)
{
    QJsonArray packs;
    for (int i = 1; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        const Result<PackPtr> pack = parseProcedurePack(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        if (!pack) {
            std::fprintf(stderr, "%s: %s %s\n", argv[i], qPrintable(pack.error().subject), qPrintable(pack.error().detail));
            return 1;
        }
        packs.append(judgedPack(**pack));
    }
    const QByteArray text = QJsonDocument(QJsonObject { { u"packs"_s, packs } }).toJson(QJsonDocument::Compact);
    return std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size()) ? 0 : 1;
}
