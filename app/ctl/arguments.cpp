#include "app/ctl/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

QList<QCommandLineOption> knownOptions()
{
    return {
        { u"profile"_s, Ctl::tr("Folder of the kiosk (holds motcua.db)."), u"DIR"_s },
        { u"passphrase-file"_s,
          Ctl::tr("File with the passphrase; - reads standard input. Without it the machine's keychain is asked."), u"FILE"_s },
        { u"account"_s, Ctl::tr("Login whose passphrase it is; for “init” and “account add” the login to create."), u"LOGIN"_s },
        { u"json"_s, Ctl::tr("Print JSON.") },
        { { u"h"_s, u"help"_s }, Ctl::tr("Print this help.") },
        { { u"v"_s, u"version"_s }, Ctl::tr("Print the version.") },
        { u"commune"_s, Ctl::tr("Five-digit commune code."), u"CODE"_s },
        { u"portal"_s, Ctl::tr("Address of the portal, https://host[:port]."), u"URL"_s },
        { u"ca"_s, Ctl::tr("The province's certificate (PEM) that signs the portal's."), u"FILE"_s },
        { u"token-file"_s, Ctl::tr("File with the portal's token for this kiosk; - reads standard input."), u"FILE"_s },
        { u"door"_s, Ctl::tr("portal (default), or national: the DongBoHoSoMC shapes, not yet tested against a real endpoint."),
          u"WORD"_s },
        { u"national"_s, Ctl::tr("Settings of the national gateway (JSON, docs/national-connector.md)."), u"FILE"_s },
        { u"machine"_s, Ctl::tr("Two digits that tell the kiosks of one commune apart."), u"NN"_s },
        { u"recovery-key"_s,
          Ctl::tr("For “init”: the province's public key, which opens this kiosk when everything is forgotten."), u"FILE"_s },
        { u"role"_s, Ctl::tr("officer, member or it."), u"ROLE"_s },
        { u"name"_s, Ctl::tr("Name of the account shown on screens."), u"TEXT"_s },
        { u"new-passphrase-file"_s, Ctl::tr("File with the passphrase of the new account."), u"FILE"_s },
        { u"kdf-memory"_s, Ctl::tr("Memory for guarding the passphrase, MiB (64 to 1024, default 256)."), u"MIB"_s },
        { u"office-phone"_s, Ctl::tr("Telephone of the counter, printed for citizens; empty text takes it away."), u"TEXT"_s },
        { u"office-hours"_s, Ctl::tr("When the counter is open, printed for citizens."), u"TEXT"_s },
        { u"office-address"_s, Ctl::tr("Where the counter is, printed for citizens."), u"TEXT"_s },
        { u"demo"_s, Ctl::tr("Mark the kiosk as a demonstration.") },
        { u"bank-bin"_s, Ctl::tr("Six digits of the bank that fees are paid to."), u"BIN"_s },
        { u"bank-account"_s, Ctl::tr("Number of the account that fees are paid to."), u"NUMBER"_s },
        { u"bank-holder"_s, Ctl::tr("Name of the account's holder, printed beside the code."), u"NAME"_s },
        { u"none"_s, Ctl::tr("Take the account away: no slip carries a code for transfers.") },
        { u"procedure"_s, Ctl::tr("Code of the procedure."), u"CODE"_s },
        { u"data"_s, Ctl::tr("JSON file with the answers; - reads standard input."), u"FILE"_s },
        { u"attach"_s, Ctl::tr("A paper: component code and file. May be repeated."), u"COMPONENT=FILE"_s },
        { u"submit"_s, Ctl::tr("Submit the dossier when it is complete.") },
        { u"text"_s, Ctl::tr("Only dossiers whose name or code match; tone marks do not matter."), u"TEXT"_s },
        { u"filter"_s, Ctl::tr("all, drafts, unsent, in-doubt, needs-action, submitted, late or withdrawn."), u"WORD"_s },
        { u"limit"_s, Ctl::tr("At most this many lines (default 200)."), u"N"_s },
        { { u"o"_s, u"out"_s }, Ctl::tr("File to write."), u"FILE"_s },
        { u"key"_s,
          Ctl::tr("Key that signs procedures: private for “pack” (may be repeated), public for “trust”. For “vault recovery add” "
                  "the province's."),
          u"FILE"_s },
        { u"pack-key"_s, Ctl::tr("Public key whose procedures this kiosk takes (for “init”; may be repeated)."), u"FILE"_s },
        { u"serial"_s, Ctl::tr("Number of the signed file; only ever grows."), u"N"_s },
        { u"note"_s, Ctl::tr("What is new, for people."), u"TEXT"_s },
        { u"pdf"_s, Ctl::tr("Write the list for the citizen as PDF too."), u"FILE"_s },
        { u"from"_s, Ctl::tr("First day, yyyy-mm-dd; for “store backups” the folder to look into."), u"DAY"_s },
        { u"to"_s,
          Ctl::tr("Last day, yyyy-mm-dd (default today); for “dossier assist” and “store backup” the folder to write to."),
          u"DAY|DIR"_s },
        { u"daily-mb"_s, Ctl::tr("Papers and results may cost this many megabytes a day; 0 = no limit."), u"N"_s },
        { u"small-first"_s, Ctl::tr("on: a smaller picture goes before the original, where the procedure allows it; off."),
          u"WORD"_s },
        { u"metered"_s, Ctl::tr("forms-only: papers wait; everything: they go."), u"WORD"_s },
        { u"detach"_s, Ctl::tr("For “mend”: a paper to take out, by its name. May be repeated."), u"NAME"_s },
        { u"revision"_s, Ctl::tr("Which submission of the dossier (default: the newest that was received)."), u"N"_s },
        { u"pack-passphrase-file"_s,
          Ctl::tr("File with the passphrase of the assist pack; without it one is made and shown once."), u"FILE"_s },
        { u"code"_s, Ctl::tr("Official code that the portal's page gave."), u"CODE"_s },
        { u"pin-file"_s, Ctl::tr("File with the PIN, 6 to 12 digits."), u"FILE"_s },
        { u"keep-key"_s,
          Ctl::tr("Remove the account without renewing the key (disk full, or accounts that must sign in first).") },
        { u"answer"_s, Ctl::tr("The province's answer, as it was read over the telephone."), u"TEXT"_s },
        { u"answer-file"_s, Ctl::tr("The province's answer as a file; - reads standard input."), u"FILE"_s },
        { u"challenge"_s, Ctl::tr("At the province: the kiosk's challenge, as it was read over the telephone."), u"TEXT"_s },
        { u"request"_s, Ctl::tr("At the province: the kiosk's challenge as a file."), u"FILE"_s },
        { u"province-key"_s, Ctl::tr("At the province: its private key."), u"FILE"_s },
        { u"dry-run"_s, Ctl::tr("Only say what would be purged.") },
        { u"days"_s, Ctl::tr("Keep finished dossiers so many days after their end at the portal (default 90); 0 = for ever."),
          u"N"_s },
        { u"set-aside"_s, Ctl::tr("Restore although the present database holds more; it is kept beside.") },
        { u"confirmed"_s, Ctl::tr("For “dossier confirm”: signature, fingerprint or read-aloud."), u"WORD"_s },
        { u"language"_s, Ctl::tr("For “dossier confirm”: in which language it was read out (vi, hmn, km …)."), u"TAG"_s },
        { u"until-idle"_s, Ctl::tr("Go on until nothing is left to send.") },
        { u"timeout"_s, Ctl::tr("Give up after this many seconds (default 300)."), u"S"_s },
    };
}

} // namespace

