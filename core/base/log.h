#pragma once

#include <QLoggingCategory>
#include <QString>

namespace motcua {

struct Error;

Q_DECLARE_LOGGING_CATEGORY(logApp)
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logVault)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logUi)

// The only way an error reaches the log: its id, subject and detail, which never carry personal data.
QString forLog(const Error &error);

// Writes lines to a file of the profile (0600, rotated at 1 MiB, one older kept), and warnings to stderr. Digits in runs of nine
// or more are masked as a second net under the rule that personal data is never logged. Thread-safe.
void installFileLog(const QString &path);

} // namespace motcua
