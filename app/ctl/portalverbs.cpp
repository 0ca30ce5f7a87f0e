// What people do about the way to the portal: settings of the queue, the portal's key, the kiosk's identity, and what came back.
#include "app/ctl/portalverbs.h"

#include "app/ctl/capture.h"
#include "app/ctl/console.h"
#include "app/ctl/dossierjson.h"
#include "app/ctl/inputs.h"
#include "app/ctl/verbs.h"
#include "app/engine/engine.h"
#include "core/counter/portaldesk.h"
#include "core/counter/setup.h"
#include "core/outbox/linktext.h"
#include "core/outbox/receiptkey.h"
#include "core/procedure/fieldlabel.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

constexpr qint64 mebibyte = 1024 * 1024;
constexpr qint64 mostMegabytes = 1024 * 1024;

// The keychain alone does not change what a kiosk believes or who it is.
Result<void> requirePerson(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    if (!arguments.has(u"passphrase-file"_s))
        return wrongUsage(u"--passphrase-file"_s);
    if (const Result<void> may = permit(engine.counter.acting(), Deed::SetUp); !may)
        return may;
    const auto opened = engine.vault.openWithPassphrase(engine.counter.actor().login, passphrase);
    return opened ? Result<void>() : passOn(opened);
}

Result<void> changePolicy(Engine &engine, const Arguments &arguments)
{
    Result<SyncPolicy> policy = engine.counter.portal().policy().result();
    if (!policy)
        return passOn(policy);
    if (arguments.has(u"daily-mb"_s)) {
        bool number = false;
        const qint64 megabytes = arguments.value(u"daily-mb"_s).toLongLong(&number);
        if (!number || megabytes < 0 || megabytes > mostMegabytes)
            return wrongUsage(u"--daily-mb"_s);
        policy->dailyBytes = megabytes * mebibyte;
    }
    if (arguments.has(u"metered"_s)) {
        const QString word = arguments.value(u"metered"_s);
        if (word != "forms-only"_L1 && word != "everything"_L1)
            return wrongUsage(u"--metered"_s);
        policy->formsOnly = word == "forms-only"_L1;
    }
    if (arguments.has(u"small-first"_s)) {
        const QString word = arguments.value(u"small-first"_s);
        if (word != "on"_L1 && word != "off"_L1)
            return wrongUsage(u"--small-first"_s);
        policy->renditions = word == "on"_L1;
    }
    return engine.counter.portal().setPolicy(*policy).result();
}

ExitCode showPolicy(Engine &engine, bool json)
{
    const Result<SyncPolicy> policy = engine.counter.portal().policy().result();
    if (!policy)
        return report(policy.error(), json);
    const Result<qint64> spent = engine.counter.portal().bytesToday().result();
    if (!spent)
        return report(spent.error(), json);
    if (json) {
        printJson(QJsonObject { { "dailyBytes"_L1, policy->dailyBytes },
                                { "formsOnly"_L1, policy->formsOnly },
                                { "smallFirst"_L1, policy->renditions },
                                { "bytesToday"_L1, *spent } });
        return ExitCode::Ok;
    }
    printLine(policy->dailyBytes > 0 ? Ctl::tr("Papers: at most %1 a day.").arg(bytesText(policy->dailyBytes))
                                     : Ctl::tr("Papers: no daily limit."));
    printLine(policy->formsOnly ? Ctl::tr("Forms only: papers wait until this is changed or a dossier is ordered to go now.")
                                : Ctl::tr("Forms and papers go on every network."));
    if (policy->renditions)
        printLine(Ctl::tr("Where the procedure allows it, a smaller picture goes first and the original follows."));
    printLine(Ctl::tr("Papers and results today: %1.").arg(bytesText(*spent)));
    return ExitCode::Ok;
}

ExitCode showKey(Engine &engine, bool json)
{
    const Result<QByteArray> key = engine.counter.portal().receiptKey().result();
    if (!key)
        return report(key.error(), json);
    const QString fingerprint = receiptKeyFingerprint(*key);
    if (json)
        printJson(QJsonObject { { "jwk"_L1, QString::fromUtf8(*key) }, { "fingerprint"_L1, fingerprint } });
    else if (key->isEmpty())
        printLine(Ctl::tr("No key for receipts is pinned yet: the first receipt brings it."));
    else
        printLine(u"%1\n%2"_s.arg(Ctl::tr("Fingerprint of the portal's key for receipts: %1").arg(fingerprint),
                                  QString::fromUtf8(*key)));
    return ExitCode::Ok;
}

