// kill -9 while dossiers are being captured, again and again on one database: everything that was acknowledged is there, whole; nothing
// is half there; the journal's chain holds. The writer is this same program with an argument.
#include "storefixture.h"

#include <QProcess>
#include <QRandomGenerator>

#include <cstdio>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

// MOTCUA_KILLS: more of them at night.
const int kills = std::max(qEnvironmentVariableIntValue("MOTCUA_KILLS"), 50);

QByteArray paperFor(const QString &id)
{
    return id.toUtf8().repeated(3000); // about 108 KB
}

// Captures and submits for ever; says each id only after write() said yes.
int writeForEver(const QString &path)
{
    auto database = Database::open(path, testKey(), true);
    if (!database)
        return 1;
    const SystemClock clock;
    for (;;) {
        QString id;
        const auto done = (*database)->write([&]() -> Result<void> {
            DossierRepository dossiers(**database);
            const auto serial = dossiers.nextSerial(QDate(2026, 11, 22));
            if (!serial)
                return passOn(serial);
            const Dossier draft = testDraft(clock, *serial);
            id = draft.summary.id;
            if (const auto inserted = dossiers.insert(draft); !inserted)
                return inserted;
            if (const auto added = dossiers.insertAttachment(id, testPaper(clock, paperFor(id)), paperFor(id)); !added)
                return added;
            if (const auto queued = dossiers.enqueue(id, id.toUtf8(), clock.now()); !queued)
                return queued;
            const auto entry = JournalRepository(**database).append(clock.now(), u"congchuc1"_s, u"dossier.created"_s, id);
            return entry ? Result<void>() : passOn(entry);
        });
        if (!done)
            return 2;
        std::printf("%s\n", qPrintable(id));
        std::fflush(stdout);
    }
}

} // namespace

class TestKilled : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingAcknowledgedIsLost()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"motcua.db"_s);
        QStringList acknowledged;
        int unacknowledged = 0;
        for (int round = 0; round < kills; ++round) {
            QProcess writer;
            writer.start(QCoreApplication::applicationFilePath(), { u"--write"_s, path });
            QVERIFY(writer.waitForStarted());
            if (round > 0) // the first creates the database and may be hit while it does
                QVERIFY(writer.waitForReadyRead(30'000));
            QTest::qSleep(QRandomGenerator::global()->bounded(60));
            writer.kill();
            QVERIFY(writer.waitForFinished());
            QCOMPARE(writer.exitStatus(), QProcess::CrashExit);
            const QList<QByteArray> lines = writer.readAllStandardOutput().split('\n');
            for (const QByteArray &line : lines) {
                if (line.size() == 36)
                    acknowledged.append(QString::fromLatin1(line));
            }
        }
        auto database = Database::open(path, testKey(), false);
        VERIFY_OK(database);
        VERIFY_OK((*database)->checkIntegrity());
        DossierRepository dossiers(**database);
        for (const QString &id : std::as_const(acknowledged)) {
            const auto found = dossiers.find(id);
            VERIFY_OK(found);
            QCOMPARE(dossiers.attachmentContent(found->attachments.constFirst().id).value_or(""), paperFor(id));
        }
        const int present = (*database)->value(u"SELECT count(*) FROM dossier"_s)->toInt();
        for (const QString &table : { u"dossier_form"_s, u"attachment"_s, u"attachment_part"_s, u"outbox"_s, u"outbox_form"_s,
                                      u"outbox_file"_s, u"journal"_s })
            QCOMPARE((*database)->value(u"SELECT count(*) FROM "_s + table)->toInt(), present);
        const auto journal = JournalRepository(**database).all();
        QCOMPARE(firstBrokenLink(*journal), std::nullopt);
        unacknowledged = present - int(acknowledged.size());
        qInfo("%d kills, %d dossiers acknowledged and found, %d more committed before they could be acknowledged", kills,
              int(acknowledged.size()), unacknowledged);
        QVERIFY(acknowledged.size() >= kills - 1);
        QVERIFY(unacknowledged >= 0 && unacknowledged <= kills);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0)
        return writeForEver(QString::fromLocal8Bit(argv[2]));
    TestKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_killed.moc"
