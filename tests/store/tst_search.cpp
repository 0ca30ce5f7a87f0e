// The search of the lists: tone marks and đ do not matter, every word begins a word, and the index always says what a scan would say.
#include "storelife.h"

#include "core/base/text.h"
#include "core/store/search.h"

#include <QRandomGenerator>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

QStringList namesFound(const Database &database, const QString &text, DossierQuery::Filter filter = DossierQuery::Filter::All)
{
    DossierQuery query;
    query.text = text;
    query.filter = filter;
    query.limit = 1000;
    const TestClock clock;
    QStringList names;
    const auto found = DossierRepository(const_cast<Database &>(database)).list(query, clock.now());
    for (const DossierSummary &one : found.value_or(QList<DossierSummary>()))
        names.append(one.applicantName);
    return names;
}

void add(TestStore &store, int number, const QString &name)
{
    LifeOf life = lifeOf(*store.database, store.clock, number);
    life.draft.summary.applicantName = name;
    VERIFY_OK(life.step(LifeStage::Draft));
}

} // namespace

class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        TestStore store;
        if (!hasSearchIndex(*store.database))
            QSKIP("this SQLCipher has no FTS5: lists are scanned");
    }

    void tonesAndDDoNotMatter_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::addRow("as typed without a keyboard") << u"nguyen van duc"_s << 1;
        QTest::addRow("as written") << u"Nguyễn Văn Đức"_s << 1;
        QTest::addRow("decomposed") << u"Nguyễn Văn Đức"_s.normalized(QString::NormalizationForm_D) << 1;
        QTest::addRow("another order") << u"đức nguyễn"_s << 1;
        QTest::addRow("beginnings") << u"ng v d"_s << 1;
        QTest::addRow("one letter") << u"n"_s << 2;
        QTest::addRow("not in the middle") << u"guyen"_s << 0;
        QTest::addRow("capitals") << u"DIEU THI"_s << 1;
        QTest::addRow("a part of a code") << u"002"_s << 1;
        QTest::addRow("a code") << u"tam-25231-01-261122-003"_s << 1;
        QTest::addRow("what would be an order to the index") << u"nguyen OR dieu"_s << 0;
        QTest::addRow("quotes and stars") << u"\"nguyen* NEAR( ^van"_s << 0;
        QTest::addRow("a quote") << u"nguyen\" van"_s << 1;
        QTest::addRow("nothing but signs") << u"- *"_s << 0;
        QTest::addRow("nothing") << QString() << 3;
    }

    void tonesAndDDoNotMatter()
    {
        QFETCH(QString, typed);
        QFETCH(int, found);
        TestStore store;
        add(store, 1, u"Nguyễn Văn Đức"_s);
        add(store, 2, u"Điểu Thị Mai"_s);
        add(store, 3, u"Nguyên Ái"_s);
        QCOMPARE(namesFound(*store.database, typed).size(), found);
    }

    // IT staff: whether a dossier is found hangs on its code alone, also where the index has found it by a name.
    void codesOnly_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::addRow("a name") << u"nguyen"_s << 0;
        QTest::addRow("a name's letter that stands in the middle of a code") << u"m"_s << 0;
        QTest::addRow("a name's beginning that begins a code") << u"ta"_s << 3;
        QTest::addRow("a code") << u"TAM-25231-01-261122-003"_s << 1;
        QTest::addRow("a part of a code") << u"002"_s << 1;
        QTest::addRow("a code and a name") << u"tam mai"_s << 0;
        QTest::addRow("nothing but signs") << u"- *"_s << 0;
        QTest::addRow("nothing") << QString() << 3;
    }

    void codesOnly()
    {
        QFETCH(QString, typed);
        TestStore store;
        add(store, 1, u"Nguyễn Văn Tám"_s);
        add(store, 2, u"Điểu Thị Mai"_s);
        add(store, 3, u"Nguyên Ái"_s);
        DossierQuery query;
        query.text = typed;
        query.codesOnly = true;
        QTEST(int(DossierRepository(*store.database).list(query, store.clock.now())->size()), "found");
    }

    void theIndexMovesWithTheDossier()
    {
        TestStore store;
        add(store, 1, u"Giàng A Páo"_s);
        const QString id = DossierRepository(*store.database).list({}, store.clock.now())->constFirst().id;
        QCOMPARE(namesFound(*store.database, u"giang"_s).size(), 1);
        VERIFY_OK(store.database->write(
            [&] { return DossierRepository(*store.database).saveForm(id, {}, {}, u"Lò Thị Đào"_s, store.clock.now()); }));
        QVERIFY(namesFound(*store.database, u"giang"_s).isEmpty());
        QCOMPARE(namesFound(*store.database, u"lo dao"_s).size(), 1);
        // What is rolled back was never there.
        const auto failed = store.database->write([&]() -> Result<void> {
            const auto done = DossierRepository(*store.database).saveForm(id, {}, {}, u"Vàng Thị Súa"_s, store.clock.now());
            return done ? Result<void>(tl::unexpected(Error { ErrorCode::StoreFailed, {}, {} })) : done;
        });
        QVERIFY(!failed);
        QVERIFY(namesFound(*store.database, u"vang"_s).isEmpty());
        QCOMPARE(namesFound(*store.database, u"lo dao"_s).size(), 1);
    }

    // Drawn queries: the index and a scan of every row answer alike.
    void asAScanWould()
    {
        TestStore store;
        const QStringList family { u"Nguyễn"_s, u"Điểu"_s, u"Giàng"_s, u"Lò"_s, u"Đặng"_s };
        const QStringList given { u"Đức"_s, u"Mai"_s, u"Páo"_s, u"Đào"_s, u"Anh"_s, u"Ánh"_s };
        QRandomGenerator random(7);
        const auto any = [&](const QStringList &list) { return list.at(random.bounded(int(list.size()))); };
        for (int number = 1; number <= 150; ++number)
            add(store, number, any(family) + u" Thị "_s + any(given));
        int compared = 0;
        for (int round = 0; round < 300; ++round) {
            const QString typed = any(family).left(1 + random.bounded(5)) + u' ' + any(given).left(1 + random.bounded(4));
            QString sql = u"SELECT count(*) FROM dossier WHERE 1"_s;
            QVariantList values;
            for (const QString &word : folded(typed).split(u' ', Qt::SkipEmptyParts)) {
                sql += u" AND instr(search, ?) > 0"_s;
                values.append(u' ' + word);
            }
            const int scanned = store.database->value(sql, values)->toInt();
            QCOMPARE(namesFound(*store.database, typed).size(), scanned);
            QCOMPARE(namesFound(*store.database, typed, DossierQuery::Filter::Drafts).size(), scanned);
            compared += scanned;
        }
        QVERIFY(compared > 500);
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
