// bench_queue PROFILE PASSPHRASE_FILE COUNT SEED FORM_BYTES PAPER_BYTES FOLDER: puts COUNT submitted dossiers of invented people into a
// kiosk, each with three papers that no compression makes smaller, and writes the same bytes to FOLDER for the peers:
// FOLDER/<dossier id>/form.json and its papers, FOLDER/queue.json.
#include "app/engine/engine.h"
#include "core/base/ids.h"
#include "core/base/log.h"
#include "core/store/repositories.h"
#include "tests/bench/fill/dossierfactory.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int papersPerDossier = 3;

struct Wish
{
    int count = 0;
    quint32 seed = 0;
    qsizetype formBytes = 0;
    qsizetype paperBytes = 0;
    QDir folder;
};

QByteArray noise(QRandomGenerator &random, qsizetype bytes)
{
    QByteArray content(bytes, Qt::Uninitialized);
    for (char &byte : content)
        byte = char(random.bounded(256));
    content.replace(0, 3, "\xff\xd8\xff"); // what a photograph begins with
    return content;
}

// Answers as people give them, until the form has its size: compresses as real ones do, not better.
void lengthen(QJsonObject &form, QRandomGenerator &random, qsizetype bytes)
{
    const QStringList words { u"Điểu"_s,  u"Thị"_s,    u"thôn"_s,      u"Bù Đăng"_s,    u"xã Đa Kia"_s,
                              u"đường"_s, u"số nhà"_s, u"khai sinh"_s, u"cha"_s,        u"mẹ"_s,
                              u"ngày"_s,  u"Lâm"_s,    u"Đồng Nai"_s,  u"chứng thực"_s, u"bản sao"_s };
    QJsonArray rows;
    while (QJsonDocument(form).toJson(QJsonDocument::Compact).size() < bytes) {
        QString words8;
        for (int i = 0; i < 8; ++i)
            words8 += words.at(random.bounded(words.size())) + u' ';
        rows.append(QJsonObject {
            { u"name"_s, words8 },
            { u"personalId"_s, u"0%1"_s.arg(random.bounded(1'000'000'000), 11, 10, QLatin1Char('0')) },
            { u"date"_s, u"19%1-0%2-1%3"_s.arg(random.bounded(10, 99)).arg(random.bounded(1, 9)).arg(random.bounded(9)) } });
        form.insert(u"rows"_s, rows);
    }
}

Result<QJsonObject> putOne(Database &database, const DossierFactory &factory, const Wish &wish, int index,
                           const QDateTime &newest)
{
    QRandomGenerator random(wish.seed * 1000 + quint32(index));
    DossierRepository dossiers(database);
    Dossier dossier = factory.draft(index, newest, 1 + index);
    lengthen(dossier.form, random, wish.formBytes);
    const QString id = dossier.summary.id;
    if (const auto inserted = dossiers.insert(dossier); !inserted)
        return passOn(inserted);
    wish.folder.mkpath(id);
    const auto keep = [&](const QString &name, const QByteArray &bytes) {
        QFile file(wish.folder.filePath(id + u'/' + name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QJsonArray files;
    for (int paper = 1; paper <= papersPerDossier; ++paper) {
        const QByteArray content = noise(random, wish.paperBytes);
        const QString name = u"KQ003453-%1.jpg"_s.arg(paper);
        const Attachment attachment { newUuid7(SystemClock()),  u"000.00.00.G15-KQ003453"_s, name, u"image/jpeg"_s,
                                      content.size(),           sha256Hex(content),          1,    true,
                                      dossier.summary.createdAt };
        if (const auto inserted = dossiers.insertAttachment(id, attachment, content); !inserted)
            return passOn(inserted);
        keep(name, content);
        files.append(QJsonObject { { u"name"_s, name }, { u"size"_s, content.size() }, { u"sha256"_s, sha256Hex(content) } });
    }
    const QByteArray form = QJsonDocument(dossier.form).toJson(QJsonDocument::Compact);
    keep(u"form.json"_s, form);
    if (const auto queued = dossiers.enqueue(id, form, dossier.summary.createdAt); !queued)
        return passOn(queued);
    return QJsonObject { { u"id"_s, id },
                         { u"localCode"_s, dossier.summary.localCode },
                         { u"procedure"_s, dossier.summary.procedureCode },
                         { u"packVersion"_s, dossier.summary.packVersion },
                         { u"component"_s, u"000.00.00.G15-KQ003453"_s },
                         { u"form"_s, QJsonObject { { u"size"_s, form.size() }, { u"sha256"_s, sha256Hex(form) } } },
                         { u"files"_s, files } };
}

int complain(const Error &error)
{
    std::fprintf(stderr, "bench_queue: %s\n", qPrintable(forLog(error)));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const Wish wish { arguments.value(3).toInt(), arguments.value(4).toUInt(), arguments.value(5).toLongLong(),
                      arguments.value(6).toLongLong(), QDir(arguments.value(7)) };
    QFile passphrase(arguments.value(2));
    if (arguments.size() != 8 || wish.count <= 0 || !passphrase.open(QIODevice::ReadOnly)) {
        std::fputs("bench_queue PROFILE PASSPHRASE_FILE COUNT SEED FORM_BYTES PAPER_BYTES FOLDER\n", stderr);
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
    const QDateTime newest = engine.clock.now();
    QJsonArray queue;
    for (int index = 0; index < wish.count; ++index) {
        Result<QJsonObject> put = QJsonObject();
        const Result<void> done = engine.store
                                      .run([&](Database &database) {
                                          return database.write([&]() -> Result<void> {
                                              put = putOne(database, factory, wish, index, newest);
                                              return put ? Result<void>() : passOn(put);
                                          });
                                      })
                                      .result();
        if (!done)
            return complain(done.error());
        queue.append(*put);
    }
    QFile list(wish.folder.filePath(u"queue.json"_s));
    if (!list.open(QIODevice::WriteOnly) || list.write(QJsonDocument(queue).toJson()) < 0)
        return 1;
    return 0;
}
