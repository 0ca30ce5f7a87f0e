// The guard of docs/storage.md: every statement and every file operation that destroys is tried where it must be refused, and the list
// of such places is compared with the sources, so that no new one comes in unseen.
#include "storefixture.h"

#include "core/store/guard.h"
#include "core/store/outboxrows.h"
#include "core/store/portalanswers.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

const QString sourceDir = QStringLiteral(MOTCUA_SOURCE_DIR);

QString textOf(const QString &path)
{
    QFile file(sourceDir + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString withoutComments(QString source, bool sql)
{
    static const QRegularExpression cpp(u"//[^\\n]*"_s);
    static const QRegularExpression dashes(u"--[^\\n]*"_s);
    return source.remove(sql ? dashes : cpp);
}

// What takes rows or files away, or puts something in their place.
int destructivePlaces(const QString &source)
{
    static const QRegularExpression sql(
        u"DELETE FROM|\\bDROP (TABLE|TRIGGER|VIEW|COLUMN)|OR REPLACE|REPLACE INTO|ON DELETE CASCADE|writable_schema|PRAGMA "
        "rekey|sqlite3_rekey|incremental_vacuum|'rebuild'|VACUUM;"_s);
    static const QRegularExpression files(
        u"QFile::(remove|rename|copy|resize|link)\\(|\\bfile\\.(remove|rename)\\(|\\.removeRecursively\\(|\\bQDir[^;\\n]*\\.("
        u"remove|"
        "rename|rmdir|rmpath)\\(|\\bQSaveFile "
        "\\w|\\bwriteDurably\\(|filesystem::(remove|rename|copy|resize_file|create_hard_link)"
        "|\\b(unlink|ftruncate|renameat2?)\\(|\\w*[fF]ile(\\.|->)open\\([^;]*(WriteOnly|ReadWrite|Truncate)|moveToTrash"_s);
    return int(source.count(sql) + source.count(files));
}

QMap<QString, int> placesInSources()
{
    QMap<QString, int> found;
    for (const QString &folder : { u"app"_s, u"core"_s, u"sync"_s, u"ui"_s }) {
        QDirIterator it(sourceDir + u'/' + folder, { u"*.cpp"_s, u"*.h"_s, u"*.sql"_s }, QDir::Files,
                        QDirIterator::Subdirectories);
        while (it.hasNext()) {
            const QString path = QDir(sourceDir).relativeFilePath(it.next());
            if (const int count = destructivePlaces(withoutComments(textOf(path), path.endsWith(u".sql"_s))))
                found.insert(path, count);
        }
    }
    return found;
}

// | `file` | number | what … | guard … | tests, as `tst_name` or `test_name` |
struct Listed
{
    int count = 0;
    QStringList tests;
};

QMap<QString, Listed> placesInBook()
{
    static const QRegularExpression line(u"^\\| `((?:app|core|sync|ui)/[^`]+)` \\| (\\d+) \\|(.*)$"_s,
                                         QRegularExpression::MultilineOption);
    static const QRegularExpression test(u"`(tst_\\w+|test_\\w+)`"_s);
    QMap<QString, Listed> listed;
    for (const QRegularExpressionMatch &match : line.globalMatch(textOf(u"docs/storage.md"_s))) {
        Listed one { match.captured(2).toInt(), {} };
        for (const QRegularExpressionMatch &name : test.globalMatch(match.captured(3)))
            one.tests.append(name.captured(1));
        listed.insert(match.captured(1), one);
    }
    return listed;
}

// A dossier brought to a point of its life.
enum class Stage { Draft, Queued, InDoubt, Received, Acknowledged, Settled };

struct Life
{
    TestStore store;
    Dossier draft = testDraft(store.clock, 1);
    QString id = draft.summary.id;

    Result<void> go(Stage stage)
    {
        Database &database = *store.database;
        return database.write([&]() -> Result<void> {
            DossierRepository dossiers(database);
            const QDateTime now = store.clock.now();
            const auto paper = testPaper(store.clock, "abc");
            if (const auto done = dossiers.insert(draft); !done)
                return done;
            if (const auto done = dossiers.insertAttachment(id, paper, "abc"); !done || stage == Stage::Draft)
                return done;
            if (const auto done = dossiers.enqueue(id, "{}", now); !done || stage == Stage::Queued)
                return done;
            const DeliveryKey key { id, 1 };
            for (const DeliveryState state : { DeliveryState::Sending, DeliveryState::InDoubt }) {
                if (const auto moved = moveTo(database, state, { key }); !moved)
                    return passOn(moved);
            }
            if (stage == Stage::InDoubt)
                return {};
            const Receipt receipt { id, 1, u"H19-1"_s, now, now, 1, u"0"_s, { { u"a.jpg"_s, 3, u"0"_s } } };
            if (const auto kept = acceptReceipt(database, receipt, now); !kept)
                return passOn(kept);
            if (stage == Stage::Received)
                return {};
            if (const auto done = acknowledge(database, { key }); !done || stage == Stage::Acknowledged)
                return done;
            const auto ended = acceptChanges(database, { { 2, id, 10, now, {} } }, u"2"_s, now);
            return ended ? Result<void>() : passOn(ended);
        });
    }

    bool isRefused(const QString &sql)
    {
        const auto done = store.database->write([&]() -> Result<void> {
            const auto changed = store.database->change(sql);
            return changed ? Result<void>() : passOn(changed);
        });
        return !done && done.error().code == ErrorCode::DestructionRefused;
    }
};

} // namespace

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QString>("sql");
        QTest::addColumn<bool>("refused");
        constexpr auto last = int(Stage::Settled);
        const QList<std::pair<QString, int>> goesFrom {
            { u"DELETE FROM dossier_form"_s, last },     { u"DELETE FROM outbox_form"_s, last },
            { u"DELETE FROM dossier"_s, last + 1 },      { u"DELETE FROM outbox"_s, last + 1 },
            { u"DELETE FROM outbox_file"_s, last + 1 },  { u"DELETE FROM receipt"_s, last + 1 },
            { u"DELETE FROM receipt_file"_s, last + 1 }, { u"DELETE FROM journal"_s, last + 1 },
        };
        for (int stage = 0; stage <= last; ++stage) {
            for (const auto &[sql, from] : goesFrom) {
                const bool isThere = !(stage < int(Stage::Queued) && sql.contains(u"outbox"_s))
                                     && !(stage < int(Stage::Received) && sql.contains(u"receipt"_s));
                if (isThere && !sql.contains(u"journal"_s))
                    QTest::addRow("%s at %d", qPrintable(sql), stage) << stage << sql << (stage < from);
            }
            // A person may take a paper out of a draft; the papers of what was submitted stay until it is settled.
            for (const QString &sql : { u"DELETE FROM attachment_part"_s, u"DELETE FROM attachment"_s })
                QTest::addRow("%s at %d", qPrintable(sql), stage) << stage << sql << (stage > 0 && stage < last);
            if (stage > 0) {
                for (const QString &sql :
                     { u"UPDATE outbox_form SET form = 'x'"_s, u"UPDATE outbox_file SET sha256 = 'x'"_s,
                       u"UPDATE attachment_part SET content = 'x'"_s, u"UPDATE attachment_part SET part = part + 1"_s,
                       u"UPDATE dossier_form SET form = '{}'"_s, u"INSERT OR REPLACE INTO dossier SELECT * FROM dossier"_s })
                    QTest::addRow("%s at %d", qPrintable(sql), stage) << stage << sql << true;
            }
            if (stage >= int(Stage::Received))
                QTest::addRow("receipt's code at %d", stage) << stage << u"UPDATE receipt SET official_code = 'x'"_s << true;
            for (const QString &sql : { u"DROP TABLE attachment_part"_s, u"DROP TRIGGER guard_outbox_form"_s,
                                        u"ALTER TABLE dossier DROP COLUMN applicant_name"_s, u"DROP VIEW settled_dossier"_s })
                QTest::addRow("%s at %d", qPrintable(sql), stage) << stage << sql << true;
        }
    }

    void rows()
    {
        QFETCH(int, stage);
        QFETCH(QString, sql);
        QFETCH(bool, refused);
        Life life;
        VERIFY_OK(life.go(Stage(stage)));
        QCOMPARE(life.isRefused(sql), refused);
    }

    // Whatever would bring a dossier back to us keeps it from being settled.
    void unsettledAgain_data()
    {
        QTest::addColumn<QString>("sql");
        const char *wanted = "INSERT INTO portal_result (id, dossier, branch, at, name, media_type, size, sha256) "
                             "SELECT 'r', seq, '', '', '', '', 3, printf('%064d', 0) FROM dossier";
        for (const char *sql : { "UPDATE outbox SET offer_again = 1", "UPDATE receipt SET acknowledged = 0",
                                 "UPDATE dossier SET asks = 1", "UPDATE dossier SET portal_status = 5",
                                 "UPDATE dossier SET status = 'needs_fix'", "UPDATE dossier SET revision = 2", wanted })
            QTest::addRow("%s", sql) << QString::fromLatin1(sql);
    }

    void unsettledAgain()
    {
        QFETCH(QString, sql);
        Life life;
        VERIFY_OK(life.go(Stage::Settled));
        QVERIFY(!life.isRefused(sql));
        QVERIFY(life.isRefused(u"DELETE FROM outbox_form"_s));
    }

    void everyTableOfPeopleHasItsTrigger()
    {
        TestStore store;
        for (const QString &table : { u"dossier"_s, u"dossier_form"_s, u"attachment"_s, u"attachment_part"_s, u"outbox"_s,
                                      u"outbox_form"_s, u"outbox_file"_s, u"receipt"_s, u"receipt_file"_s, u"payment"_s,
                                      u"portal_result"_s, u"portal_result_part"_s, u"day_serial"_s, u"journal"_s }) {
            const auto count = store.database->value(
                u"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? AND sql LIKE '%BEFORE DELETE%RAISE(ABORT%'"_s,
                { table });
            QVERIFY2(count->toInt() == 1, qPrintable(table));
        }
    }

    void files()
    {
        for (const QString &name : { u"motcua.db.new"_s, u"motcua.db.new-wal"_s, u"backup-1.db.new-shm"_s, u"ballast"_s })
            QVERIFY2(isExpendable(name), qPrintable(name));
        for (const QString &name : { u"motcua.db"_s, u"motcua.db-wal"_s, u"motcua.db-shm"_s, u"motcua.db-journal"_s,
                                     u"slots.json"_s, u"slots.json.copy"_s, u"slots.json.damaged-1"_s, u"tries.json"_s,
                                     u"profile.json"_s, u"backup-1.db"_s, u".new"_s, u"ballast.db"_s, u"motcua.db.newer"_s })
            QVERIFY2(!isExpendable(name), qPrintable(name));

        QTemporaryDir folder;
        const auto make = [&](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write("x") == 1;
        };
        QVERIFY(make(u"motcua.db"_s) && make(u"other.db"_s) && make(u"backup.db"_s) && make(u"motcua.db.new"_s));
        QCOMPARE(removeExpendable(folder.filePath(u"motcua.db"_s)).error().code, ErrorCode::DestructionRefused);
        QCOMPARE(moveIntoPlace(folder.filePath(u"other.db"_s), folder.filePath(u"motcua.db"_s)).error().code,
                 ErrorCode::DestructionRefused);
        for (const int newer : { 0, 1 })
            QCOMPARE(removeBackup(folder.filePath(u"backup.db"_s), newer).error().code, ErrorCode::DestructionRefused);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 4);
        VERIFY_OK(removeBackup(folder.filePath(u"backup.db"_s), 2));
        VERIFY_OK(removeExpendable(folder.filePath(u"motcua.db.new"_s)));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList({ u"motcua.db"_s, u"other.db"_s }));
    }

    void theScannerSeesWhatItShould()
    {
        QCOMPARE(destructivePlaces(u"change(u\"DELETE FROM x\"_s); QFile::remove(p); QSaveFile file(p); text.remove(1);"_s), 3);
    }

    void noPlaceIsUnlisted()
    {
        const QMap<QString, int> sources = placesInSources();
        const QMap<QString, Listed> book = placesInBook();
        QVERIFY(sources.size() > 10);
        QStringList wrong;
        for (auto it = sources.cbegin(); it != sources.cend(); ++it) {
            if (book.value(it.key()).count != it.value())
                wrong.append(u"%1: %2 places in the source, %3 in docs/storage.md"_s.arg(it.key())
                                 .arg(it.value())
                                 .arg(book.value(it.key()).count));
        }
        for (auto it = book.cbegin(); it != book.cend(); ++it) {
            if (!sources.contains(it.key()))
                wrong.append(it.key() + u": listed, but not in the sources"_s);
            if (it->tests.isEmpty())
                wrong.append(it.key() + u": no test named"_s);
            for (const QString &test : it->tests) {
                QDirIterator files(sourceDir + u"/tests"_s, { test + u".cpp"_s, test + u".py"_s }, QDir::Files,
                                   QDirIterator::Subdirectories);
                if (!files.hasNext())
                    wrong.append(it.key() + u": no such test: "_s + test);
            }
        }
        for (const QString &line : std::as_const(wrong))
            qWarning("%s", qPrintable(line));
        QVERIFY(wrong.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGuard)
#include "tst_guard.moc"
