#pragma once

#include "app/ctl/exitcode.h"
#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace motcua {

void printLine(const QString &line);
void printJson(const QJsonObject &object);
void printJson(const QJsonArray &array);
void printNote(const QString &line); // standard error

// Explains the error on standard error (as JSON on standard output too when asked) and tells the exit code for it.
ExitCode report(const Error &error, bool json);

} // namespace motcua