Result<QByteArray> newKey(const Arguments &arguments)
{
    if (arguments.has(u"none"_s))
        return QByteArray();
    const Result<QByteArray> file = readInput(arguments.value(u"key"_s));
    if (!file)
        return file;
    // An unusable file must not read as “forget it”.
    return file->trimmed().isEmpty() ? QByteArray("{}") : *file;
}

// What the machine would say next, for `--json` and for people.
ExitCode shown(Engine &engine, const Result<void> &done, const QString &id, bool json)
{
    if (!done)
        return report(done.error(), json);
    const Result<Dossier> dossier = engine.counter.dossier(id).result();
    if (!dossier)
        return report(dossier.error(), json);
    if (json)
        printJson(toJson(*dossier));
    else
        printLine(u"%1\t%2\t%3\t%4"_s.arg(dossier->summary.id, dossier->summary.localCode, toStored(dossier->summary.status),
                                          toStored(dossier->summary.delivery)));
    return ExitCode::Ok;
}

// A refused dossier, or one that the portal wants a supplement for: changes, and with --submit the next revision.
ExitCode mend(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    const QString id = dossier.summary.id;
    Result<QJsonObject> data = dossier.form;
    if (arguments.has(u"data"_s))
        data = readJsonObject(arguments.value(u"data"_s));
    if (!data)
        return report(data.error(), json);
    // Everything is read and looked at before anything changes.
    const auto papers = readPapers(engine, arguments);
    if (!papers)
        return report(papers.error(), json);
    if (!mayBeEdited(dossier.summary.status)) { // refused with MC-218 unless the portal has asked
        if (const Result<void> opened = engine.counter.portal().mend(id).result(); !opened)
            return report(opened.error(), json);
    }
    if (arguments.has(u"data"_s)) {
        if (const Result<void> saved = engine.counter.saveDraft(id, *data, dossier.focus).result(); !saved)
            return report(saved.error(), json);
    }
    for (const QString &name : arguments.values(u"detach"_s)) {
        const auto paper = std::find_if(dossier.attachments.cbegin(), dossier.attachments.cend(),
                                        [&](const Attachment &one) { return one.name == name || one.id == name; });
        const QString paperId = paper == dossier.attachments.cend() ? name : paper->id;
        if (const Result<void> removed = engine.counter.removePaper(id, paperId).result(); !removed)
            return report(removed.error(), json);
    }
    if (const Result<void> added = addPapers(engine, id, *papers); !added)
        return report(added.error(), json);
    return shown(engine, {}, id, json);
}

// The portal's signed word as it came: whoever doubts it can check it without this program.
ExitCode exportReceipt(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    bool number = true;
    const int revision = arguments.has(u"revision"_s) ? arguments.value(u"revision"_s).toInt(&number) : 0;
    if (!number || revision < 0)
        return report(wrongUsage(u"--revision"_s).value(), json);
    const Result<Receipt> receipt = engine.counter.portal().receipt(dossier.summary.id, revision).result();
    if (!receipt)
        return report(receipt.error(), json);
    const Result<QByteArray> key = engine.counter.portal().receiptKey().result();
    if (!key)
        return report(key.error(), json);
    QJsonObject object = toJson(*receipt);
    object.insert("receiptKey"_L1, QJsonDocument::fromJson(*key).object());
    if (!arguments.has(u"out"_s)) {
        printJson(object);
        return ExitCode::Ok;
    }
    const Result<void> noted = engine.counter.portal().noteReceipt(dossier.summary.id, receipt->revision).result();
    if (!noted)
        return report(noted.error(), json);
    const Result<void> written = writeOutput(arguments.value(u"out"_s), QJsonDocument(object).toJson(), OutputKind::Secret);
    return written ? ExitCode::Ok : report(written.error(), json);
}

// Journalled first: a result that nobody wrote down must not be out there.
ExitCode saveResult(Engine &engine, const Dossier &dossier, const Arguments &arguments, bool json)
{
    const QString id = arguments.words.value(3);
    if (id.isEmpty() || !arguments.has(u"out"_s))
        return report(wrongUsage(id.isEmpty() ? u"dossier result"_s : u"--out"_s).value(), json);
    const Result<QByteArray> content = engine.counter.portal().result(id).result();
    if (!content)
        return report(content.error(), json);
    if (const auto noted = engine.counter.portal().noteResult(dossier.summary.id, id, u"saved"_s).result(); !noted)
        return report(noted.error(), json);
    const Result<void> written = writeOutput(arguments.value(u"out"_s), *content, OutputKind::Secret);
    return written ? ExitCode::Ok : report(written.error(), json);
}

