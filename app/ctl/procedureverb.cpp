#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/packkeys.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "app/engine/filereaders.h"
#include "core/base/errorcatalog.h"
#include "core/procedure/packcounts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QString dayWords(const QDate &day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : u"–"_s;
}

QString stateWord(const PackCatalog &packs, const PackPtr &pack, const QDate &today)
{
    const auto now = packs.onDay(pack->code, today);
    if (now && now->pack == pack && now->state == PackOnDay::State::InForce)
        return u"inForce"_s;
    return pack->validFrom > today ? u"coming"_s : u"past"_s;
}

QJsonObject toJson(const ProcedurePack &pack, const QString &state, bool installed)
{
    const PackCounts counts = countPack(pack);
    return { { "code"_L1, pack.code },
             { "version"_L1, pack.version },
             { "name"_L1, pack.name },
             { "validFrom"_L1, pack.validFrom.toString(Qt::ISODate) },
             { "validTo"_L1, pack.validTo.isValid() ? QJsonValue(pack.validTo.toString(Qt::ISODate)) : QJsonValue() },
             { "state"_L1, state },
             { "source"_L1, installed ? "installed"_L1 : "shipped"_L1 },
             { "confidence"_L1, pack.confidence },
             { "checkedOn"_L1, pack.checkedOn.toString(Qt::ISODate) },
             { "sha256"_L1, pack.sha256 },
             { "fields"_L1, counts.fields },
             { "rules"_L1, counts.rules },
             { "components"_L1, counts.components },
             { "sources"_L1, counts.sources },
             { "unverified"_L1, counts.unverified } };
}

void printBundle(const Catalog &catalog)
{
    if (const BundlePtr bundle = catalog.installed())
        printLine(Ctl::tr("Installed: number %1 of %2, %3")
                      .arg(bundle->serial)
                      .arg(toLegalTime(bundle->issuedAt).toString(u"dd/MM/yyyy"_s), bundle->note));
    else
        printLine(Ctl::tr("No file of procedures is installed; those that came with the program serve."));
}

QJsonObject bundleJson(const Bundle &bundle)
{
    QStringList names;
    for (const BundleFile &file : bundle.files)
        names.append(file.name);
    return { { "serial"_L1, bundle.serial },
             { "issuedAt"_L1, toRfc3339(bundle.issuedAt) },
             { "note"_L1, bundle.note },
             { "signers"_L1, QJsonArray::fromStringList(bundle.signers) },
             { "files"_L1, QJsonArray::fromStringList(names) } };
}

// Neither needs a key of the store: procedures are no secret, and IT staff install them on machines that are not theirs to open.
ExitCode list(const KioskProfile &profile, const Catalog &catalog, bool json)
{
    const PackCatalog packs = catalog.packs();
    if (const Result<void> loaded = packs.load(); !loaded)
        return report(loaded.error(), json);
    const QDate today = toLegalTime(SystemClock().now()).date();
    QJsonArray array;
    const QList<PackPtr> all = packs.all();
    for (const PackPtr &pack : all) {
        const QJsonObject line = toJson(*pack, stateWord(packs, pack, today), catalog.isInstalled(*pack));
        array.append(line);
        if (!json)
            printLine(u"%1\t%2\t%3…%4\t%5\t%6\t%7\t%8"_s.arg(pack->code, pack->version, dayWords(pack->validFrom),
                                                             dayWords(pack->validTo), line.value("state"_L1).toString(),
                                                             line.value("source"_L1).toString(), pack->confidence, pack->name));
    }
    QJsonArray problems;
    for (const Error &problem : catalog.problems()) {
        problems.append(QJsonObject {
            { "error"_L1, errorId(problem.code) }, { "subject"_L1, problem.subject }, { "detail"_L1, problem.detail } });
        report(problem, false);
    }
    QStringList keys;
    for (const QString &text : profile.packKeys) {
        if (const Result<PackKey> key = packKeyFromText(text))
            keys.append(key->id());
    }
    if (json) {
        const BundlePtr bundle = catalog.installed();
        printJson(QJsonObject { { "procedures"_L1, array },
                                { "installed"_L1, bundle ? QJsonValue(bundleJson(*bundle)) : QJsonValue() },
                                { "problems"_L1, problems },
                                { "trustedKeys"_L1, QJsonArray::fromStringList(keys) } });
        return ExitCode::Ok;
    }
    printBundle(catalog);
    for (const QString &key : keys)
        printLine(Ctl::tr("Trusted key: %1").arg(key));
    return ExitCode::Ok;
}

ExitCode install(Catalog &catalog, const Arguments &arguments, bool json)
{
    if (arguments.words.size() != 3)
        return report(wrongUsage(u"procedure install FILE"_s).value(), json);
    const Result<QByteArray> file = readInput(arguments.words.at(2));
    if (!file)
        return report(file.error(), json);
    const Result<BundlePtr> installed = catalog.install(*file);
    if (!installed)
        return report(installed.error(), json);
    if (json)
        printJson(bundleJson(**installed));
    else
        printBundle(catalog);
    return ExitCode::Ok;
}

} // namespace

ExitCode procedureVerb(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    if (action == "check"_L1)
        return checkPacks(arguments);
    if (action == "pack"_L1)
        return sealPacks(arguments);
    if (action == "keygen"_L1)
        return makePackKey(arguments);

    const ProfileFiles files = profileFiles(arguments);
    const Result<KioskProfile> profile = loadProfile(files);
    if (!profile)
        return report(profile.error(), json);
    if (action == "list"_L1)
        return list(*profile, *makeCatalog(files, *profile), json);
    const Result<std::unique_ptr<ProfileLock>> lock = ProfileLock::take(files);
    if (!lock)
        return report(lock.error(), json);
    if (action == "install"_L1)
        return install(*makeCatalog(files, *profile), arguments, json);
    if (action == "trust"_L1)
        return trustKey(files, *profile, arguments);
    if (action == "distrust"_L1)
        return distrustKey(files, *profile, arguments);
    return report(wrongUsage(u"procedure "_s + action).value(), json);
}

} // namespace motcua
