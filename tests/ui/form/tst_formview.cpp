#include "core/identity/administrativeunits.h"
#include "tests/procedure/sampleanswers.h"
#include "tests/ui/form/typing.h"
#include "ui/form/addresseditor.h"
#include "core/procedure/answertext.h"
#include "ui/form/datetext.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview.h"
#include "ui/form/searchbox.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestFormView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void datesAsTyped_data();
    void datesAsTyped();
    void datesAreShownAsPeopleWriteThem();
    void conditionalFieldsComeAndGo();
    void hidingAFieldKeepsTheCursorInTheForm();
    void requiredIsSaidInWords();
    void problemsWaitUntilTheFieldIsLeft();
    void mendedProblemGoesAtOnce();
    void choicesByKey();
    void typeAheadWithoutToneMarks();
    void communeBringsItsProvince();
    void unknownTextGoesBackToTheChoice();
    void pastedNumbersLoseTheirNoise_data();
    void pastedNumbersLoseTheirNoise();
    void typingInTheMiddleKeepsTheCursor();
    void enterVisitsOpenFieldsInOrder();
    void answersSurviveReopening();
    void focusByPointer();
    void unreadableDateIsKeptAsTyped();
    void answersReadLikeSentences();
    void inputsBesideOneAnotherStartAtOneHeight();
    void whatIsThereIsNotSelected();

private:
    QWidget *input(const QString &pointer) const { return m_form->row(pointer)->editor()->focusTarget(pointer); }
    QJsonValue answer(const QString &pointer) const { return valueAt(m_form->answers(), pointer); }
    bool shown(const QString &pointer) const
    {
        return m_form->row(pointer)->isVisibleTo(m_form.get()) || m_form->row(pointer)->isVisible();
    }
    void answerWith(const QString &pointer, const QJsonValue &value);

    AdministrativeUnits m_units;
    std::unique_ptr<FormView> m_form;
};

void TestFormView::initTestCase()
{
    applyTheme(*qApp, Theme());
}

void TestFormView::init()
{
    const PackPtr pack = sample::pack();
    m_form = std::make_unique<FormView>(pack, FormContext { &m_units, u"25231"_s, countriesOf(*pack), QDate(2026, 11, 22) });
    m_form->resize(900, 700);
    m_form->setAnswers(initialData(*pack));
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    m_form->showStep(0);
}

void TestFormView::cleanup()
{
    m_form.reset();
}

void TestFormView::answerWith(const QString &pointer, const QJsonValue &value)
{
    QJsonObject answers = m_form->answers();
    setValueAt(answers, pointer, value);
    m_form->setAnswers(answers);
}

void TestFormView::datesAsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("partial");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *typed, bool partial, const char *stored) {
        QTest::addRow("%s %d", typed, partial) << QString::fromLatin1(typed) << partial << QString::fromLatin1(stored);
    };
    row("05/03/1990", true, "1990-03-05");
    row("5-3-1990", true, "1990-03-05");
    row("5.3.1990", false, "1990-03-05");
    row("05031990", true, "1990-03-05");
    row(" 05 03 1990 ", false, "1990-03-05");
    row("1990-03-05", false, "1990-03-05");
    row("03/1990", true, "1990-03");
    row("031990", true, "1990-03");
    row("1990", true, "1990");
    row("1990", false, "");
    row("03/1990", false, "");
    row("31/02/1990", true, "");
    row("5/3/90", true, "");
    row("13/1990", true, "");
    row("000000", true, "");
    row("abc", true, "");
    row("", true, "");
    row("29022023", true, "");
    row("29/02/2024", true, "2024-02-29");
}

void TestFormView::datesAsTyped()
{
    QFETCH(QString, typed);
    QFETCH(bool, partial);
    QTEST(storedDate(typed, partial), "stored");
}

void TestFormView::datesAreShownAsPeopleWriteThem()
{
    QCOMPARE(shownDate(u"1990-03-05"_s), u"05/03/1990"_s);
    QCOMPARE(shownDate(u"1990-03"_s), u"03/1990"_s);
    QCOMPARE(shownDate(u"1990"_s), u"1990"_s);
    QCOMPARE(shownDate(u"khoảng 1990"_s), u"khoảng 1990"_s);
}

