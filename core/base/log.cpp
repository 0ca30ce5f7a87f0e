#include "core/base/log.h"

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/errorcatalog.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QRegularExpression>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace motcua {

Q_LOGGING_CATEGORY(logApp, "motcua.app", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "motcua.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logVault, "motcua.vault", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "motcua.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "motcua.ui", QtInfoMsg)

namespace {

constexpr qint64 rotateAtBytes = 1 << 20;

QMutex logMutex;
std::unique_ptr<QFile> logFile;

// Personal IDs (12 digits), old ones (9), telephone and card numbers: in one piece, or in groups as people write them. Digests and
// UUIDs are left whole: the help desk needs them, and a run of digits in them says nothing.
QString maskedLongNumbers(const QString &line)
{
    static const QRegularExpression numbers(u"(\\b(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|(?=\\d*[a-f])[0-9a-f]{32,})\\b)"
                                            "|(?<!\\d)(?:\\d{3}(?:[ .]\\d{3}){2,3}|\\d{4}(?:[ .]\\d{4}){2})(?!\\d)"
                                            "|\\d{9,}"_s);
    QString masked;
    qsizetype copied = 0;
    for (const QRegularExpressionMatch &match : numbers.globalMatch(line)) {
        masked += QStringView(line).sliced(copied, match.capturedStart() - copied);
        masked += match.hasCaptured(1) ? match.captured(1) : u"[…]"_s;
        copied = match.capturedEnd();
    }
    masked += QStringView(line).sliced(copied);
    return masked;
}

void rotateIfLarge()
{
    if (logFile->size() < rotateAtBytes)
        return;
    const QString path = logFile->fileName();
    logFile->close();
    QFile::remove(path + u".1"_s);
    QFile::rename(path, path + u".1"_s);
    logFile->open(QIODevice::WriteOnly | QIODevice::Append);
    logFile->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void writeLine(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    static const char *const names[] = { "debug", "warning", "critical", "fatal", "info" };
    const QString line = u"%1 %2 %3: %4\n"_s.arg(toRfc3339(SystemClock().now()), QLatin1StringView(names[type]),
                                                 QString::fromLatin1(context.category), maskedLongNumbers(message));
    const QByteArray bytes = line.toUtf8();
    const QMutexLocker locker(&logMutex);
    if (logFile && logFile->isOpen()) {
        rotateIfLarge();
        logFile->write(bytes);
        logFile->flush();
    }
    if (type != QtDebugMsg && type != QtInfoMsg)
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

} // namespace

QString forLog(const Error &error)
{
    return u"%1 %2 %3"_s.arg(errorId(error.code), error.subject, error.detail).trimmed();
}

void installFileLog(const QString &path)
{
    {
        const QMutexLocker locker(&logMutex);
        QDir().mkpath(QFileInfo(path).absolutePath());
        logFile = std::make_unique<QFile>(path);
        if (logFile->open(QIODevice::WriteOnly | QIODevice::Append))
            logFile->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    qInstallMessageHandler(writeLine);
}

} // namespace motcua
