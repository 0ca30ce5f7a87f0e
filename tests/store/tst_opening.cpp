// Opening: what is not ours, damaged, newer or without a cipher is refused with its own code and left byte for byte as it was.
#include "storefixture.h"

#include "core/store/cipherhandle.h"
#include "core/store/schema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

#include <sqlite3.h>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

void put(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void flip(const QString &path, qint64 at)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(char(byte ^ 0x10)));
}

// A closed database of some hundred pages, its bytes and its folder.
struct Closed
{
    Closed()
    {
        for (int i = 0; i < 30; ++i) {
            const Dossier draft = testDraft(store.clock, i);
            const QByteArray content(40'000, char('a' + i % 20));
            const auto done = store.database->write([&]() -> Result<void> {
                DossierRepository dossiers(*store.database);
                if (const auto inserted = dossiers.insert(draft); !inserted)
                    return inserted;
                return dossiers.insertAttachment(draft.summary.id, testPaper(store.clock, content, i), content);
            });
            if (!done)
                qFatal("filling: %s", qPrintable(testErrorText(done.error())));
        }
        store.database.reset();
        bytes = contentOf(store.path());
    }

    void refusesWith(ErrorCode code, const Secret &key = testKey())
    {
        const QByteArray before = contentOf(store.path());
        for (const bool create : { false, true }) {
            const auto opened = Database::open(store.path(), key, create);
            QVERIFY2(!opened, "opened");
            QVERIFY2(opened.error().code == code, qPrintable(testErrorText(opened.error())));
            QVERIFY(contentOf(store.path()) == before);
        }
        QVERIFY(!QFile::exists(store.path() + u".new"_s));
    }

    TestStore store;
    QByteArray bytes;
};

} // namespace

class TestOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewOneIsWholeAndPrivate()
    {
        TestStore store;
        QVERIFY(!store.database->cipherVersion().isEmpty());
        QCOMPARE(store.database->schemaVersion(), allMigrations().back().version);
        QCOMPARE(store.database->value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
        QCOMPARE(store.database->value(u"PRAGMA synchronous"_s)->toInt(), 2);
        QCOMPARE(store.database->value(u"PRAGMA auto_vacuum"_s)->toInt(), 2);
        QCOMPARE(store.database->value(u"PRAGMA secure_delete"_s)->toInt(), 1);
        QCOMPARE(store.database->value(u"PRAGMA foreign_keys"_s)->toInt(), 1);
        QCOMPARE(store.database->value(u"PRAGMA temp_store"_s)->toInt(), 2);
        VERIFY_OK(store.database->checkIntegrity());
        const QDir folder(store.folder.path());
        for (const QString &name : folder.entryList(QDir::Files)) {
            const auto allowed = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
            QVERIFY2(!(QFile::permissions(folder.filePath(name)) & ~allowed), qPrintable(name));
        }
        store.database.reset();
        QCOMPARE(folder.entryList(QDir::Files), QStringList { u"motcua.db"_s });
    }

    void nothingIsCreatedUnasked()
    {
        QTemporaryDir folder;
        QCOMPARE(Database::open(folder.filePath(u"motcua.db"_s), testKey(), false).error().code, ErrorCode::DatabaseCannotOpen);
        QCOMPARE(Database::open(folder.filePath(u"no/motcua.db"_s), testKey(), true).error().code, ErrorCode::DatabaseCannotOpen);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void anInterruptedCreationIsBegunAgain()
    {
        QTemporaryDir folder;
        put(folder.filePath(u"motcua.db.new"_s), "half");
        put(folder.filePath(u"motcua.db.new-wal"_s), "half");
        VERIFY_OK(Database::open(folder.filePath(u"motcua.db"_s), testKey(), true));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList { u"motcua.db"_s });
    }

    void theCipherMustBeThere()
    {
        QCOMPARE(requireCipher({}).error().code, ErrorCode::CipherMissing);
        VERIFY_OK(requireCipher(u"4.6.1 community"_s));
    }

    void wrongKey()
    {
        Closed db;
        db.refusesWith(ErrorCode::NotADatabase, testKey(8));
    }

    void notOurs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("one byte") << QByteArray("x");
        QTest::addRow("almost a page") << QByteArray(4095, 'x');
        QTest::addRow("text") << QByteArray("Một Cửa ").repeated(2000);
        QByteArray random(40'960, '\0');
        quint32 seed = 12345;
        for (char &byte : random)
            byte = char((seed = seed * 1664525 + 1013904223) >> 24);
        QTest::addRow("random bytes") << random;
        QTemporaryDir folder;
        const QString path = folder.filePath(u"plain.db"_s);
        sqlite3 *plain = nullptr;
        QCOMPARE(sqlite3_open(path.toUtf8().constData(), &plain), SQLITE_OK);
        QCOMPARE(sqlite3_exec(plain, "CREATE TABLE t (a); INSERT INTO t VALUES ('x')", nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(plain);
        QVERIFY(contentOf(path).startsWith("SQLite format 3"));
        QTest::addRow("plain SQLite") << contentOf(path);
    }

    void notOurs()
    {
        QFETCH(QByteArray, content);
        Closed db;
        put(db.store.path(), content);
        db.refusesWith(ErrorCode::NotADatabase);
    }

    void newerSchema()
    {
        Closed db;
        {
            auto handle = openEncrypted(db.store.path(), testKey(), false);
            VERIFY_OK(handle);
            VERIFY_OK(runScript(handle->get(), "UPDATE schema_version SET min_compatible = 99; PRAGMA user_version = 99"));
        }
        db.refusesWith(ErrorCode::DatabaseNewer);
        QVERIFY(!QFile::exists(db.store.path() + u"-wal"_s));
    }

    void newerButCompatibleIsUsed()
    {
        Closed db;
        {
            auto handle = openEncrypted(db.store.path(), testKey(), false);
            VERIFY_OK(handle);
            VERIFY_OK(runScript(handle->get(), "CREATE TABLE later (a); PRAGMA user_version = 99"));
        }
        auto opened = Database::open(db.store.path(), testKey(), false);
        VERIFY_OK(opened);
        QCOMPARE((*opened)->schemaVersion(), 99);
    }

    void truncated()
    {
        Closed db;
        const qint64 size = db.bytes.size();
        for (const qint64 keep : { qint64(100), qint64(4096), size / 2, size / 4096 / 2 * 4096, size - 4096, size - 1 }) {
            put(db.store.path(), db.bytes.first(keep));
            const auto opened = Database::open(db.store.path(), testKey(), false);
            QVERIFY2(!opened, qPrintable(QString::number(keep)));
            QVERIFY2(opened.error().code == ErrorCode::DatabaseDamaged
                         || (keep < 4096 && opened.error().code == ErrorCode::NotADatabase),
                     qPrintable(QString::number(keep) + testErrorText(opened.error())));
            QVERIFY(contentOf(db.store.path()) == db.bytes.first(keep));
        }
    }

    void oneByteFlipped()
    {
        Closed db;
        int refused = 0;
        const qint64 pages = db.bytes.size() / 4096;
        for (qint64 page = 0; page < pages; page += 1 + pages / 60) {
            put(db.store.path(), db.bytes);
            flip(db.store.path(), page * 4096 + (page * 131) % 4096);
            const QByteArray before = contentOf(db.store.path());
            const auto opened = Database::open(db.store.path(), testKey(), false);
            const ErrorCode expected = page == 0 ? ErrorCode::NotADatabase : ErrorCode::DatabaseDamaged;
            // A page that nobody uses may be passed over at opening, but not by the full check.
            if (opened) {
                QCOMPARE((*opened)->checkIntegrity().error().code, ErrorCode::DatabaseDamaged);
                continue;
            }
            QVERIFY2(opened.error().code == expected, qPrintable(u"page %1 "_s.arg(page) + testErrorText(opened.error())));
            QVERIFY(contentOf(db.store.path()) == before);
            ++refused;
        }
        QVERIFY2(refused > 50, qPrintable(QString::number(refused)));
    }

    void damageInALargeFileIsFoundAfterAnUncleanEnd()
    {
        TestStore store;
        const QByteArray content(1 << 20, 'x');
        for (int i = 0; i < 18; ++i) {
            const Dossier draft = testDraft(store.clock, i);
            VERIFY_OK(store.database->write([&]() -> Result<void> {
                if (const auto inserted = DossierRepository(*store.database).insert(draft); !inserted)
                    return inserted;
                return DossierRepository(*store.database)
                    .insertAttachment(draft.summary.id, testPaper(store.clock, content, i), content);
            }));
        }
        VERIFY_OK(store.database->checkIntegrity());
        VERIFY_OK(store.database->write([&] { return SettingsRepository(*store.database).setValue(u"a"_s, u"b"_s); }));
        // As a power cut leaves it: the file and a WAL that was not played in.
        QTemporaryDir folder;
        const QString path = folder.filePath(u"motcua.db"_s);
        const QByteArray wal = contentOf(store.path() + u"-wal"_s);
        QVERIFY(wal.size() > 0);
        store.database.reset();
        const QByteArray file = contentOf(store.path());
        QVERIFY(file.size() > 17 << 20);
        put(path, file);
        flip(path, 10 << 20);
        VERIFY_OK(Database::open(path, testKey(), false)); // after a clean end a large file is trusted …
        put(path, file);
        flip(path, 10 << 20);
        put(path + u"-wal"_s, wal);
        const QByteArray before = contentOf(path);
        QCOMPARE(Database::open(path, testKey(), false).error().code, ErrorCode::DatabaseDamaged);
        QVERIFY(contentOf(path) == before);
        QVERIFY(contentOf(path + u"-wal"_s) == wal); // … and what was refused keeps its WAL
        flip(path, 10 << 20);
        auto healed = Database::open(path, testKey(), false);
        VERIFY_OK(healed);
        QCOMPARE(*SettingsRepository(**healed).value(u"a"_s), u"b"_s);
    }

    void aForeignJournalIsNotPlayedBack()
    {
        Closed db;
        put(db.store.path() + u"-journal"_s, QByteArray(512, '\xd9'));
        db.refusesWith(ErrorCode::DatabaseCannotOpen);
        QVERIFY(QFile::exists(db.store.path() + u"-journal"_s));
        QVERIFY(QFile::remove(db.store.path() + u"-journal"_s));
        VERIFY_OK(Database::open(db.store.path(), testKey(), false));
    }

    void aLinkIsRefused()
    {
        Closed db;
        const QString link = db.store.folder.filePath(u"link.db"_s);
        QVERIFY(QFile::link(db.store.path(), link));
        QCOMPARE(Database::open(link, testKey(), false).error().code, ErrorCode::DatabaseCannotOpen);
    }

    void nothingInTheClear()
    {
        TestStore store;
        const QByteArray marker = "KHONG-DUOC-LO-070195000123";
        const QString name = u"Điểu Thị Mai"_s;
        const Dossier draft = testDraft(store.clock, 1, name + QString::fromLatin1(marker));
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            DossierRepository dossiers(*store.database);
            if (const auto inserted = dossiers.insert(draft); !inserted)
                return inserted;
            if (const auto paper =
                    dossiers.insertAttachment(draft.summary.id, testPaper(store.clock, marker), marker.repeated(1000));
                !paper)
                return paper;
            return dossiers.enqueue(draft.summary.id, "{\"" + marker + "\":1}", store.clock.now());
        }));
        const QList<QByteArray> secrets {
            marker,      name.toUtf8(),     QByteArray(reinterpret_cast<const char *>(name.utf16()), name.size() * 2),
            "TAM-25231", "SQLite format 3", "CREATE TABLE"
        };
        const auto search = [&] {
            const QDir folder(store.folder.path());
            for (const QString &file : folder.entryList(QDir::Files)) {
                const QByteArray content = contentOf(folder.filePath(file));
                for (const QByteArray &secret : secrets)
                    QVERIFY2(!content.contains(secret), qPrintable(file + QString::fromUtf8(secret)));
            }
        };
        search(); // with WAL and -shm beside it
        QVERIFY(QFile::exists(store.path() + u"-wal"_s));
        store.database.reset();
        search();
    }

    void migrationsStepByStepEqualAllAtOnce()
    {
        static constexpr Migration steps[] = { { 1, 1, "CREATE TABLE a (x)" },
                                               { 2, 1, "ALTER TABLE a ADD COLUMN y; CREATE INDEX a_y ON a (y)" },
                                               { 3, 3, "CREATE TABLE b (z)" } };
        QTemporaryDir folder;
        const auto schemaAfter = [&](const QString &name, const QList<int> &stops) {
            const QString path = folder.filePath(name);
            for (const int stop : stops) {
                auto handle = openEncrypted(path, testKey(), true);
                if (!handle || !migrate(handle->get(), std::span(steps).first(size_t(stop))))
                    return u"failed"_s;
            }
            auto handle = openEncrypted(path, testKey(), false);
            return firstValue(handle->get(), "SELECT group_concat(sql || (SELECT min_compatible FROM schema_version), ';') FROM "
                                             "(SELECT sql FROM sqlite_master ORDER BY name)")
                       .value_or(u"failed"_s)
                   + QString::number(schemaVersionOf(handle->get()).value_or(-1));
        };
        // The first real step makes schema_version; here it is given.
        const auto prepared = [&](const QString &name) {
            auto handle = openEncrypted(folder.filePath(name), testKey(), true);
            VERIFY_OK(runScript(handle->get(), "CREATE TABLE schema_version (id INTEGER PRIMARY KEY, min_compatible INTEGER)"));
        };
        prepared(u"fresh"_s);
        prepared(u"stepped"_s);
        const QString fresh = schemaAfter(u"fresh"_s, { 3 });
        QVERIFY2(fresh.contains(u"a_y"_s) && fresh.endsWith(u"3"_s), qPrintable(fresh));
        QCOMPARE(schemaAfter(u"stepped"_s, { 1, 2, 2, 3, 3 }), fresh);

        // A program that knows two steps may not touch what the third made.
        auto handle = openEncrypted(folder.filePath(u"fresh"_s), testKey(), false);
        QCOMPARE(requireKnownSchema(handle->get(), std::span(steps).first(2)).error().code, ErrorCode::DatabaseNewer);
        VERIFY_OK(requireKnownSchema(handle->get(), steps));
    }

    void aFailedMigrationLeavesNothing()
    {
        static constexpr Migration steps[] = { { 1, 1, "CREATE TABLE a (x)" },
                                               { 2, 2, "CREATE TABLE b (x); CREATE TABLE a (again)" } };
        QTemporaryDir folder;
        auto handle = openEncrypted(folder.filePath(u"t.db"_s), testKey(), true);
        VERIFY_OK(runScript(handle->get(), "CREATE TABLE schema_version (id INTEGER PRIMARY KEY, min_compatible INTEGER)"));
        QVERIFY(!migrate(handle->get(), steps));
        QCOMPARE(*schemaVersionOf(handle->get()), 1);
        QCOMPARE(*firstValue(handle->get(), "SELECT count(*) FROM sqlite_master WHERE name = 'b'"), u"0"_s);
        QVERIFY(sqlite3_get_autocommit(handle->get()) != 0);
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
