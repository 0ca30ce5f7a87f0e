// The log of acts against somebody who has the database and its key: every row that goes, changes or is put back is seen.
#include "core/store/cipherhandle.h"
#include "core/store/journalkeeping.h"
#include "tests/store/storefixture.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

class SetClock final : public BootClock
{
public:
    QString boot() const override { return start; }
    std::chrono::milliseconds sinceBoot() const override { return time; }
    QString start = u"one"_s;
    std::chrono::milliseconds time { 100'000 };
};

std::shared_ptr<const Secret> sealKey(unsigned char fill)
{
    return std::make_shared<const Secret>(journalKeyOf(testKey(fill)));
}

} // namespace

class TestJournalKeeping : public QObject
{
    Q_OBJECT

    struct Log
    {
        Log()
        {
            store.database->setJournalMarks({ sealKey(9), nullptr });
            for (int i = 0; i < 8; ++i)
                act(u"paper.printed"_s, u"0191-%1"_s.arg(i));
        }

        void act(const QString &action, const QString &subject = {})
        {
            const auto done = store.database->write([&]() -> Result<void> {
                const auto row = JournalRepository(*store.database).append(store.clock.now(), u"congchuc1"_s, action, subject);
                return row ? Result<void>() : passOn(row);
            });
            if (!done)
                qFatal("append");
            store.clock.time = store.clock.time.addSecs(1);
        }

        // As somebody with the database's key does it, in the real file, past the triggers.
        void edit(const QByteArray &sql)
        {
            store.database.reset();
            const auto handle = openEncrypted(store.path(), testKey(), false);
            if (!handle
                || !runScript(handle->get(),
                              ("DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_all;" + sql).constData()))
                qFatal("edit");
        }

        void editAndMendTheChain(qint64 from)
        {
            QList<JournalEntry> rows = *JournalRepository(*store.database).all();
            QByteArray sql;
            QByteArray previous = from > 1 ? rows.at(from - 2).hash : QByteArray();
            for (qsizetype i = from - 1; i < rows.size(); ++i) {
                if (i == from - 1)
                    rows[i].actor = u"congchuc2"_s;
                rows[i].hash = previous = chainHash(previous, rows.at(i));
                sql += "UPDATE journal SET actor = '" + rows.at(i).actor.toUtf8() + "', hash = x'" + rows.at(i).hash.toHex()
                       + "' WHERE seq = " + QByteArray::number(i + 1) + ';';
            }
            edit(sql);
        }

        JournalVerdict verdict(unsigned char key = 9)
        {
            if (!store.database)
                store.open();
            store.database->setJournalMarks({ sealKey(key), nullptr });
            return *verifyJournal(*store.database);
        }

        TestStore store;
    };

    static std::optional<JournalFlaw> flaw(JournalFlaw::Kind kind, qint64 sequence) { return JournalFlaw { kind, sequence }; }

private Q_SLOTS:
    void aWholeLogIsWhole()
    {
        Log log;
        anchorJournal(*log.store.database);
        const JournalVerdict verdict = log.verdict();
        QVERIFY(verdict.isWhole());
        QCOMPARE(verdict.entries, 8);
        QCOMPARE(verdict.local, AnchorReading::Good);
        QCOMPARE(verdict.localAnchor.sequence, 8);
    }

