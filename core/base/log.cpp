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

QString maskedLongNumbers(QString line)
{
    static const QRegularExpression longNumber(u"\\b\\d{9,12}\\b"_s);
    return line.replace(longNumber, u"[…]"_s);
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