tl::unexpected<Error> wrongUsage(const QString &what)
{
    return fail(ErrorCode::UsageWrong, what);
}

Result<Arguments> parseArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QList<QCommandLineOption> options = knownOptions();
    parser.addOptions(options);
    if (!parser.parse(arguments))
        return wrongUsage(parser.unknownOptionNames().isEmpty() ? arguments.value(arguments.size() - 1)
                                                                : parser.unknownOptionNames().first());

    Arguments parsed;
    parsed.words = parser.positionalArguments();
    for (const QCommandLineOption &option : options) {
        const QString name = option.names().last();
        if (parser.isSet(option))
            parsed.options.insert(name, option.valueName().isEmpty() ? QStringList { QString() } : parser.values(option));
    }
    return parsed;
}

QString usageText()
{
    QCommandLineParser parser;
    parser.addOptions(knownOptions());
    const QString verbs = Ctl::tr(
        "motcuactl: the kiosk's engine without a screen.\n"
        "\n"
        "  init --commune CODE --portal URL --ca FILE [--recovery-key FILE.pub]   set up a kiosk in an empty folder\n"
        "  account add|list                                people who may sign in\n"
        "  account disable|enable LOGIN                    their drafts stay sealed, what they submitted is sent\n"
        "  payment [--bank-bin B --bank-account N --bank-holder H | --none]  account that fees are paid to\n"
        "  office [--office-phone T --office-hours T --office-address T]  what papers say of the counter\n"
        "  procedures                                      procedures this kiosk knows\n"
        "  procedure list                                  every version, its validity and where it came from\n"
        "  procedure check FILE...                         judges files of procedures, by JSON pointers\n"
        "  procedure keygen --out FILE                     a key that signs procedures (FILE and FILE.pub)\n"
        "  procedure pack --key FILE --serial N -o OUT FILE...   signs procedures and data as one file\n"
        "  procedure install FILE                          takes a signed file, or nothing of it\n"
        "  procedure trust --key FILE.pub | distrust KID   whose signature this kiosk believes\n"
        "  dossier new --procedure CODE --data FILE        capture a dossier (--attach, --submit)\n"
        "  dossier list | show ID                          read\n"
        "  dossier update ID --data FILE                   replace the answers of a draft\n"
        "  dossier attach ID --attach COMPONENT=FILE       add papers to a draft\n"
        "  dossier detach ID NAME                          take a paper out of a draft\n"
        "  dossier submit ID | withdraw ID                 hand in, or stop; nothing is deleted\n"
        "  dossier slip ID --out FILE                      the provisional slip as PDF\n"
        "  dossier declare-payment ID | retract-payment ID what the citizen says about a transfer\n"
        "  dossier missing ID [--pdf FILE]                 everything missing or doubtful, once\n"
        "  dossier papers ID                               official papers that can be printed now\n"
        "  dossier paper ID PAPER -o FILE                  one of them as PDF\n"
        "  dossier mend ID [--data FILE --attach C=FILE --detach NAME --submit]   a refused dossier, or a supplement\n"
        "  dossier send-now ID [--none]                    its papers go whatever the settings say\n"
        "  dossier portal ID                               requests, results and messages of the portal\n"
        "  dossier result ID RESULT -o FILE                a result as a file\n"
        "  dossier told ID                                 the citizen was told of what came\n"
        "  dossier receipt ID [--revision N] [-o FILE]     the portal's signed receipt\n"
        "  dossier assist ID --to DIR                      encrypted pack for entering it at a portal's page by hand\n"
        "  dossier entered ID --code CODE                  the portal's page gave this official code\n"
        "  dossier give-back ID                            nobody entered it: sync may send it again\n"
        "  dossier hand-over ID | take-over ID             a draft to the officers; an officer answers for it\n"
        "  dossier confirm ID --confirmed WORD [--language TAG]   how the citizen confirmed the answers\n"
        "  register --from DAY [--to DAY] -o FILE          the register of dossiers (Mẫu 07) as PDF\n"
        "  sync [--until-idle] [--timeout S]               exchange with the portal\n"
        "  settings [--daily-mb N --metered forms-only|everything --small-first on|off]   what may be sent, and what today has "
        "cost\n"
        "  portal key [--key FILE | --none]                the key that proves receipts: show, replace, forget\n"
        "  kiosk renew [--token-file FILE]                 a new identity when a copy of this kiosk is about\n"
        "  vault status                                    who and what opens this kiosk; whether the province can\n"
        "  vault pin set --pin-file F | pin remove         a PIN for the account of the passphrase, on this machine\n"
        "  vault passphrase change --new-passphrase-file F a new passphrase for the account of the passphrase\n"
        "  vault remove ACCOUNT [--keep-key]               somebody leaves: slot removed, key renewed\n"
        "  vault rotate                                    renews the key\n"
        "  vault recovery add --key FILE.pub | recovery remove KEY   the province's key\n"
        "  vault challenge [KEY] [-o FILE]                 what the province needs to open this kiosk\n"
        "  vault test-recovery --answer TEXT|--answer-file F   proves that it can; finishes the enrolment\n"
        "  vault recover --answer TEXT|--answer-file F --account LOGIN --new-passphrase-file F   everything forgotten\n"
        "  vault province-key new --out F --passphrase-file P      at the province: makes its key\n"
        "  vault answer --province-key F --passphrase-file P --challenge TEXT|--request FILE [-o FILE]   at the province\n"
        "  store backup [--to DIR] | backups [--from DIR]  a verified copy; those that are there, each read whole\n"
        "  store restore FILE [--set-aside]                a backup becomes the database; the one before is kept\n"
        "  store check | salvage                           reads every page; saves what is readable of a damaged file\n"
        "  store purge [--dry-run] [--days N]              finished dossiers leave this computer, receipts stay\n"
        "  journal verify                                  check the log of acts\n"
        "  journal report [--from DAY] [-o FILE]           what one day was, in numbers, as JSON or PDF\n"
        "  journal export -o FILE                          its rows for an inspector, masked (officers only)\n"
        "  journal settle                                  what the portal objected to was looked into\n"
        "  doctor                                          check the machine, say what to do\n"
        "\n"
        "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 cannot open the kiosk, 4 answers or papers refused,\n"
        "5 not everything reached the portal, 6 not found, 7 doctor found something to do.\n");
    return verbs + u'\n' + parser.helpText().section(u'\n', 1);
}

} // namespace motcua
