#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"

#include <QJsonObject>
#include <QString>

namespace motcua {

// The province's side of `motcuactl vault`: runs without any kiosk.
ExitCode provinceKeyVerb(const Arguments &arguments);
ExitCode provinceAnswerVerb(const Arguments &arguments);

// Challenge and answer as files and on screens: JSON of one format, and rows of groups with their numbers.
QByteArray recoveryFile(const QString &format, const QString &field, const QString &text, QJsonObject more = {});
Result<QString> recoveryText(const Arguments &arguments, const QString &textOption, const QString &fileOption,
                             const QString &field);
void printGroups(const QString &text, int perRow);

} // namespace motcua
