// bench_fill PROFILE PASSPHRASE_FILE COUNT [RECEIVED_PERCENT]: puts COUNT invented dossiers into a kiosk, so that lists and starts can be
// measured with a year of work in the store. 93 of a hundred submitted were received by the portal unless told otherwise (0: all are
// queued), three in a hundred are drafts, the rest waits.
#include "app/engine/engine.h"
#include "core/base/ids.h"
#include "core/base/log.h"
#include "core/store/repositories.h"
#include "tests/bench/fill/dossierfactory.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int perTransaction = 500;
constexpr int receivedPercent = 93;
constexpr int minutesPerDay = 24 * 60;

bool staysDraft(int index)
{
    return index % 100 < 3;
}

Result<void> putOne(Database &database, const DossierFactory &factory, int index, const QDateTime &newest)
{
    DossierRepository dossiers(database);
    const Dossier dossier = factory.draft(index, newest, 1 + index % minutesPerDay);
    const QString id = dossier.summary.id;
    if (const auto inserted = dossiers.insert(dossier); !inserted)
        return inserted;
    const QByteArray content = DossierFactory::papers(index);
    const Attachment paper { newUuid7(SystemClock()),
                             u"000.00.00.G15-KQ003453"_s,
                             u"KQ003453-1.jpg"_s,
                             u"image/jpeg"_s,
                             content.size(),
                             sha256Hex(content),
                             1,
                             true,
                             dossier.summary.createdAt };
    if (const auto inserted = dossiers.insertAttachment(id, paper, content); !inserted)
        return inserted;
    if (const auto noted =
            JournalRepository(database).append(dossier.summary.createdAt, dossier.summary.createdBy, u"dossier.created"_s, id);
        !noted)
        return passOn(noted);
    if (staysDraft(index))
        return {};
    return dossiers.enqueue(id, QJsonDocument(dossier.form).toJson(QJsonDocument::Compact), dossier.summary.createdAt);
}

Result<void> putAll(Engine &engine, const DossierFactory &factory, int count)
{
    const QDateTime newest = engine.clock.now();
    for (int from = 0; from < count; from += perTransaction) {
        const Result<void> put = engine.store
                                     .run([&](Database &database) {
                                         return database.write([&]() -> Result<void> {
                                             for (int index = from; index < qMin(from + perTransaction, count); ++index) {
                                                 if (const auto one = putOne(database, factory, index, newest); !one)
                                                     return one;
                                             }
                                             return {};
                                         });
                                     })
                                     .result();
        if (!put)
            return put;
    }
    return {};
}

Receipt receiptFor(const OutboundDossier &dossier, qint64 sequence)
{
    Receipt receipt {
        dossier.id,
        dossier.revision,
        u"H19.231-%1-%2"_s.arg(toLegalTime(dossier.submittedAt).toString(u"yyMMdd")).arg(sequence, 4, 10, QLatin1Char('0')),
        dossier.submittedAt,
        dossier.submittedAt.addDays(3),
        sequence,
        dossier.formSha256,
        {}
    };
    for (const OutboundFile &file : dossier.files)
        receipt.files.append({ file.name, file.size, file.sha256 });
    return receipt;
}

// Through the same door as sync, so that a receipt is what a receipt is.
Result<void> receive(Outbox &outbox, int count, int percent)
{
    const Result<QList<OutboundDossier>> pending = outbox.pending(count);
    if (!pending)
        return passOn(pending);
    qint64 sequence = 0;
    for (const OutboundDossier &dossier : *pending) {
        if (++sequence * 100 > qint64(pending->size()) * percent)
            break;
        if (const auto sending = outbox.markSending({ { dossier.id, dossier.revision } }); !sending)
            return sending;
        if (const auto stored = outbox.storeReceipt(receiptFor(dossier, sequence)); !stored)
            return stored;
    }
    return {};
}

int complain(const Error &error)
{
    std::fprintf(stderr, "bench_fill: %s\n", qPrintable(forLog(error)));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile passphrase(arguments.value(2));
    const int count = arguments.value(3).toInt();
    const int percent = arguments.value(4, QString::number(receivedPercent)).toInt();
    if (arguments.size() < 4 || count <= 0 || !passphrase.open(QIODevice::ReadOnly)) {
        std::fputs("bench_fill PROFILE PASSPHRASE_FILE COUNT [RECEIVED_PERCENT]\n", stderr);
        return 2;
    }
    const Result<std::unique_ptr<Engine>> opened = Engine::open({ arguments.at(1) });
    if (!opened)
        return complain(opened.error());
    Engine &engine = **opened;
    const Result<Account> account = engine.gate.signIn({}, Secret(passphrase.readAll().trimmed())).result();
    if (!account)
        return complain(account.error());

    const DossierFactory factory(engine.packs.newest(u"1.004873"_s), engine.profile.communeCode, account->login);
    if (const auto put = putAll(engine, factory, count); !put)
        return complain(put.error());
    if (const auto received = receive(*engine.outbox, count, percent); !received)
        return complain(received.error());
    return 0;
}
