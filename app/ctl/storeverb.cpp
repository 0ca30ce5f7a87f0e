// motcuactl store …: backups, checks, purges; and, of a database that is damaged or gone, salvage and restore.
#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/unlock.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/base/log.h"
#include "core/store/backup.h"
#include "core/store/purge.h"
#include "core/store/salvage.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int purgedAtOnce = 500;
constexpr int mostShown = 1000;

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QString sizeOf(qint64 bytes)
{
    return QLocale(QLocale::Vietnamese, QLocale::Vietnam).formattedDataSize(bytes);
}

QString timeOf(const QDateTime &time)
{
    return toLegalTime(time).toString(u"dd/MM/yyyy HH:mm"_s);
}

ExitCode told(const Result<void> &done, const QString &words, const QJsonObject &object, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (!done)
        return report(done.error(), json);
    json ? printJson(object) : printLine(words);
    return ExitCode::Ok;
}

ExitCode backup(Engine &engine, const Arguments &arguments)
{
    const Result<BackupFile> made = engine.housekeeping.backUp(arguments.value(u"to"_s));
    const BackupFile file = made.value_or(BackupFile());
    return told(made ? Result<void>() : passOn(made),
                Ctl::tr("Backup made and read back whole: %1 (%2).").arg(file.path, sizeOf(file.bytes)),
                { { "file"_L1, file.path }, { "bytes"_L1, file.bytes } }, arguments);
}

ExitCode backups(Engine &engine, const Arguments &arguments)
{
    const auto key = engine.store
                         .run([](Database &database) -> Result<std::shared_ptr<const Secret>> {
                             return std::make_shared<const Secret>(database.key());
                         })
                         .result();
    if (!key)
        return report(key.error(), arguments.has(u"json"_s));
    QJsonArray array;
    for (const BackupFile &file : backupsIn(arguments.value(u"from"_s, engine.files.backups()))) {
        const Result<BackupContent> content = examineBackup(file.path, **key);
        array.append(QJsonObject { { "file"_L1, file.path },
                                   { "madeAt"_L1, toRfc3339(file.madeAt) },
                                   { "bytes"_L1, file.bytes },
                                   { "usable"_L1, content.has_value() },
                                   { "dossiers"_L1, content.value_or(BackupContent()).dossiers },
                                   { "unsent"_L1, content.value_or(BackupContent()).unsent } });
        if (!arguments.has(u"json"_s))
            printLine(content ? Ctl::tr("%1\t%2\t%3\twhole: %4 dossiers, %5 of them not sent yet then")
                                    .arg(file.path, timeOf(file.madeAt), sizeOf(file.bytes))
                                    .arg(content->dossiers)
                                    .arg(content->unsent)
                              : Ctl::tr("%1\t%2\t%3\tNOT USABLE (%4)")
                                    .arg(file.path, timeOf(file.madeAt), sizeOf(file.bytes), content.error().detail));
    }
    if (arguments.has(u"json"_s))
        printJson(array);
    else if (array.isEmpty())
        printLine(Ctl::tr("There is no backup in this folder."));
    return ExitCode::Ok;
}

ExitCode check(Engine &engine, const Arguments &arguments)
{
    const Result<void> sound = engine.store.run([](Database &database) { return database.checkIntegrity(); }).result();
    return told(sound, Ctl::tr("Every page of the dossier file is sound."), { { "sound"_L1, true } }, arguments);
}

ExitCode purgeNow(Engine &engine, const Arguments &arguments)
{
    if (arguments.has(u"days"_s)) {
        bool isNumber = false;
        const int days = arguments.value(u"days"_s).toInt(&isNumber);
        if (!isNumber || days < 0 || days > 36500)
            return report(wrongUsage(u"--days"_s).value(), arguments.has(u"json"_s));
        const Result<void> set =
            engine.store.run([&](Database &database) { return database.write([&] { return setRetentionDays(database, days); }); })
                .result();
        if (!set)
            return report(set.error(), arguments.has(u"json"_s));
    }
    const bool dry = arguments.has(u"dry-run"_s);
    const auto found = dry ? engine.housekeeping.due(mostShown) : engine.housekeeping.purgeDue(purgedAtOnce);
    if (!found)
        return report(found.error(), arguments.has(u"json"_s));
    QJsonArray array;
    qint64 bytes = 0;
    for (const Purgeable &one : *found) {
        bytes += one.bytes;
        array.append(QJsonObject { { "id"_L1, one.id },
                                   { "localCode"_L1, one.localCode },
                                   { "officialCode"_L1, one.officialCode },
                                   { "endedAt"_L1, toRfc3339(one.endedAt) },
                                   { "bytes"_L1, one.bytes } });
        if (!arguments.has(u"json"_s))
            printLine(u"%1\t%2\t%3\t%4"_s.arg(one.localCode, one.officialCode, timeOf(one.endedAt), sizeOf(one.bytes)));
    }
    if (arguments.has(u"json"_s))
        printJson(QJsonObject { { "dryRun"_L1, dry }, { "dossiers"_L1, array }, { "bytes"_L1, bytes } });
    else
        printLine((dry ? Ctl::tr("%1 dossiers would be purged, %2. Their receipts, codes and journal stay.")
                       : Ctl::tr("%1 dossiers were purged, %2. Their receipts, codes and journal stay."))
                      .arg(found->size())
                      .arg(sizeOf(bytes)));
    return ExitCode::Ok;
}

// The key of a database that need not open.
Secret keyFor(const OpenedVault &opened, const QString &path)
{
    Secret live = databaseKey(opened.masterKey);
    if (opened.nextKey.isEmpty() || examineBackup(path, live))
        return live;
    return databaseKey(opened.nextKey);
}

