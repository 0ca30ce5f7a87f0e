#include "app/ctl/packkeys.h"

#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "core/catalog/packkey.h"
#include "core/vault/durablefile.h"

#include <QCoreApplication>
#include <QFile>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype mostKeys = 2; // the one in use and the next one

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

ExitCode keep(const ProfileFiles &files, const KioskProfile &profile, const QString &id, const QString &words, bool json)
{
    if (const Result<void> saved = saveProfile(files, profile); !saved)
        return report(saved.error(), json);
    // What was refused for its key may be right now.
    QFile::remove(files.packs() + u"/portal.json"_s);
    json ? printJson(QJsonObject { { "kid"_L1, id }, { "trusted"_L1, profile.packKeys.size() } }) : printLine(words.arg(id));
    return ExitCode::Ok;
}

} // namespace

Result<QStringList> packKeysFrom(const QStringList &paths, QStringList already)
{
    for (const QString &path : paths) {
        const Result<QByteArray> file = readInput(path);
        if (!file)
            return passOn(file);
        const Result<PackKey> key = packKeyFromJwk(*file);
        if (!key)
            return passOn(key);
        if (!already.contains(key->text()))
            already.append(key->text());
    }
    if (already.size() > mostKeys)
        return fail(ErrorCode::PackKeyPlaces);
    return already;
}

ExitCode makePackKey(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString path = arguments.value(u"out"_s);
    if (path.isEmpty() || QFile::exists(path) || QFile::exists(path + u".pub"_s))
        return report(wrongUsage(u"--out"_s).value(), json); // never over a key that may be needed
    const PackSigningKey key = PackSigningKey::generate();
    const Secret jwk = key.privateJwk();
    const QByteArray text = QByteArray::fromRawData(reinterpret_cast<const char *>(jwk.data()), qsizetype(jwk.size()));
    Result<void> written = writeOutput(path, text, OutputKind::Secret);
    if (written)
        written = writeOutput(path + u".pub"_s, publicJwk(key.publicKey()));
    if (!written)
        return report(written.error(), json);
    const QString id = key.publicKey().id();
    json ? printJson(QJsonObject { { "kid"_L1, id } })
         : printLine(Ctl::tr("Key %1. Keep the private file where files are signed; give kiosks the .pub file.").arg(id));
    return ExitCode::Ok;
}

ExitCode trustKey(const ProfileFiles &files, KioskProfile profile, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (!arguments.has(u"key"_s))
        return report(wrongUsage(u"--key"_s).value(), json);
    const Result<QStringList> keys = packKeysFrom(arguments.values(u"key"_s), profile.packKeys);
    if (!keys)
        return report(keys.error(), json);
    profile.packKeys = *keys;
    const Result<PackKey> last = packKeyFromText(keys->last());
    return last ? keep(files, profile, last->id(), Ctl::tr("This kiosk now trusts the key %1."), json)
                : report(last.error(), json);
}

ExitCode distrustKey(const ProfileFiles &files, KioskProfile profile, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString id = arguments.words.value(2);
    const auto named = [&](const QString &text) {
        const Result<PackKey> key = packKeyFromText(text);
        return key && key->id() == id;
    };
    if (id.isEmpty() || profile.packKeys.removeIf(named) == 0)
        return report(wrongUsage(u"procedure distrust KID"_s).value(), json);
    return keep(files, profile, id, Ctl::tr("This kiosk no longer trusts the key %1."), json);
}

} // namespace motcua
