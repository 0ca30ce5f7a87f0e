#include "app/ctl/provinceverb.h"

#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/roles.h"
#include "core/vault/provincekey.h"
#include "core/vault/spokencode.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

Result<ProvincePublicKey> makeKey(const Arguments &arguments)
{
    const QString path = arguments.value(u"out"_s);
    if (path.isEmpty() || QFile::exists(path) || QFile::exists(path + u".pub"_s)) // never over a key that may be needed
        return wrongUsage(u"--out"_s);
    if (!arguments.has(u"passphrase-file"_s))
        return wrongUsage(u"--passphrase-file"_s);
    const Result<KdfCost> cost = kdfCostFrom(arguments);
    if (!cost)
        return passOn(cost);
    const Result<Secret> passphrase = readSecret(arguments.value(u"passphrase-file"_s));
    if (!passphrase)
        return passOn(passphrase);
    const ProvinceKey key = ProvinceKey::generate();
    const Result<QByteArray> file = key.toJson(*passphrase, *cost);
    if (!file)
        return passOn(file);
    Result<void> written = writeOutput(path, *file, OutputKind::Secret);
    if (written)
        written = writeOutput(path + u".pub"_s, key.publicKey().toJson());
    return written ? Result<ProvincePublicKey>(key.publicKey()) : passOn(written);
}

Result<QString> makeAnswer(const Arguments &arguments)
{
    for (const QString &needed : { u"province-key"_s, u"passphrase-file"_s }) {
        if (!arguments.has(needed))
            return wrongUsage(u"--"_s + needed);
    }
    const Result<QString> challenge = recoveryText(arguments, u"challenge"_s, u"request"_s, u"challenge"_s);
    if (!challenge)
        return passOn(challenge);
    const Result<QByteArray> file = readInput(arguments.value(u"province-key"_s));
    if (!file)
        return passOn(file);
    const Result<Secret> passphrase = readSecret(arguments.value(u"passphrase-file"_s));
    if (!passphrase)
        return passOn(passphrase);
    const Result<ProvinceKey> key = ProvinceKey::fromJson(*file, *passphrase);
    return key ? key->answer(*challenge) : passOn(key);
}

} // namespace

QByteArray recoveryFile(const QString &format, const QString &field, const QString &text, QJsonObject more)
{
    more.insert(u"format"_s, format);
    more.insert(u"version"_s, 1);
    more.insert(field, text);
    return QJsonDocument(more).toJson();
}

Result<QString> recoveryText(const Arguments &arguments, const QString &textOption, const QString &fileOption,
                             const QString &field)
{
    if (arguments.has(textOption) == arguments.has(fileOption))
        return wrongUsage(u"--%1 | --%2"_s.arg(textOption, fileOption));
    if (arguments.has(textOption))
        return withoutGroupNumbers(arguments.value(textOption)).simplified();
    const Result<QByteArray> file = readInput(arguments.value(fileOption));
    if (!file)
        return passOn(file);
    // A file as it was made, or the text alone as somebody typed it.
    const QJsonDocument json = QJsonDocument::fromJson(*file);
    return json.isObject() ? json.object()[field].toString() : withoutGroupNumbers(QString::fromUtf8(*file)).simplified();
}

void printGroups(const QString &text, int perRow)
{
    const QStringList groups = splitGroups(text);
    for (qsizetype at = 0; at < groups.size(); at += perRow)
        printLine(u"%1-%2:  %3"_s.arg(at + 1, 2)
                      .arg(std::min(at + perRow, groups.size()), 2)
                      .arg(groups.mid(at, perRow).join(u"  "_s)));
}

ExitCode provinceKeyVerb(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (arguments.words.value(2) != u"new"_s)
        return report(wrongUsage(u"vault province-key new"_s).value(), json);
    const Result<ProvincePublicKey> key = makeKey(arguments);
    if (!key)
        return report(key.error(), json);
    if (json) {
        printJson(QJsonObject { { "keyId"_L1, key->name() }, { "fingerprint"_L1, key->fingerprint() } });
        return ExitCode::Ok;
    }
    printLine(Ctl::tr("Key %1. Fingerprint: %2").arg(key->name(), key->fingerprint()));
    printLine(Ctl::tr("Keep the private file and its passphrase offline at the province, apart from each other. Give kiosks the "
                      ".pub file, and read them the fingerprint over another way."));
    return ExitCode::Ok;
}

ExitCode provinceAnswerVerb(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const Result<QString> answer = makeAnswer(arguments);
    if (!answer)
        return report(answer.error(), json);
    if (arguments.has(u"out"_s)) {
        const QByteArray file = recoveryFile(u"motcua-recovery-answer"_s, u"answer"_s, *answer);
        if (const Result<void> written = writeOutput(arguments.value(u"out"_s), file, OutputKind::Secret); !written)
            return report(written.error(), json);
    }
    if (json)
        printJson(QJsonObject { { "answer"_L1, *answer } });
    else
        printGroups(*answer, 3);
    return ExitCode::Ok;
}

} // namespace motcua
