// The page on which a procedure is chosen, over the shipped packs and the shipped list of services.
#include "core/base/clock.h"
#include "tests/ui/form/typing.h"
#include "ui/procedures/procedurepage.h"
#include "ui/procedures/servicecard.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

// The day on which the shipped packs are law, whenever this test runs.
class DayOfThePacks final : public Clock
{
public:
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(2, 0), Qt::UTC); }
};

class TestProcedures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingIsThereBeforeTyping();
    void aServiceTellsWhereToGo();
    void aPackIsFoundByTheWordsPeopleUse();
    void arrowsReachTheLastEntry();
    void aReturnClosesWhatWasOpen();

private:
    std::unique_ptr<ProcedurePage> page();

    std::unique_ptr<PackCatalog> m_catalog;
    DayOfThePacks m_clock;
};

void TestProcedures::initTestCase()
{
    const Result<PackCatalog> catalog = PackCatalog::shipped();
    QVERIFY(catalog);
    m_catalog = std::make_unique<PackCatalog>(*catalog);
}

std::unique_ptr<ProcedurePage> TestProcedures::page()
{
    auto made = std::make_unique<ProcedurePage>(*m_catalog, ServiceDirectory::shipped(), m_clock);
    made->resize(1000, 700);
    made->show();
    (void)QTest::qWaitForWindowActive(made.get());
    made->enter();
    return made;
}

void TestProcedures::everythingIsThereBeforeTyping()
{
    const auto shown = page();
    QCOMPARE(shown->shownCodes().size(), m_catalog->search({}).size());
    QVERIFY(shown->shownServices().contains(u"passport"_s));
    QVERIFY2(!shown->shownServices().contains(u"permanent-residence"_s), "what a pack files is no other service");
}

void TestProcedures::aServiceTellsWhereToGo()
{
    const auto shown = page();
    QSignalSpy chosen(shown.get(), &ProcedurePage::chosen);
    typing::text(u"ho chieu"_s);
    QVERIFY(shown->shownCodes().isEmpty());
    QCOMPARE(shown->shownServices(), QStringList { u"passport"_s });
    ServiceCard *card = shown->service(u"passport"_s);
    QVERIFY(!card->isOpen());
    typing::enter();
    QVERIFY(card->isOpen());
    QCOMPARE(chosen.size(), 0);
    const QList<PublicService> services = ServiceDirectory::shipped().search(u"ho chieu"_s);
    const QList<QLabel *> labels = card->findChildren<QLabel *>();
    for (const QString &words : { services.first().handler, services.first().where, services.first().how }) {
        QVERIFY2(std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text() == words; }),
                 qPrintable(words));
    }
    typing::enter();
    QVERIFY(!card->isOpen());
}

void TestProcedures::aPackIsFoundByTheWordsPeopleUse()
{
    const auto shown = page();
    QSignalSpy chosen(shown.get(), &ProcedurePage::chosen);
    typing::text(u"cat khau"_s); // a keyword of the service only
    QVERIFY(m_catalog->search(u"cat khau"_s).isEmpty());
    QCOMPARE(shown->shownCodes(), QStringList { u"1.004222"_s });
    typing::enter();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"1.004222"_s);
}

void TestProcedures::arrowsReachTheLastEntry()
{
    const auto shown = page();
    const QStringList services = shown->shownServices();
    ServiceCard *last = shown->service(services.constLast());
    QTRY_VERIFY(last->y() > shown->height()); // laid out, below the edge
    for (qsizetype i = 0; i < shown->shownCodes().size() + services.size(); ++i)
        typing::key(Qt::Key_Down);
    QTRY_VERIFY(!last->visibleRegion().isEmpty());
    typing::enter();
    QVERIFY(last->isOpen());
    QTRY_VERIFY(shown->rect().contains(QRect(last->mapTo(shown.get(), QPoint()), last->size())));
}

void TestProcedures::aReturnClosesWhatWasOpen()
{
    const auto shown = page();
    typing::text(u"ly hon"_s);
    shown->service(u"divorce"_s)->setOpen(true);
    shown->enter();
    QVERIFY(!shown->service(u"divorce"_s)->isOpen());
    QCOMPARE(shown->shownCodes().size(), m_catalog->search({}).size());
}

QTEST_MAIN(TestProcedures)
#include "tst_procedures.moc"
