// A disk that rots: bytes flipped in many pages. Every row that can be read is in the new database and equals what was written, the
// damaged file is kept untouched, and what a backup still has is filled in.
#include "clearpages.h"
#include "storelife.h"

#include "core/store/backup.h"
#include "core/store/salvage.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSqlQuery>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pageBytes = 4096;
constexpr int dossiers = 120;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void flipPages(const QString &path, const QList<int> &pages)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (const int page : pages) {
        const qint64 at = page * pageBytes + 1000;
        QVERIFY(file.seek(at));
        const QByteArray before = file.read(1);
        QVERIFY(file.seek(at));
        file.putChar(char(before.at(0) ^ 0x10));
    }
}

// Every row of every table of people, by table and key, as a digest.
QHash<QByteArray, QByteArray> rowsOf(Database &database)
{
    QHash<QByteArray, QByteArray> rows;
    for (const auto &from :
         { std::pair { "dossier", "seq" }, std::pair { "dossier_form", "dossier" }, std::pair { "attachment", "seq" },
           std::pair { "attachment_part", "attachment || '.' || part" }, std::pair { "outbox", "seq" },
           std::pair { "outbox_form", "outbox" }, std::pair { "outbox_file", "outbox" }, std::pair { "receipt", "outbox" },
           std::pair { "receipt_file", "outbox" }, std::pair { "journal", "seq" } }) {
        const QString sql = u"SELECT %2, * FROM %1"_s.arg(QLatin1StringView(from.first), QLatin1StringView(from.second));
        const auto read = database.rows(sql, {}, [&](const QSqlQuery &row) {
            QCryptographicHash hash(QCryptographicHash::Sha256);
            for (int column = 1; !row.value(column).isNull() || column < 12; ++column)
                hash.addData(row.value(column).toByteArray() + '\x1f');
            rows.insert(QByteArray(from.first) + '/' + row.value(0).toByteArray(), hash.result());
        });
        if (!read)
            qFatal("rows");
    }
    return rows;
}

struct Rotting
{
    Rotting()
    {
        const TestClock clock;
        auto database = Database::open(path(), testKey(), true);
        if (!database)
            qFatal("open");
        for (int number = 1; number <= dossiers; ++number) {
            const QByteArray paper = QByteArray::number(number).repeated(4000);
            if (!lifeOf(**database, clock, number, paper).upTo(LifeStage(number % 6)))
                qFatal("life");
        }
        rows = rowsOf(**database);
        if (!(*database)->checkpoint().value_or(false))
            qFatal("checkpoint");
        database->reset();
        pages = int(QFileInfo(path()).size() / pageBytes);
    }

    QString path() const { return folder.filePath(u"motcua.db"_s); }
    QString backups() const { return folder.filePath(u"backups"_s); }
    Result<SalvageReport> salvage() { return salvageDatabase(path(), testKey(), backups(), u"cntt"_s, TestClock().now()); }

    QTemporaryDir folder;
    QHash<QByteArray, QByteArray> rows;
    int pages = 0;
};

} // namespace

