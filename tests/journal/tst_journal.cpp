// The hash chain: any change to any row, any missing or swapped row is noticed.
#include "core/journal/journal.h"

#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

QList<JournalEntry> chain()
{
    QList<JournalEntry> entries;
    QByteArray previous;
    for (int i = 1; i <= 6; ++i) {
        JournalEntry entry { i,
                             QDateTime(QDate(2026, 11, 22), QTime(7, 0, i, 5), Qt::UTC),
                             u"congchuc1"_s,
                             u"paper.added"_s,
                             u"0191-%1"_s.arg(i),
                             u"KQ003453"_s,
                             {} };
        entry.hash = previous = chainHash(previous, entry);
        entries.append(entry);
    }
    return entries;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUntouchedChainHolds()
    {
        QCOMPARE(firstBrokenLink({}), std::nullopt);
        QCOMPARE(firstBrokenLink(chain()), std::nullopt);
    }

    void everyChangeIsNoticed()
    {
        const QList<std::function<void(JournalEntry &)>> changes {
            [](JournalEntry &e) { e.at = e.at.addMSecs(1); },  [](JournalEntry &e) { e.actor = u"congchuc2"_s; },
            [](JournalEntry &e) { e.action += u'x'; },         [](JournalEntry &e) { e.subject.clear(); },
            [](JournalEntry &e) { e.detail = u"KQ003454"_s; }, [](JournalEntry &e) { e.hash[0] = char(e.hash.at(0) ^ 1); },
            [](JournalEntry &e) { e.sequence += 1; },          [](JournalEntry &e) { e.action.chop(1), e.subject.prepend(u'd'); },
        };
        for (qsizetype row = 0; row < 6; ++row) {
            for (const auto &change : changes) {
                QList<JournalEntry> entries = chain();
                change(entries[row]);
                QVERIFY(firstBrokenLink(entries));
            }
        }
    }

    void missingAndSwappedRowsAreNoticed()
    {
        for (qsizetype row = 0; row < 5; ++row) {
            QList<JournalEntry> entries = chain();
            entries.removeAt(row);
            QCOMPARE(firstBrokenLink(entries), std::optional(row + 2));
            entries = chain();
            entries.swapItemsAt(row, row + 1);
            QCOMPARE(firstBrokenLink(entries), std::optional(row + 2));
        }
    }

    void rewritingARowNeedsAllLaterOnes()
    {
        QList<JournalEntry> entries = chain();
        entries[2].detail = u"other"_s;
        entries[2].hash = chainHash(entries.at(1).hash, entries.at(2));
        QCOMPARE(firstBrokenLink(entries), std::optional<qint64>(4));
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
