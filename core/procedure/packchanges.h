#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

// What differs between two versions of one procedure, for people. Texts are those of the packs, never words of our own.
struct PackChange
{
    enum class What { Field, Paper, Fee, Deadline, Result, Law, Advice };
    enum class How { Added, Removed, Changed };
    What what = What::Field;
    How how = How::Changed;
    QString title;  // of the field or paper in the newer version (the older one when removed); empty for fee, deadline, result
    QString before; // the older text, where there is one to compare
    QString after;
};

// Fields and papers in the order of the form, then fee, deadline, result, law.
QList<PackChange> packChanges(const ProcedurePack &from, const ProcedurePack &to);

// An answer that the newer version does not ask for any more, or not so.
struct LeftAnswer
{
    QString pointer; // in the older version
    QString section; // heading under which it stood
    QString title;
    QJsonValue value;
    QString shown; // title of the choice; empty for what is shown as it was typed
};

struct MovedAnswers
{
    QJsonObject data; // what still fits, at the same place
    QList<LeftAnswer> left;
};

// Moves the data of a draft. An answer fits when the newer version has a field of the same pointer that accepts it; nothing is
// guessed, and nothing is dropped: data and left together hold every answer.
MovedAnswers moveAnswers(const ProcedurePack &from, const ProcedurePack &to, const QJsonObject &data);

// Versions of packs that are being written carry a mark behind a plus sign: "2026.12.1+3f2a…". What is captured under them is never sent.
inline bool isDraftVersion(const QString &version)
{
    return version.contains(u'+');
}

} // namespace motcua
