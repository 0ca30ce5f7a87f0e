#pragma once

#include "core/procedure/procedurepack.h"
#include "core/procedure/schemavalidator.h"

#include <QDate>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

class CompiledPack;

// An answer that the program makes of others (x-derived of a pack).
struct Derivation
{
    enum class Kind {
        DateInWords,   // text, may be changed by hand
        OlderThanDays, // true when the day lies more than `days` before today; a partial date counts from its last possible day
        Sum,           // of numbers; a column of a list is summed over its rows
    };
    QString pointer; // of the answer; in a list, of the column: "/items/total"
    Kind kind = Kind::Sum;
    QStringList from; // the first date answered, or all numbers
    int days = 0;
};

// Those of a pack, checked: what they are made of exists and they go with the type of their field.
OrProblem<QList<Derivation>> derivationsOf(const CompiledPack &compiled);

// The answers with their derived values. `before` = the answers as they were derived last: a text still the same as the program would
// have made of them then follows what it is made of; a text changed or emptied by hand is kept. Without `before` only an absent text is
// filled. Numbers and truths always follow. A pure function; thread-safe.
QJsonObject derive(const ProcedurePack &pack, const QJsonObject &answers, QDate today, const QJsonObject *before = nullptr);

// "1995-03-14" -> "ngày mười bốn tháng ba năm một nghìn chín trăm chín mươi lăm"; "1995-03" and "1995" without what is not known.
// Empty for what is no date.
QString dateInWords(const QString &storedDate);

} // namespace motcua
