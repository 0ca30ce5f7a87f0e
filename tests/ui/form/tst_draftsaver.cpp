#include "core/base/clock.h"
#include "core/base/future.h"
#include "ui/form/draftsaver.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestDraftSaver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void savesAfterAPause();
    void neverWaitsLongerThanAPowerCutMayCost();
    void saysSavedOnlyAfterTheAnswer();
    void keepsTryingAfterAFailure();
    void keepsTryingAfterTheStoreDroppedIt();
    void flushSavesAtOnce();
    void flushTellsWhenNotSafe();
    void editDuringASaveIsSavedToo();

private:
    std::unique_ptr<DraftSaver> make();

    SystemClock m_clock;
    QElapsedTimer m_time;
    QString m_typed;
    QStringList m_saved;
    QList<qint64> m_savedAt;
    bool m_failing = false;
    std::unique_ptr<QPromise<Result<void>>> m_held; // answers only when the test says so
    bool m_hold = false;
};

void TestDraftSaver::init()
{
    m_typed.clear();
    m_saved.clear();
    m_savedAt.clear();
    m_failing = m_hold = false;
    m_held.reset();
    m_time.start();
}

std::unique_ptr<DraftSaver> TestDraftSaver::make()
{
    const auto read = [this] { return DraftSaver::Draft { { { u"name"_s, m_typed } }, u"/name"_s }; };
    const auto save = [this](const DraftSaver::Draft &draft) -> QFuture<Result<void>> {
        if (m_failing)
            return ready<Result<void>>(tl::unexpected<Error>(Error { ErrorCode::DiskFull, {}, {} }));
        m_saved.append(draft.form["name"_L1].toString());
        m_savedAt.append(m_time.elapsed());
        if (!m_hold)
            return ready<Result<void>>({});
        m_held = std::make_unique<QPromise<Result<void>>>();
        m_held->start();
        return m_held->future();
    };
    return std::make_unique<DraftSaver>(read, save, m_clock);
}

void TestDraftSaver::savesAfterAPause()
{
    const auto saver = make();
    m_typed = u"Điểu"_s;
    saver->touch();
    QVERIFY(m_saved.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_saved, QStringList { u"Điểu"_s }, 1500);
    QVERIFY2(m_savedAt[0] >= 700 && m_savedAt[0] < 1100, qPrintable(QString::number(m_savedAt[0])));
    QTest::qWait(1200);
    QCOMPARE(m_saved.size(), 1);
}

// Somebody types without a pause for five seconds: no letter may ever be older than two seconds and unsaved.
void TestDraftSaver::neverWaitsLongerThanAPowerCutMayCost()
{
    const auto saver = make();
    QList<qint64> typedAt;
    while (m_time.elapsed() < 5000) {
        m_typed.append(u'a');
        typedAt.append(m_time.elapsed());
        saver->touch();
        QTest::qWait(90);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_saved.isEmpty() ? QString() : m_saved.last(), m_typed, 2000);
    QVERIFY(m_saved.size() >= 3);
    for (qsizetype letter = 0; letter < typedAt.size(); ++letter) {
        qsizetype save = 0;
        while (m_saved[save].size() <= letter)
            ++save;
        QVERIFY2(m_savedAt[save] - typedAt[letter] < 1900, qPrintable(u"letter %1"_s.arg(letter)));
    }
}

void TestDraftSaver::saysSavedOnlyAfterTheAnswer()
{
    m_hold = true;
    const auto saver = make();
    m_typed = u"Mai"_s;
    saver->touch();
    QTRY_VERIFY_WITH_TIMEOUT(m_held, 1500);
    QTest::qWait(300);
    QCOMPARE(saver->state(), DraftSaver::State::Saving);
    QVERIFY(!saver->savedAt().isValid());
    m_held->addResult(Result<void>());
    m_held->finish();
    QTRY_COMPARE(saver->state(), DraftSaver::State::Saved);
    QVERIFY(saver->savedAt().isValid());
}

void TestDraftSaver::keepsTryingAfterAFailure()
{
    m_failing = true;
    const auto saver = make();
    m_typed = u"Mai"_s;
    saver->touch();
    QTRY_COMPARE_WITH_TIMEOUT(saver->state(), DraftSaver::State::Failed, 1500);
    QCOMPARE(saver->error()->code, ErrorCode::DiskFull);
    QVERIFY(saver->hasUnsaved());
    m_failing = false;
    QTRY_COMPARE_WITH_TIMEOUT(saver->state(), DraftSaver::State::Saved, 2500);
    QCOMPARE(m_saved, QStringList { u"Mai"_s });
    QVERIFY(!saver->error());
}

// A store that goes down answers nothing at all: that is not "Saving…" for ever.
void TestDraftSaver::keepsTryingAfterTheStoreDroppedIt()
{
    m_hold = true;
    const auto saver = make();
    m_typed = u"Mai"_s;
    saver->touch();
    std::optional<bool> safe;
    saver->flush([&](bool done) { safe = done; });
    QVERIFY(m_held);
    m_hold = false;
    m_held.reset();
    QTRY_COMPARE(saver->state(), DraftSaver::State::Failed);
    QVERIFY(safe.has_value() && !*safe);
    QVERIFY(saver->hasUnsaved());
    QTRY_COMPARE_WITH_TIMEOUT(saver->state(), DraftSaver::State::Saved, 2500);
    QCOMPARE(m_saved, (QStringList { u"Mai"_s, u"Mai"_s }));
}

void TestDraftSaver::flushSavesAtOnce()
{
    const auto saver = make();
    m_typed = u"Mai"_s;
    saver->touch();
    bool safe = false;
    saver->flush([&](bool done) { safe = done; });
    QTRY_VERIFY_WITH_TIMEOUT(safe, 300);
    QCOMPARE(m_saved, QStringList { u"Mai"_s });
}

void TestDraftSaver::flushTellsWhenNotSafe()
{
    m_failing = true;
    const auto saver = make();
    saver->touch();
    std::optional<bool> safe;
    saver->flush([&](bool done) { safe = done; });
    QTRY_VERIFY_WITH_TIMEOUT(safe.has_value(), 300);
    QVERIFY(!*safe);
}

void TestDraftSaver::editDuringASaveIsSavedToo()
{
    m_hold = true;
    const auto saver = make();
    m_typed = u"M"_s;
    saver->touch();
    QTRY_VERIFY_WITH_TIMEOUT(m_held, 1500);
    m_typed = u"Mai"_s;
    saver->touch();
    m_hold = false;
    m_held->addResult(Result<void>());
    m_held->finish();
    QTRY_COMPARE_WITH_TIMEOUT(m_saved, (QStringList { u"M"_s, u"Mai"_s }), 2000);
    QTRY_COMPARE(saver->state(), DraftSaver::State::Saved);
}

QTEST_GUILESS_MAIN(TestDraftSaver)
#include "tst_draftsaver.moc"
