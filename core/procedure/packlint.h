#pragma once

#include "core/procedure/procedurepack.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

// One thing a writer of packs should look at.
struct LintFinding
{
    enum class Severity {
        Error,   // the kiosk refuses the file
        Warning, // works, but somebody should look
    };
    Severity severity = Severity::Warning;
    QString rule;    // stable word for scripts: "dead-rule", "missing-source" …
    QString pointer; // JSON pointer into the file
    QString text;    // technical, English, for the author
};

// Everything that can be said of one pack file without other files. What parseProcedurePack() refuses is an error; lint goes on behind
// it as far as the file allows. Thread-safe.
QList<LintFinding> lintPack(const QByteArray &file);

// Versions of one procedure beside one another: overlapping or gaping validity. `file` names each pack in the texts.
struct NamedPack
{
    QString file;
    PackPtr pack;
};
struct NamedFinding
{
    QString file;
    LintFinding finding;
};
QList<NamedFinding> lintVersions(const QList<NamedPack> &packs);

bool hasErrors(const QList<LintFinding> &findings);

} // namespace motcua
