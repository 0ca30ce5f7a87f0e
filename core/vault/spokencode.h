#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

// Bits as text that can be read over a telephone: Crockford's base32 (no I, L, O, U) in groups of five. The fifth sign checks its
// group as it is typed (any one wrong sign, two signs swapped, a group at the wrong place); two more groups at the end find any
// single wrong group for certain and say which (Reed-Solomon over GF(2^20)).
QStringList spokenGroups(const QByteArray &bytes, qsizetype bits); // the first `bits` of `bytes`, a multiple of 20

qsizetype spokenGroupCount(qsizetype bits);
bool isGroupRight(const QString &group, qsizetype place); // place from 0; as far as one group alone can tell
QStringList splitGroups(const QString &text);             // by blanks and hyphens, or every five signs where there are none
QString foldedSigns(const QString &text);                 // capitals; O is 0, I and L are 1
// As motcuactl prints groups, the numbers of a line stand before it ("1- 3:"); people copy them with it.
QString withoutGroupNumbers(QString text);

// RecoveryTextWrong with the numbers of the wrong groups, from 1, as subject.
Result<QByteArray> bytesFromSpoken(const QString &text, qsizetype bits);

} // namespace motcua
