// The SQL driver alone, as Qt's own classes use it.
#include "storefixture.h"

#include "core/store/sqlcipherdriver.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QSqlTableModel>
#include <QThread>

using namespace motcua;
using namespace Qt::StringLiterals;

class TestDriver : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QSqlDatabase m_database;

    QSqlQuery done(const QString &sql)
    {
        QSqlQuery query(m_database);
        if (!query.exec(sql))
            qWarning("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
        return query;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto handle = openEncrypted(m_folder.filePath(u"t.db"_s), testKey(), true);
        VERIFY_OK(handle);
        VERIFY_OK(prepareForWriting(handle->get()));
        m_database = QSqlDatabase::addDatabase(new SqlCipherDriver(std::move(*handle)), u"driver"_s);
        QVERIFY(m_database.isOpen());
        QVERIFY(done(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size REAL, body BLOB)"_s).isActive());
    }

    void cleanupTestCase()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(u"driver"_s);
    }

    void init() { done(u"DELETE FROM t"_s); }

    void noSqlPluginIsNeeded() { QVERIFY(m_database.driver()->inherits("motcua::SqlCipherDriver")); }

    void valuesOfEveryKind()
    {
        QByteArray body(300'000, '\0');
        for (qsizetype i = 0; i < body.size(); ++i)
            body[i] = char(i * 7);
        QSqlQuery insert(m_database);
        QVERIFY(insert.prepare(u"INSERT INTO t (id, name, size, body) VALUES (?, ?, ?, ?)"_s));
        insert.addBindValue(qint64(9'007'199'254'740'993));
        insert.addBindValue(u"Điểu Thị Mai — ỡữặợ 𠀋"_s);
        insert.addBindValue(0.1);
        insert.addBindValue(body);
        QVERIFY2(insert.exec(), qPrintable(insert.lastError().text()));
        QCOMPARE(insert.lastInsertId().toLongLong(), 9'007'199'254'740'993);
        QCOMPARE(insert.numRowsAffected(), 1);

        QSqlQuery read = done(u"SELECT id, name, size, body, NULL, x'', '' FROM t"_s);
        QVERIFY(read.next());
        QCOMPARE(read.value(0).toLongLong(), 9'007'199'254'740'993);
        QCOMPARE(read.value(1).toString(), u"Điểu Thị Mai — ỡữặợ 𠀋"_s);
        QCOMPARE(read.value(2).toDouble(), 0.1);
        QCOMPARE(read.value(3).toByteArray(), body);
        QVERIFY(read.isNull(4));
        QVERIFY(!read.isNull(5) && read.value(5).toByteArray().isEmpty());
        QVERIFY(!read.isNull(6) && read.value(6).toString().isEmpty());
        QVERIFY(!read.next());
        QCOMPARE(read.record().fieldName(1), u"name"_s);
        QCOMPARE(read.record().field(0).metaType().id(), int(QMetaType::LongLong));
    }

    void textWithANulAndEmptyBlob()
    {
        QSqlQuery insert(m_database);
        insert.prepare(u"INSERT INTO t (id, name, body) VALUES (1, ?, ?)"_s);
        insert.addBindValue(QString(u"a\0b"_s));
        insert.addBindValue(QByteArray(""));
        QVERIFY(insert.exec());
        QSqlQuery read = done(u"SELECT name, body IS NULL FROM t"_s);
        QVERIFY(read.next());
        QCOMPARE(read.value(0).toString(), QString(u"a\0b"_s));
        QCOMPARE(read.value(1).toInt(), 0);
    }

    void namedAndRepeatedPlaceholders()
    {
        QSqlQuery query(m_database);
        QVERIFY(query.prepare(u"SELECT :a, :b, :a || ':c'"_s));
        query.bindValue(u":a"_s, u"một"_s);
        query.bindValue(u":b"_s, 2);
        QVERIFY(query.exec() && query.next());
        QCOMPARE(query.value(0).toString(), u"một"_s);
        QCOMPARE(query.value(1).toInt(), 2);
        QCOMPARE(query.value(2).toString(), u"một:c"_s);
    }

    void preparedOnceRunOften()
    {
        QSqlQuery insert(m_database);
        QVERIFY(insert.prepare(u"INSERT INTO t (name) VALUES (?)"_s));
        m_database.transaction();
        for (int i = 0; i < 500; ++i) {
            insert.bindValue(0, u"n%1"_s.arg(i, 3, 10, QLatin1Char('0')));
            QVERIFY(insert.exec());
        }
        QVERIFY(m_database.commit());
        QSqlQuery count = done(u"SELECT count(*) FROM t"_s);
        QVERIFY(count.next());
        QCOMPARE(count.value(0).toInt(), 500);
    }

    void forwardOnlyAndScrolling()
    {
        for (int i = 0; i < 5; ++i)
            done(u"INSERT INTO t (id) VALUES (%1)"_s.arg(i));
        for (const bool forward : { true, false }) {
            QSqlQuery query(m_database);
            query.setForwardOnly(forward);
            QVERIFY(query.exec(u"SELECT id FROM t ORDER BY id"_s));
            for (int i = 0; i < 5; ++i) {
                QVERIFY(query.next());
                QCOMPARE(query.value(0).toInt(), i);
                QCOMPARE(query.at(), i);
            }
            QVERIFY(!query.next());
            QVERIFY(!query.next());
            QVERIFY(!query.value(0).isValid());
        }
        QSqlQuery query = done(u"SELECT id FROM t ORDER BY id"_s);
        QVERIFY(query.last());
        QCOMPARE(query.value(0).toInt(), 4);
        QVERIFY(query.first());
        QCOMPARE(query.value(0).toInt(), 0);
        QVERIFY(query.seek(3));
        QCOMPARE(query.value(0).toInt(), 3);
        QVERIFY(query.previous());
        QCOMPARE(query.value(0).toInt(), 2);
        QVERIFY(!query.seek(9));
    }

    void errorsKeepTheirNumber()
    {
        done(u"INSERT INTO t (id, name) VALUES (1, 'a')"_s);
        QSqlQuery query(m_database);
        QVERIFY(!query.exec(u"INSERT INTO t (name) VALUES ('a')"_s));
        QCOMPARE(query.lastError().nativeErrorCode(), u"2067"_s); // SQLITE_CONSTRAINT_UNIQUE
        QVERIFY(!query.isActive());
        QVERIFY(!query.exec(u"SELEKT 1"_s));
        QVERIFY(query.lastError().isValid());
        QVERIFY(!query.exec(u"SELECT 1; DELETE FROM t"_s)); // one statement, so nothing can be smuggled in behind it
        QVERIFY(!query.exec(u""_s));
        QSqlQuery tooFew(m_database);
        QVERIFY(tooFew.prepare(u"SELECT ?, ?"_s));
        tooFew.addBindValue(1);
        QVERIFY(!tooFew.exec());
        QSqlQuery count = done(u"SELECT count(*) FROM t"_s);
        QVERIFY(count.next());
        QCOMPARE(count.value(0).toInt(), 1);
    }

    void transactions()
    {
        QVERIFY(m_database.transaction());
        QVERIFY(!m_database.transaction()); // no transaction in a transaction
        done(u"INSERT INTO t (id) VALUES (1)"_s);
        QVERIFY(m_database.rollback());
        QVERIFY(!m_database.rollback());
        QVERIFY(m_database.transaction());
        done(u"INSERT INTO t (id) VALUES (2)"_s);
        QVERIFY(m_database.commit());
        QSqlQuery read = done(u"SELECT id FROM t"_s);
        QVERIFY(read.next());
        QCOMPARE(read.value(0).toInt(), 2);
        QVERIFY(!read.next());
    }

    void aModelCanEdit()
    {
        done(u"INSERT INTO t (id, name) VALUES (1, 'cũ')"_s);
        QSqlTableModel model(nullptr, m_database);
        model.setTable(u"t"_s);
        QVERIFY(model.select());
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0, 1), u"mới"_s));
        QVERIFY2(model.submitAll(), qPrintable(model.lastError().text()));
        QSqlQuery read = done(u"SELECT name FROM t"_s);
        QVERIFY(read.next());
        QCOMPARE(read.value(0).toString(), u"mới"_s);
        QVERIFY(m_database.tables().contains(u"t"_s));
        QCOMPARE(m_database.record(u"t"_s).count(), 4);
    }

    void aSecondConnectionWaitsForTheWriter()
    {
        QVERIFY(m_database.transaction());
        done(u"INSERT INTO t (id) VALUES (1)"_s);
        bool written = false;
        std::unique_ptr<QThread> other(QThread::create([&] {
            auto handle = openEncrypted(m_folder.filePath(u"t.db"_s), testKey(), false);
            written = handle && runScript(handle->get(), "BEGIN IMMEDIATE; INSERT INTO t (id) VALUES (2); COMMIT");
        }));
        other->start();
        QTest::qSleep(300);
        QVERIFY(other->isRunning());
        QVERIFY(m_database.commit());
        QVERIFY(other->wait(10'000));
        QVERIFY(written);
        QSqlQuery count = done(u"SELECT count(*) FROM t"_s);
        QVERIFY(count.next());
        QCOMPARE(count.value(0).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(TestDriver)
#include "tst_driver.moc"
