#include "app/ctl/inputs.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <cstdio>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace motcua {

Result<QByteArray> readInput(const QString &path)
{
    QFile file(path);
    const bool opened = path == u"-"_s ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return fail(ErrorCode::FileUnreadable, {}, file.errorString());
    return file.readAll();
}

Result<Secret> readSecret(const QString &path)
{
    Result<QByteArray> bytes = readInput(path);
    if (!bytes)
        return passOn(bytes);
    qsizetype length = bytes->indexOf('\n');
    if (length < 0)
        length = bytes->size();
    if (length > 0 && bytes->at(length - 1) == '\r')
        --length;
    // As the sign-in page does: the same words must open the same kiosk, however a keyboard composes them.
    QString typed = QString::fromUtf8(bytes->constData(), length);
    QString text = typed.normalized(QString::NormalizationForm_C);
    QByteArray composed = text.toUtf8();
    Secret secret { QByteArrayView(composed) };
    sodium_memzero(bytes->data(), size_t(bytes->size()));
    sodium_memzero(composed.data(), size_t(composed.size()));
    sodium_memzero(typed.data(), size_t(typed.size()) * sizeof(QChar));
    sodium_memzero(text.data(), size_t(text.size()) * sizeof(QChar));
    if (secret.isEmpty())
        return fail(ErrorCode::PassphraseEmpty);
    return secret;
}

Result<void> writeOutput(const QString &path, const QByteArray &content, OutputKind kind)
{
    QSaveFile file(path);
    const bool opened = file.open(QIODevice::WriteOnly)
                        && (kind == OutputKind::Plain || file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    if (!opened || file.write(content) != content.size() || !file.commit())
        return fail(ErrorCode::FileNotWritten, {}, file.errorString());
    return {};
}

Result<QJsonObject> readJsonObject(const QString &path)
{
    const Result<QByteArray> bytes = readInput(path);
    if (!bytes)
        return passOn(bytes);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &problem);
    if (!document.isObject())
        return fail(ErrorCode::DataNotJson, {}, u"%1 @ %2"_s.arg(problem.errorString()).arg(problem.offset));
    return document.object();
}

} // namespace motcua