void TestFormView::conditionalFieldsComeAndGo()
{
    QVERIFY(!shown(u"/request/purposeText"_s));
    answerWith(u"/request/purpose"_s, u"other"_s);
    QVERIFY(shown(u"/request/purposeText"_s));
    answerWith(u"/request/purpose"_s, u"loan"_s);
    QVERIFY(!shown(u"/request/purposeText"_s));

    const int subject = m_form->stepOf(u"/subject/name"_s);
    QVERIFY(subject > 0);
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(!m_form->steps()[subject].visible);
    answerWith(u"/requester/relation"_s, u"other"_s);
    QVERIFY(m_form->steps()[subject].visible);
}

void TestFormView::hidingAFieldKeepsTheCursorInTheForm()
{
    answerWith(u"/request/purpose"_s, u"other"_s);
    QVERIFY(m_form->focusField(u"/request/purposeText"_s));
    answerWith(u"/request/purpose"_s, u"loan"_s);
    QWidget *now = QApplication::focusWidget();
    QVERIFY(now);
    QVERIFY(m_form->isAncestorOf(now));
    QVERIFY(now->isVisible());
    QVERIFY(now != input(u"/request/purposeText"_s));
}

void TestFormView::requiredIsSaidInWords()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    m_form->showStep(m_form->stepOf(u"/requester/name"_s));
    FieldRow *name = m_form->row(u"/requester/name"_s);
    QVERIFY(name->isRequired());
    QVERIFY(input(u"/requester/name"_s)->accessibleName().contains(u"required"_s));
    const QList<QLabel *> labels = name->findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(),
                        [](const QLabel *label) { return label->isVisible() && label->text() == "required"_L1; }));
    QVERIFY(!m_form->row(u"/requester/email"_s)->isRequired());
}

void TestFormView::problemsWaitUntilTheFieldIsLeft()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(m_form->focusField(u"/requester/personalId"_s));
    FieldRow *row = m_form->row(u"/requester/personalId"_s);
    typing::text(u"0701"_s);
    QCOMPARE(m_form->state().findings.isEmpty(), false);
    QTest::qWait(120);
    QVERIFY(row->shownProblem().isEmpty());
    typing::key(Qt::Key_Tab);
    QTRY_VERIFY(!row->shownProblem().isEmpty());
    QCOMPARE(input(u"/requester/personalId"_s)->property("problem").toString(), u"error"_s);
    QCOMPARE(input(u"/requester/personalId"_s)->accessibleDescription(), row->shownProblem());
}

void TestFormView::mendedProblemGoesAtOnce()
{
    problemsWaitUntilTheFieldIsLeft();
    QVERIFY(m_form->focusField(u"/requester/personalId"_s));
    auto *line = qobject_cast<QLineEdit *>(input(u"/requester/personalId"_s));
    line->end(false);
    typing::text(u"95000123"_s);
    QTRY_VERIFY(m_form->row(u"/requester/personalId"_s)->shownProblem().isEmpty());
    QCOMPARE(answer(u"/requester/personalId"_s), QJsonValue(u"070195000123"_s));
}

void TestFormView::choicesByKey()
{
    m_form->showStep(m_form->stepOf(u"/requester/relation"_s));
    QVERIFY(m_form->focusField(u"/requester/relation"_s));
    const auto &choices = m_form->row(u"/requester/relation"_s)->editor()->field().choices;
    typing::key(Qt::Key_2);
    QCOMPARE(answer(u"/requester/relation"_s), choices[1].value);
    typing::key(Qt::Key_Up);
    QCOMPARE(answer(u"/requester/relation"_s), choices[0].value);
}

void TestFormView::typeAheadWithoutToneMarks()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(m_form->focusField(u"/requester/ethnicity"_s));
    auto *box = qobject_cast<SearchBox *>(input(u"/requester/ethnicity"_s));
    QVERIFY(box);
    typing::text(u"xtieng"_s);
    QVERIFY(box->listIsOpen());
    QVERIFY2(box->offered().first().contains(u"tiêng"_s), qPrintable(box->offered().join(u'|')));
    typing::enter();
    QVERIFY(!box->listIsOpen());
    QVERIFY(box->text().contains(u"tiêng"_s));
    QVERIFY(!answer(u"/requester/ethnicity"_s).isUndefined());
    QVERIFY(QApplication::focusWidget() != box);
}