// Everything that came from the portal, and what is asked for, with fields and papers by their names.
ExitCode fromPortal(Engine &engine, const Dossier &dossier, bool json)
{
    if (json) {
        printJson(fromPortalJson(dossier));
        return ExitCode::Ok;
    }
    const PackPtr pack = engine.counter.packOf(dossier.summary);
    for (const PortalRequest &request : dossier.requests) {
        printLine(Ctl::tr("Request %1%2%3: %4")
                      .arg(request.sequence)
                      .arg(request.branch.isEmpty() ? QString() : u" ["_s + request.branch + u']',
                           request.isOpen() ? QString() : u' ' + Ctl::tr("(answered)"), request.note));
        if (request.request.until.isValid())
            printLine(u"  "_s + Ctl::tr("until %1").arg(request.request.until.toString(u"dd/MM/yyyy"_s)));
        for (const SupplementItem &item : request.request.items) {
            const QString what = item.field.isEmpty() ? componentTitle(*pack, item.component) : fieldLabel(*pack, item.field);
            printLine(u"  - %1: %2"_s.arg(what, item.text));
        }
    }
    for (const PortalResult &result : dossier.results) {
        const QString state = result.complete
                                  ? Ctl::tr("here")
                                  : Ctl::tr("%1 of %2 so far").arg(bytesText(result.held), bytesText(result.file.size));
        printLine(u"%1\t%2\t%3"_s.arg(result.file.id, result.file.name, state));
    }
    for (const PortalMessage &message : dossier.messages)
        printLine(Ctl::tr("Message: %1").arg(message.text));
    return ExitCode::Ok;
}

} // namespace

ExitCode settingsVerb(Engine &engine, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (arguments.has(u"daily-mb"_s) || arguments.has(u"metered"_s) || arguments.has(u"small-first"_s)) {
        if (const Result<void> changed = changePolicy(engine, arguments); !changed)
            return report(changed.error(), json);
    }
    return showPolicy(engine, json);
}

ExitCode portalVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (arguments.words.value(1) != "key"_L1)
        return report(wrongUsage(u"portal "_s + arguments.words.value(1)).value(), json);
    if (arguments.has(u"key"_s) || arguments.has(u"none"_s)) {
        if (const Result<void> person = requirePerson(engine, passphrase, arguments); !person)
            return report(person.error(), json);
        const Result<QByteArray> key = newKey(arguments);
        if (!key)
            return report(key.error(), json);
        if (const auto replaced = engine.counter.portal().replaceReceiptKey(*key).result(); !replaced)
            return report(replaced.error(), json);
    }
    return showKey(engine, json);
}

ExitCode kioskVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    if (arguments.words.value(1) != "renew"_L1)
        return report(wrongUsage(u"kiosk "_s + arguments.words.value(1)).value(), json);
    if (const Result<void> person = requirePerson(engine, passphrase, arguments); !person)
        return report(person.error(), json);
    Result<QByteArray> token = QByteArray();
    if (arguments.has(u"token-file"_s))
        token = readInput(arguments.value(u"token-file"_s));
    if (!token)
        return report(token.error(), json);
    const Result<KioskProfile> renewed = renewKiosk(engine.files, engine.profile, QString::fromUtf8(token->trimmed()),
                                                    engine.counter.actor().login, engine.store, engine.clock);
    if (!renewed)
        return report(renewed.error(), json);
    const Result<int> unsent = engine.outbox->unsentCount();
    if (json)
        printJson(QJsonObject { { "kioskId"_L1, renewed->kioskId }, { "unsent"_L1, unsent.value_or(-1) } });
    else
        printLine(Ctl::tr("This kiosk is now %1. Dossiers that wait keep their numbers: %2.")
                      .arg(renewed->kioskId)
                      .arg(unsent.value_or(-1)));
    return ExitCode::Ok;
}

ExitCode dossierPortalVerb(Engine &engine, const Dossier &dossier, const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QString action = arguments.words.value(1);
    const QString id = dossier.summary.id;
    if (action == "send-now"_L1)
        return shown(engine, engine.counter.portal().sendNow(id, !arguments.has(u"none"_s)).result(), id, json);
    if (action == "mend"_L1)
        return mend(engine, dossier, arguments, json);
    if (action == "receipt"_L1)
        return exportReceipt(engine, dossier, arguments, json);
    if (action == "result"_L1)
        return saveResult(engine, dossier, arguments, json);
    if (action == "told"_L1)
        return shown(engine, engine.counter.portal().noteTold(id).result(), id, json);
    return fromPortal(engine, dossier, json);
}

} // namespace motcua