    void anEditedRowIsSeen()
    {
        Log log;
        log.edit("UPDATE journal SET actor = 'congchuc2' WHERE seq = 3;");
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Edited, 3));
    }

    void anEditWithTheChainMendedIsSeenByTheSeal()
    {
        Log log;
        log.editAndMendTheChain(3);
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Forged, 3));
        QCOMPARE(firstBrokenLink(*JournalRepository(*log.store.database).all()), std::nullopt); // the chain alone does not see it
    }

    void takingTheSealsAwayIsSeen()
    {
        Log log;
        anchorJournal(*log.store.database);
        log.editAndMendTheChain(3);
        log.store.open();
        log.store.database.reset();
        const auto handle = openEncrypted(log.store.path(), testKey(), false);
        VERIFY_OK(runScript(handle->get(), "UPDATE journal SET seal = x'', key_id = x'';"));
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Unsealed, 1));
    }

    void aDeletedRowIsSeen()
    {
        Log log;
        log.edit("DELETE FROM journal WHERE seq = 4;");
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Missing, 4));
    }

    void aCutTailIsSeenByTheAnchor()
    {
        Log log;
        anchorJournal(*log.store.database);
        log.edit("DELETE FROM journal WHERE seq > 6;");
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Truncated, 7));
        anchorJournal(*log.store.database); // never back
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Truncated, 7));
    }

    void anOldCopyWithNewRowsIsSeenByTheAnchor()
    {
        Log log;
        anchorJournal(*log.store.database);
        log.edit("DELETE FROM journal WHERE seq > 6;");
        log.store.open();
        log.store.database->setJournalMarks({ sealKey(9), nullptr });
        for (int i = 0; i < 4; ++i)
            log.act(u"signin"_s);
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Forked, 8));
        anchorJournal(*log.store.database); // not over what does not fit
        QCOMPARE(log.verdict().flaw, flaw(JournalFlaw::Kind::Forked, 8));
        anchorJournal(*log.store.database, Anchoring::Anew);
        QVERIFY(log.verdict().isWhole());
    }

    void aStrangeAnchorIsNotBelieved()
    {
        Log log;
        anchorJournal(*log.store.database);
        QFile file(log.store.database->anchorFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        text.replace("\"sequence\": 8", "\"sequence\": 6");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        const JournalVerdict verdict = log.verdict();
        QCOMPARE(verdict.local, AnchorReading::Strange);
        QVERIFY(!verdict.isWhole());
    }

    void rowsStayCheckableWhenTheKeyIsRenewed()
    {
        Log log;
        VERIFY_OK(log.store.database->write([&] { return keepJournalKey(*log.store.database, *sealKey(9), *sealKey(10)); }));
        log.store.database->setJournalMarks({ sealKey(10), nullptr });
        log.act(u"key.rotated"_s);
        VERIFY_OK(log.store.database->write([&] { return keepJournalKey(*log.store.database, *sealKey(10), *sealKey(11)); }));
        log.store.database->setJournalMarks({ sealKey(11), nullptr });
        log.act(u"key.rotated"_s);
        QVERIFY(log.verdict(11).isWhole());
        QCOMPARE(log.verdict(12).flaw, flaw(JournalFlaw::Kind::KeyLost, 1)); // an old key leads to no new one, nor a strange one
        QCOMPARE(log.verdict(9).flaw, flaw(JournalFlaw::Kind::KeyLost, 9));
    }

    void theClockIsWatched()
    {
        Log log;
        SetClock boot;
        log.store.database->setJournalMarks({ sealKey(9), &boot });
        log.act(u"signin"_s);
        boot.time += std::chrono::hours(3);
        log.store.clock.time = log.store.clock.time.addSecs(3 * 3600); // both went on alike
        log.act(u"signin"_s);
        QCOMPARE(log.verdict().clockChanges, 0);
        log.store.database->setJournalMarks({ sealKey(9), &boot });
        log.store.clock.time = log.store.clock.time.addDays(-2);
        log.act(u"signin"_s);
        QCOMPARE(log.verdict().clockChanges, 1);
        log.store.database->setJournalMarks({ sealKey(9), &boot });
        boot.start = u"two"_s; // forward across a restart may be the night
        boot.time = std::chrono::minutes(1);
        log.store.clock.time = log.store.clock.time.addDays(1);
        log.act(u"signin"_s);
        log.store.clock.time = log.store.clock.time.addDays(-1);
        boot.start = u"three"_s;
        log.act(u"signin"_s);
        const JournalVerdict verdict = log.verdict();
        QCOMPARE(verdict.clockChanges, 2);
        QVERIFY(verdict.isWhole());
    }

    void whatThePortalHoldsIsComparedHereToo()
    {
        Log log;
        Database &database = *log.store.database;
        const auto answer = [&](const JournalMark &held, const QString &objection) {
            QString shown;
            const auto done = database.write([&]() -> Result<void> {
                const auto head = JournalRepository(database).head();
                const auto found =
                    acceptJournalAnswer(database, { (*head)->sequence, (*head)->hash }, held, objection, log.store.clock.now());
                shown = found.value_or(u"failed"_s);
                return found ? Result<void>() : passOn(found);
            });
            return done ? shown : u"failed"_s;
        };
        const QByteArray third = (*JournalRepository(database).at(3))->hash;
        QCOMPARE(answer({}, {}), QString());
        QCOMPARE(answer({ 3, third }, {}), QString());
        QCOMPARE(journalStanding(database)->since.sequence, 8);
        QCOMPARE(answer({ 3, QByteArray(32, 'x') }, {}), u"fork"_s);
        QCOMPARE(answer({ 3, third }, {}), u"fork"_s); // until somebody has looked into it
        QCOMPARE(log.verdict().objection, u"fork"_s);
        VERIFY_OK(database.write([&] { return settleJournalObjection(database, u"cntt1"_s, log.store.clock.now()); }));
        QCOMPARE(answer({ 3, third }, {}), QString());
        QCOMPARE(answer({ 99, third }, {}), u"rollback"_s);
        VERIFY_OK(database.write([&] { return settleJournalObjection(database, u"cntt1"_s, log.store.clock.now()); }));
        QCOMPARE(answer({ 3, third }, u"rollback"_s), u"rollback"_s);
        // Written down once for each.
        int noted = 0;
        const QList<JournalEntry> rows = *JournalRepository(database).all();
        for (const JournalEntry &row : rows)
            noted += row.action == u"journal.disputed"_s;
        QCOMPARE(noted, 3);
    }

    void longNumbersAreMasked()
    {
        QCOMPARE(masked(u"070195000123"_s), u"07••••23"_s);
        QCOMPARE(masked(u"KQ003453-1.jpg"_s), u"KQ003453-1.jpg"_s);
        QCOMPARE(masked(u"0198f1d0-6a3e-4b52-9c01-5d1f6a7b8c9d"_s), u"0198f1d0-6a3e-4b52-9c01-5d1f6a7b8c9d"_s);
        QCOMPARE(masked(u"TAM-25231-01-261122-007-K"_s), u"TAM-25231-01-261122-007-K"_s);
    }
};

QTEST_GUILESS_MAIN(TestJournalKeeping)
#include "tst_journalkeeping.moc"