class TestSalvage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundDatabaseIsLeftAlone()
    {
        Rotting rotting;
        const QByteArray before = bytesOf(rotting.path());
        QCOMPARE(rotting.salvage().error().code, ErrorCode::SalvageNotNeeded);
        QCOMPARE(bytesOf(rotting.path()), before);
    }

    void bytesFlippedInManyPages_data()
    {
        QTest::addColumn<int>("damaged");
        QTest::addColumn<int>("seed");
        for (const int damaged : { 1, 3, 10, 40 }) {
            for (int seed = 1; seed <= 3; ++seed)
                QTest::addRow("%d pages, draw %d", damaged, seed) << damaged << seed;
        }
    }

    void bytesFlippedInManyPages()
    {
        QFETCH(int, damaged);
        QFETCH(int, seed);
        Rotting rotting;
        QRandomGenerator random(quint32(seed * 1000 + damaged));
        QList<int> pages;
        while (pages.size() < damaged) {
            // Past the schema: where that is gone, only a backup helps (below).
            const int page = 60 + random.bounded(rotting.pages - 60);
            if (!pages.contains(page))
                pages.append(page);
        }
        flipPages(rotting.path(), pages);
        const QByteArray before = bytesOf(rotting.path());
        const auto report = rotting.salvage();
        if (!report && report.error().code == ErrorCode::SalvageNotNeeded)
            return; // cannot be: every page carries its own code
        VERIFY_OK(report);
        QCOMPARE(bytesOf(report->keptFolder + u"/motcua.db"_s), before);

        auto database = Database::open(rotting.path(), testKey(), false);
        VERIFY_OK(database);
        VERIFY_OK((*database)->checkIntegrity());
        const auto kept = rowsOf(**database);
        int lost = 0;
        for (auto it = rotting.rows.cbegin(); it != rotting.rows.cend(); ++it) {
            if (!kept.contains(it.key()))
                ++lost;
            else if (!it.key().startsWith("dossier/")) // straightened by what their submissions say
                QVERIFY2(kept.value(it.key()) == it.value(), it.key().constData());
        }
        const int added = int(kept.size()) - (int(rotting.rows.size()) - lost);
        QCOMPARE(added, 1); // the journal's word of the salvage
        // A page holds the rows of one place: 60 at most of the smallest, and inner pages lose nothing.
        QVERIFY2(lost <= damaged * 60, qPrintable(QString::number(lost)));
        QVERIFY2(report->lost() + report->damagedPapers >= 0, "");
        QCOMPARE(JournalRepository(**database).all()->constLast().action, u"store.salvaged"_s);
        qInfo("%d pages of %d: %d of %d rows lost; the report says %lld, %d papers, %d without dossier", damaged, rotting.pages,
              lost, int(rotting.rows.size()), static_cast<long long>(report->lost()), report->damagedPapers,
              report->withoutDossier);
    }

    void aBackupFillsTheHoles()
    {
        Rotting rotting;
        VERIFY_OK(makeBackup(rotting.path(), testKey(), rotting.backups(), TestClock().now(), 0));
        QList<int> pages;
        for (int page = 60; page < rotting.pages; page += 25)
            pages.append(page);
        flipPages(rotting.path(), pages);
        const auto report = rotting.salvage();
        VERIFY_OK(report);
        qint64 filled = 0;
        for (const SalvagedTable &table : report->tables)
            filled += table.filled;
        QVERIFY(filled > 0);
        auto database = Database::open(rotting.path(), testKey(), false);
        VERIFY_OK(database);
        const auto kept = rowsOf(**database);
        QStringList lost;
        for (auto it = rotting.rows.cbegin(); it != rotting.rows.cend(); ++it) {
            if (!kept.contains(it.key()))
                lost.append(QString::fromLatin1(it.key()));
        }
        // Tables without row numbers cannot be filled by number.
        lost.removeIf([](const QString &row) { return row.startsWith(u"outbox_file"_s) || row.startsWith(u"receipt_file"_s); });
        QVERIFY2(lost.isEmpty(), qPrintable(lost.mid(0, 5).join(u' ')));
    }

    // SQLCipher hands out a damaged page as zeros. A form that lies on it is told as damaged, never shown as an empty one.
    void aDamagedFormIsNeverAnEmptyOne()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"motcua.db"_s);
        const TestClock clock;
        QString id;
        {
            auto database = Database::open(path, testKey(), true);
            VERIFY_OK(database);
            for (int number = 1; number <= 20; ++number) // too large to be checked at each opening
                VERIFY_OK(lifeOf(**database, clock, number, QByteArray(1 << 20, 'p')).upTo(LifeStage::Draft));
            LifeOf life = lifeOf(**database, clock, 50);
            life.draft.form = { { u"x"_s, QString(u"MARKFORM"_s).repeated(2000) } };
            VERIFY_OK(life.upTo(LifeStage::Draft));
            id = life.id();
        }
        const QByteArray clear = allPages(path);
        const qsizetype last = clear.lastIndexOf("MARKFORM");
        QVERIFY(last > 0);
        flipPages(path, { int((last + 16) / (pageBytes - 80)) });
        auto database = Database::open(path, testKey(), false);
        VERIFY_OK(database);
        const auto found = DossierRepository(**database).find(id);
        QVERIFY2(!found, "a form of zeros was taken for an empty one");
        QCOMPARE(found.error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(!(*database)->value(u"SELECT form FROM dossier_form ORDER BY dossier DESC LIMIT 1"_s));
        QVERIFY(DossierRepository(**database).list({}, clock.now())->size() == 21); // the rest is readable
    }

    void theFirstPageGoneNeedsABackup()
    {
        Rotting rotting;
        flipPages(rotting.path(), { 0 });
        const QByteArray before = bytesOf(rotting.path());
        QCOMPARE(rotting.salvage().error().code, ErrorCode::NotADatabase);
        QCOMPARE(bytesOf(rotting.path()), before);
    }
};

QTEST_GUILESS_MAIN(TestSalvage)
#include "tst_salvage.moc"
