#include "tests/counter/fullanswers.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/rowform.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua::sample {

namespace {

class Maker
{
public:
    explicit Maker(bool hostile)
        : m_hostile(hostile)
    {
    }

    QJsonValue value(const FieldInfo &field)
    {
        ++m_number;
        if (field.type == "boolean"_L1)
            return true;
        if (!field.choices.isEmpty())
            return field.choices.first().value;
        if (field.type == "integer"_L1 || field.type == "number"_L1)
            return field.format == "money"_L1 ? 1'500'000 : field.format == "area"_L1 ? 120.5 : 2;
        if (field.format == "address"_L1)
            return QJsonObject { { "country"_L1, u"VN"_s },
                                 { "province"_L1, u"75"_s },
                                 { "commune"_L1, u"25231"_s },
                                 { "detail"_L1, text(u"Thôn %1"_s.arg(m_number)) },
                                 { "asWritten"_L1, text(u"xã Đa Kia cũ %1"_s.arg(m_number)) } };
        if (field.format == "ethnicity"_L1)
            return u"22"_s;
        if (field.format == "nationality"_L1)
            return u"VN"_s;
        if (field.format == "personalId"_L1)
            return u"0701950%1"_s.arg(m_number, 5, 10, QChar(u'0'));
        if (field.format == "phone"_L1)
            return u"09123%1"_s.arg(m_number, 5, 10, QChar(u'0'));
        if (field.format == "email"_L1)
            return u"nguoi%1@example.vn"_s.arg(m_number);
        if (field.format == "partialDate"_L1 || field.format == "date"_L1)
            return u"19%1-07-%2"_s.arg(60 + m_number % 40).arg(1 + m_number % 28, 2, 10, QChar(u'0'));
        if (field.format == "time"_L1)
            return u"14:05"_s;
        if (field.format == "personName"_L1)
            return text(u"Điểu Thị Mai %1"_s.arg(words().at(m_number % words().size())));
        return text(u"Nội dung mục %1"_s.arg(m_number));
    }

private:
    static const QStringList &words()
    {
        static const QStringList all { u"Ăn"_s, u"Brơi"_s, u"Cốp"_s, u"Đào"_s, u"Ê"_s, u"Hrê"_s, u"Ksor"_s, u"Lơ"_s };
        return all;
    }

    QString text(const QString &plain) const
    {
        if (!m_hostile)
            return plain;
        return plain + u"</td></table><img src=\"file:///etc/passwd\"><script>x</script>{{title}}{{{a}}}&amp;\"'<b>"_s
               + QChar(0x202e) + QChar(0xfffc) + QChar(0xfdd0) + QChar(0xfdd1) + u"HẾT"_s;
    }

    bool m_hostile;
    int m_number = 0;
};

QJsonObject made(const ProcedurePack &pack, const QHash<QString, QJsonValue> &chosen, bool hostile)
{
    Maker maker(hostile);
    QJsonObject answers;
    for (const FieldInfo &field : pack.compiled->fields()) {
        QJsonValue value = maker.value(field);
        if (const RowForm *form = pack.compiled->rowForm(field.pointer)) {
            QJsonArray rows;
            for (int i = 0; i < 2; ++i) {
                QJsonObject row;
                for (const FieldInfo &column : form->columns)
                    setValueAt(row, column.pointer, maker.value(column));
                rows.append(row);
            }
            value = rows;
        }
        setValueAt(answers, field.pointer, chosen.value(field.pointer, value));
    }
    return answers;
}

} // namespace

QJsonObject fullAnswers(const ProcedurePack &pack, const QHash<QString, QJsonValue> &chosen)
{
    return made(pack, chosen, false);
}

QJsonObject hostileAnswers(const ProcedurePack &pack, const QHash<QString, QJsonValue> &chosen)
{
    return made(pack, chosen, true);
}

} // namespace motcua::sample
