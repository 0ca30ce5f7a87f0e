#pragma once

#include "core/procedure/compiledpack.h"
#include "core/procedure/rowform.h"
#include "tests/procedure/lawfulanswers.h"
#include "ui/form/fieldplaces.h"

#include <QDir>
#include <QJsonArray>

// Answers that open and fill as many fields of a shipped pack as lawful ones can: for pictures, not for judging.
namespace motcua::filling {

using namespace Qt::StringLiterals;

inline QJsonValue plausible(const FieldInfo &field, int turn)
{
    static const QStringList names { u"Điểu Thị Mai"_s, u"Giàng A Páo"_s, u"H'Bia Niê"_s, u"Y Brơi"_s,
                                     u"Nguyễn Hoàng Phương Thảo"_s };
    static const QStringList ids { u"070195000123"_s, u"070093000456"_s, u"066206000456"_s, u"070180000789"_s };
    if (!field.choices.isEmpty() && field.type != u"array")
        return field.choices.constFirst().value;
    if (field.type == u"boolean")
        return true;
    if (field.type == u"integer")
        return field.format == u"money" ? 1500000 : 2;
    if (field.type == u"number")
        return 125.5;
    static const QHash<QString, QJsonValue> values {
        { u"partialDate"_s, u"1987-09"_s },
        { u"date"_s, u"2026-11-18"_s },
        { u"ethnicity"_s, u"19"_s },
        { u"nationality"_s, u"VN"_s },
        { u"phone"_s, u"0987654321"_s },
        { u"email"_s, u"nguoi.dan@example.vn"_s },
        { u"time"_s, u"07:30"_s },
        { u"address"_s, QJsonObject { { u"country"_s, u"VN"_s },
                                      { u"province"_s, u"75"_s },
                                      { u"commune"_s, u"25231"_s },
                                      { u"detail"_s, u"Số 12, tổ 3, thôn Bù Đăk"_s } } },
    };
    if (field.format == u"personName")
        return names[turn % names.size()];
    if (field.format == u"personalId")
        return ids[turn % ids.size()];
    if (values.contains(field.format))
        return values.value(field.format);
    if (field.multiline)
        return u"Nội dung người dân trình bày, ghi đủ hai dòng để xem chữ xuống dòng có gọn và dễ đọc hay không"_s;
    return field.maxLength > 0 && field.maxLength < 12 ? u"12"_s : u"Nội dung số 1"_s;
}

inline QJsonArray rows(const RowForm &form)
{
    QJsonArray array;
    for (int row = 0; row < 2; ++row) {
        QJsonObject one;
        for (const FieldInfo &column : form.columns)
            setValueAt(one, column.pointer, plausible(column, row));
        array.append(one);
    }
    return array;
}

inline QJsonObject known(const ProcedurePack &pack)
{
    const QDir data(QString::fromUtf8(PACK_ANSWERS));
    for (const QString &name : { u"data/civil_status_answers.json"_s, u"data/residence_answers.json"_s }) {
        QFile file(data.filePath(name));
        if (file.open(QIODevice::ReadOnly) && QJsonDocument::fromJson(file.readAll()).object().contains(pack.code))
            return lawful::answersTo(data.filePath(name), pack, {});
    }
    QFile whole(data.filePath(u"answers/%1.json"_s.arg(pack.code)));
    if (whole.open(QIODevice::ReadOnly))
        return QJsonDocument::fromJson(whole.readAll()).object();
    return initialData(pack);
}

inline QJsonObject answers(const ProcedurePack &pack)
{
    QJsonObject data = known(pack);
    const FieldPlaces places(pack.layout);
    QSet<QString> filled;
    const auto fillNext = [&] {
        const FormState state = evaluateForm(pack, data, {}, lawful::today);
        for (const FieldInfo &field : pack.compiled->fields()) {
            const QJsonValue there = valueAt(data, field.pointer);
            const qsizetype place = places.find(field.pointer, state);
            if (filled.contains(field.pointer) || place < 0 || !places.isOpen(place, state)
                || (!there.isUndefined() && there != QJsonValue(QJsonArray {})))
                continue;
            const RowForm *form = pack.compiled->rowForm(field.pointer);
            setValueAt(data, field.pointer, form ? QJsonValue(rows(*form)) : plausible(field, int(filled.size())));
            data = derive(pack, data, lawful::today);
            filled.insert(field.pointer);
            return true; // what it opened or closed comes first
        }
        return false;
    };
    while (fillNext()) {
    }
    return data;
}

} // namespace motcua::filling