void TestFormView::communeBringsItsProvince()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(m_form->focusField(u"/requester/residence/commune"_s));
    auto *commune = qobject_cast<SearchBox *>(QApplication::focusWidget());
    QVERIFY(commune);
    typing::text(u"da kia"_s);
    QCOMPARE(commune->offered().first(), u"Xã Đa Kia, Thành phố Đồng Nai"_s);
    typing::enter();
    const QJsonObject address = answer(u"/requester/residence"_s).toObject();
    QCOMPARE(address["commune"_L1], QJsonValue(u"25231"_s));
    QCOMPARE(address["province"_L1], QJsonValue(u"75"_s));
    QCOMPARE(address["country"_L1], QJsonValue(u"VN"_s));
}

void TestFormView::unknownTextGoesBackToTheChoice()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    answerWith(u"/requester/ethnicity"_s, u"1"_s);
    QVERIFY(m_form->focusField(u"/requester/ethnicity"_s));
    auto *box = qobject_cast<SearchBox *>(input(u"/requester/ethnicity"_s));
    typing::text(u"qqq"_s);
    typing::key(Qt::Key_Tab);
    QCOMPARE(box->text(), u"Kinh"_s);
    QCOMPARE(answer(u"/requester/ethnicity"_s), QJsonValue(u"1"_s));
}

void TestFormView::pastedNumbersLoseTheirNoise_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("stored");
    QTest::newRow("card QR") << u"/requester/personalId"_s
                             << u"070195000123|281234567|Điểu Thị Mai|14031995|Nữ|Thôn 3, Đa Kia|01062021"_s << u"070195000123"_s;
    QTest::newRow("dots") << u"/requester/personalId"_s << u"Số: 070.195.000.123 (CCCD)"_s << u"070195000123"_s;
    QTest::newRow("line end") << u"/requester/personalId"_s << u" 070195000123\r\n"_s << u"070195000123"_s;
    QTest::newRow("phone words") << u"/requester/phone"_s << u"ĐT: 0912.345.678 gọi giờ hành chính"_s << u"0912345678"_s;
    QTest::newRow("phone abroad") << u"/requester/phone"_s << u"+84 912 345 678"_s << u"0912345678"_s;
    QTest::newRow("date") << u"/requester/birthDate"_s << u"14.03.1995"_s << u"1995-03-14"_s;
}

void TestFormView::pastedNumbersLoseTheirNoise()
{
    QFETCH(QString, pointer);
    QFETCH(QString, pasted);
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(m_form->focusField(pointer));
    QApplication::clipboard()->setText(pasted);
    typing::key(Qt::Key_V, Qt::ControlModifier);
    typing::enter();
    QTEST(answer(pointer).toString(), "stored");
}

void TestFormView::typingInTheMiddleKeepsTheCursor()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(m_form->focusField(u"/requester/personalId"_s));
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    typing::text(u"07019500012"_s);
    QCOMPARE(line->text(), u"070 195 000 12"_s);
    line->setCursorPosition(5);
    typing::text(u"9"_s);
    QCOMPARE(line->text(), u"070 199 500 012"_s);
    QCOMPARE(line->text().left(line->cursorPosition()), u"070 19"_s);
}

void TestFormView::enterVisitsOpenFieldsInOrder()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    m_form->showStep(m_form->stepOf(u"/requester/name"_s));
    QVERIFY(m_form->focusField(u"/requester/name"_s));
    QSignalSpy finished(m_form.get(), &FormView::stepFinished);
    QStringList visited;
    for (int presses = 0; presses < 40 && finished.isEmpty(); ++presses) {
        visited.append(m_form->focusedPointer());
        typing::enter();
    }
    QCOMPARE(finished.size(), 1);
    QCOMPARE(visited.first(), u"/requester/name"_s);
    QVERIFY(visited.contains(u"/requester/sex"_s));
    QVERIFY(visited.contains(u"/requester/residence/commune"_s));
    QVERIFY(!visited.contains(u"/requester/document/number"_s)); // hidden while a personal ID is given
    QCOMPARE(visited.last(), u"/requester/email"_s);
    QCOMPARE(visited.removeDuplicates(), 0);
}

