#include "core/identity/administrativeunits.h"
#include "tests/ui/form/typing.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formoffers.h"
#include "ui/form/formview.h"
#include "ui/form/offerpanel.h"
#include "ui/theme/theme.h"

#include <QJsonArray>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

// What is known already is offered where it would go, and never filled in by itself.
class TestOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_form.reset(); }
    void requesterIsOfferedForTheMother();
    void oneAnswerAlone();
    void takenCanBeUndone();
    void skippedStaysAwayUntilItChanges();
    void earlierDossierIsOffered();
    void earlierOfAnotherPersonIsNot();
    void personsAreAskedAboutOnce();

private:
    QJsonValue answer(const QString &pointer) const { return valueAt(m_form->answers(), pointer); }
    OfferPanel *panel() const { return m_form->offers().panelFor(u"/mother"_s); }

    AdministrativeUnits m_units;
    PackPtr m_pack;
    QJsonObject m_answers;
    std::unique_ptr<FormView> m_form;
};

void TestOffers::initTestCase()
{
    applyTheme(*qApp, Theme());
    m_pack = PackCatalog::shipped()->newest(u"1.001193"_s);
    QVERIFY(m_pack);
    m_answers = initialData(*m_pack);
    setValueAt(m_answers, u"/case/kind"_s, u"usual"_s);
    setValueAt(m_answers, u"/requester/relation"_s, u"mother"_s);
    setValueAt(m_answers, u"/requester/name"_s, u"Điểu Thị Mai"_s);
    setValueAt(m_answers, u"/requester/personalId"_s, u"070195000123"_s);
    setValueAt(m_answers, u"/requester/birthDate"_s, u"1995-03-14"_s);
}

void TestOffers::init()
{
    m_form = std::make_unique<FormView>(m_pack, FormContext { &m_units, u"25231"_s, countriesOf(*m_pack), QDate(2026, 11, 22) });
    m_form->resize(900, 700);
    m_form->setAnswers(m_answers);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    m_form->showStep(m_form->stepOf(u"/mother/name"_s));
}

void TestOffers::requesterIsOfferedForTheMother()
{
    QVERIFY(panel());
    QVERIFY(panel()->isVisible() && panel()->isOffering());
    QVERIFY(answer(u"/mother/name"_s).isUndefined());
    QVERIFY(m_form->offers().takeFirst());
    QCOMPARE(answer(u"/mother/name"_s), QJsonValue(u"Điểu Thị Mai"_s));
    QCOMPARE(answer(u"/mother/personalId"_s), QJsonValue(u"070195000123"_s));
    QVERIFY(!panel()->isOffering());
    QVERIFY(panel()->isVisible()); // says so, with Undo
    QVERIFY(!m_form->offers().takeFirst() || answer(u"/mother/name"_s) == QJsonValue(u"Điểu Thị Mai"_s));
}

void TestOffers::oneAnswerAlone()
{
    const QList<QPushButton *> buttons = panel()->findChildren<QPushButton *>();
    const auto name = std::find_if(buttons.cbegin(), buttons.cend(),
                                   [](const QPushButton *each) { return each->text().contains(u"Điểu Thị Mai"_s); });
    QVERIFY(name != buttons.cend());
    QTest::mouseClick(*name, Qt::LeftButton);
    QCOMPARE(answer(u"/mother/name"_s), QJsonValue(u"Điểu Thị Mai"_s));
    QVERIFY(answer(u"/mother/personalId"_s).isUndefined());
    QVERIFY(panel()->isOffering()); // the rest is still there to be taken
}

void TestOffers::takenCanBeUndone()
{
    m_form->focusField(u"/mother/name"_s);
    typing::line(u"Thị Mai"_s);
    m_form->state();
    QVERIFY(m_form->offers().takeFirst());
    QCOMPARE(answer(u"/mother/name"_s), QJsonValue(u"Điểu Thị Mai"_s));
    QTest::mouseClick(panel()->button(), Qt::LeftButton);
    QCOMPARE(answer(u"/mother/name"_s), QJsonValue(u"Thị Mai"_s));
    QVERIFY(answer(u"/mother/personalId"_s).isUndefined());
}

void TestOffers::skippedStaysAwayUntilItChanges()
{
    QVERIFY(panel()->skipButton()->isVisible());
    QVERIFY(m_form->offers().skipFirst());
    QVERIFY(!panel()->isVisible());
    QVERIFY(!m_form->offers().takeFirst());
    m_form->focusField(u"/mother/name"_s);
    m_form->offers().refresh(); // as after each answer
    QVERIFY(!panel()->isVisible());
    QJsonObject answers = m_answers;
    setValueAt(answers, u"/requester/name"_s, u"Điểu Thị Mận"_s);
    m_form->setAnswers(answers);
    m_form->state();
    QVERIFY(panel()->isVisible() && panel()->isOffering());
}

void TestOffers::earlierDossierIsOffered()
{
    QJsonObject answers = m_answers;
    setValueAt(answers, u"/requester/relation"_s, u"relative"_s);
    setValueAt(answers, u"/mother/personalId"_s, u"070190000456"_s);
    m_form->setAnswers(answers);
    m_form->state();
    const PersonQuestion question { u"070190000456"_s, {}, {}, {} };
    const QJsonObject person { { u"personalId"_s, u"070190000456"_s },
                               { u"name"_s, u"Giàng Thị Dúa"_s },
                               { u"birthDate"_s, u"1990-01-02"_s } };
    m_form->offers().showEarlier(u"/mother"_s, question,
                                 { u"id"_s, u"25231-01-261120-0007"_s, u"Khai sinh"_s, QDateTime::currentDateTime(), person });
    QVERIFY(panel() && panel()->isOffering());
    QVERIFY(answer(u"/mother/name"_s).isUndefined());
    QVERIFY(m_form->offers().takeFirst());
    QCOMPARE(answer(u"/mother/name"_s), QJsonValue(u"Giàng Thị Dúa"_s));
    QCOMPARE(answer(u"/mother/birthDate"_s), QJsonValue(u"1990-01-02"_s));
}

// The answer of the store comes late: the number may be another one by then.
void TestOffers::earlierOfAnotherPersonIsNot()
{
    QJsonObject answers = m_answers;
    setValueAt(answers, u"/requester/relation"_s, u"relative"_s);
    setValueAt(answers, u"/mother/personalId"_s, u"070190000456"_s);
    m_form->setAnswers(answers);
    m_form->offers().showEarlier(
        u"/mother"_s, { u"070191000789"_s, {}, {}, {} },
        { u"id"_s, u"code"_s, u"Khai sinh"_s, QDateTime::currentDateTime(), { { u"name"_s, u"Lan"_s } } });
    QVERIFY(!panel() || !panel()->isOffering());
}

void TestOffers::personsAreAskedAboutOnce()
{
    QSignalSpy asked(&m_form->offers(), &FormOffers::personNamed);
    m_form->focusField(u"/mother/personalId"_s);
    typing::text(u"07019000045"_s);
    m_form->state();
    QCOMPARE(asked.size(), 0);
    typing::text(u"6"_s);
    m_form->state();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"/mother"_s);
    m_form->focusField(u"/mother/name"_s);
    typing::line(u"Lan"_s);
    m_form->state();
    QCOMPARE(asked.size(), 1);
}

QTEST_MAIN(TestOffers)
#include "tst_offers.moc"