ExitCode restored(const Engine &engine, const Secret &key, const QString &who, const Arguments &arguments)
{
    const Result<Restored> done = restoreBackup(arguments.words.value(2), engine.files.database(), key, who, engine.clock.now(),
                                                arguments.has(u"set-aside"_s));
    const Restored all = done.value_or(Restored());
    QStringList lines { Ctl::tr(
        "The backup is the kiosk's database again. What was waiting in it counts as in doubt and is asked for "
        "at the portal first, so nothing is sent twice.") };
    if (!all.keptFolder.isEmpty())
        lines.append(Ctl::tr("The database before is kept in %1.").arg(all.keptFolder));
    if (all.missing != 0 && done)
        lines.append(all.missing < 0 ? Ctl::tr("Nobody can tell what it holds beyond the backup: keep it for the help desk.")
                                     : Ctl::tr("It holds %1 dossiers that the backup does not know as they were: keep it for the "
                                               "help desk.")
                                           .arg(all.missing));
    lines.append(Ctl::tr("If the portal now says that a copy of this kiosk is about (MC-522), run “motcuactl kiosk renew”."));
    return told(done ? Result<void>() : passOn(done), lines.join(u'\n'),
                { { "keptFolder"_L1, all.keptFolder }, { "missing"_L1, all.missing } }, arguments);
}

ExitCode salvaged(const Engine &engine, const Secret &key, const QString &who, const Arguments &arguments)
{
    const Result<SalvageReport> done =
        salvageDatabase(engine.files.database(), key, engine.files.backups(), who, engine.clock.now());
    if (!done)
        return report(done.error(), arguments.has(u"json"_s));
    QJsonArray tables;
    for (const SalvagedTable &table : done->tables) {
        tables.append(QJsonObject { { "table"_L1, table.name },
                                    { "kept"_L1, table.kept },
                                    { "lost"_L1, table.lost },
                                    { "filled"_L1, table.filled },
                                    { "gap"_L1, table.hasGap } });
        if (table.lost > 0 && !arguments.has(u"json"_s))
            printLine(Ctl::tr("%1: %2 rows kept, %3 unreadable, %4 of these taken from a backup")
                          .arg(table.name)
                          .arg(table.kept)
                          .arg(table.lost)
                          .arg(table.filled));
        else if (table.hasGap && !arguments.has(u"json"_s))
            printLine(Ctl::tr("%1: %2 rows kept; more may be missing").arg(table.name).arg(table.kept));
    }
    if (arguments.has(u"json"_s)) {
        printJson(QJsonObject { { "tables"_L1, tables },
                                { "kept"_L1, done->kept() },
                                { "lost"_L1, done->lost() },
                                { "damagedPapers"_L1, done->damagedPapers },
                                { "withoutDossier"_L1, done->withoutDossier },
                                { "journalWhole"_L1, done->journalWhole },
                                { "keptFolder"_L1, done->keptFolder } });
    } else {
        printLine(Ctl::tr("All that could be read is in a new dossier file: %1 rows. Not readable: %2.")
                      .arg(done->kept())
                      .arg(done->lost()));
        if (done->damagedPapers > 0)
            printLine(Ctl::tr("%1 papers are not whole: an officer scans them again; “motcuactl doctor” names those that wait.")
                          .arg(done->damagedPapers));
        if (done->withoutDossier > 0)
            printLine(Ctl::tr("%1 rows are kept whose dossier could not be read: call the help desk.").arg(done->withoutDossier));
        if (!done->journalWhole)
            printLine(Ctl::tr("Entries of the log of acts are missing; “motcuactl journal verify” names the first."));
        printLine(
            Ctl::tr("The damaged file is kept untouched in %1. Look at the disk: it may be failing.").arg(done->keptFolder));
    }
    return done->lost() > 0 || done->damagedPapers > 0 || done->withoutDossier > 0 ? ExitCode::Attention : ExitCode::Ok;
}

} // namespace

ExitCode storeVerb(Engine &engine, const Secret &, const Arguments &arguments)
{
    const QString verb = arguments.words.value(1);
    if (verb == u"backup"_s)
        return backup(engine, arguments);
    if (verb == u"backups"_s)
        return backups(engine, arguments);
    if (verb == u"check"_s)
        return check(engine, arguments);
    if (verb == u"purge"_s)
        return purgeNow(engine, arguments);
    return report(wrongUsage(u"store "_s + verb).value(), arguments.has(u"json"_s));
}

ExitCode brokenStoreVerb(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const bool restoring = arguments.words.value(1) == u"restore"_s;
    if (!arguments.has(u"passphrase-file"_s) || (restoring && arguments.words.size() < 3))
        return report(wrongUsage(restoring ? u"store restore FILE --passphrase-file"_s : u"--passphrase-file"_s).value(), json);
    if (QFile::exists(profileFiles(arguments).profile()))
        installFileLog(profileFiles(arguments).log());
    const Result<std::unique_ptr<Engine>> engine = Engine::open(profileFiles(arguments));
    if (!engine)
        return report(engine.error(), json);
    const Result<Secret> passphrase = readSecret(arguments.value(u"passphrase-file"_s));
    if (!passphrase)
        return report(passphrase.error(), json);
    const Result<OpenedVault> opened = (*engine)->vault.openWithPassphrase(arguments.value(u"account"_s), *passphrase);
    if (!opened)
        return report(opened.error(), json);
    const Secret key = keyFor(*opened, restoring ? arguments.words.value(2) : (*engine)->files.database());
    return restoring ? restored(**engine, key, opened->account.login, arguments)
                     : salvaged(**engine, key, opened->account.login, arguments);
}

} // namespace motcua