void TestFormView::answersSurviveReopening()
{
    const QJsonObject answers = sample::forOther();
    m_form->setAnswers(answers);
    QCOMPARE(m_form->answers(), answers);
    for (const QString &pointer : { u"/requester/name"_s, u"/subject/birthDate"_s, u"/requester/residence"_s,
                                    u"/subject/personalId"_s, u"/status/kind"_s, u"/statement/sworn"_s })
        QCOMPARE(m_form->row(pointer)->editor()->value(), valueAt(answers, pointer));
}

void TestFormView::focusByPointer()
{
    m_form->setAnswers(sample::forSelf());
    QVERIFY(m_form->focusField(u"/requester/residence/detail"_s));
    QCOMPARE(m_form->focusedPointer(), u"/requester/residence/detail"_s);
    QCOMPARE(m_form->currentStep(), m_form->stepOf(u"/requester/residence"_s));
    QVERIFY(!m_form->focusField(u"/subject/name"_s)); // not on the form when she asks for herself
    QVERIFY(!m_form->focusField(u"/nothing/here"_s));
}

void TestFormView::unreadableDateIsKeptAsTyped()
{
    answerWith(u"/requester/relation"_s, u"self"_s);
    QVERIFY(m_form->focusField(u"/requester/birthDate"_s));
    typing::line(u"khoảng 1990"_s);
    QCOMPARE(answer(u"/requester/birthDate"_s), QJsonValue(u"khoảng 1990"_s));
    QTRY_VERIFY(!m_form->row(u"/requester/birthDate"_s)->shownProblem().isEmpty());
}

void TestFormView::answersReadLikeSentences()
{
    const PackPtr pack = sample::pack();
    const FormState state = evaluateForm(*pack, sample::forSelf());
    QString all;
    for (const AnswerSection &section : answerSections(*pack, state, m_units)) {
        QVERIFY(!section.title.isEmpty());
        for (const AnswerLine &line : section.lines)
            all += u"%1=%2\n"_s.arg(line.pointer, line.text);
    }
    QVERIFY2(all.contains(u"/requester/birthDate=14/03/1995"_s), qPrintable(all));
    QVERIFY(all.contains(u"/requester/residence=Thôn Bù Đăk, Xã Đa Kia, Thành phố Đồng Nai"_s));
    QVERIFY(all.contains(u"/requester/sex=Nữ"_s));
    QVERIFY(all.contains(u"/requester/personalId=070 195 000 123"_s));
    QVERIFY(all.contains(u"/requester/phone=0912 345 678"_s));
    QVERIFY(!all.contains(u"/subject/"_s));
}

// Phone has a help line, e-mail has none.
void TestFormView::inputsBesideOneAnotherStartAtOneHeight()
{
    answerWith(u"/request/purpose"_s, u"loan"_s);
    m_form->showStep(m_form->stepOf(u"/requester/phone"_s));
    const auto top = [this](const QString &pointer) { return input(pointer)->mapTo(m_form.get(), QPoint(0, 0)).y(); };
    QVERIFY(m_form->row(u"/requester/phone"_s)->editor()->field().help
            != m_form->row(u"/requester/email"_s)->editor()->field().help);
    QTRY_COMPARE(top(u"/requester/phone"_s), top(u"/requester/email"_s));
}

void TestFormView::whatIsThereIsNotSelected()
{
    const PackPtr pack = sample::pack();
    m_form->setAnswers(sample::forSelf());
    m_form->state();
    m_form->focusField(u"/requester/name"_s);
    for (int step = 0; step < m_form->steps().size(); ++step) {
        m_form->showStep(step);
        const auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(!line || line->selectedText().isEmpty());
    }
}

QTEST_MAIN(TestFormView)
#include "tst_formview.moc"
