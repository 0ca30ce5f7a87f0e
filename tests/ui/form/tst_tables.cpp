#include "core/identity/administrativeunits.h"
#include "tests/ui/form/typing.h"
#include "ui/form/addresseditor.h"
#include "ui/form/fieldrow.h"
#include "ui/form/formview.h"
#include "ui/form/noteline.h"
#include "ui/form/searchbox.h"
#include "ui/form/tableeditor.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QFile>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace motcua;

// Tables, derived answers and addresses by their former names, on real widgets.
class TestTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void rowsAreTypedWithTheKeyboardAlone();
    void controlEnterIsNotTheNextStep();
    void removedRowComesBack();
    void blankRowsAreNoAnswers();
    void findingsStandAtTheirCell();
    void reopenedRowsAreTheSame();
    void requiredListOffersARow();
    void derivedWordsFollowAndStay();
    void formerUnitIsTakenAndKept();
    void dividedUnitAsksWhich();
    void namesakeIsSaid();
    void writtenOldUnitOffersTheNewOne();
    void pasted_data();
    void pasted();
    void focusIsNeverHalfHidden();

private:
    void open(const QString &file, const QJsonObject &answers, QSize size = QSize(900, 700));
    QJsonValue answer(const QString &pointer) const { return valueAt(m_form->answers(), pointer); }
    TableEditor *table(const QString &pointer) const { return qobject_cast<TableEditor *>(m_form->row(pointer)->editor()); }
    QPushButton *addButton(const QString &pointer) const { return qobject_cast<QPushButton *>(table(pointer)->inputs().first()); }

    AdministrativeUnits m_units;
    std::unique_ptr<FormView> m_form;
};

const QString members = u"/household/members"_s;

void TestTables::initTestCase()
{
    applyTheme(*qApp, Theme());
}

void TestTables::init()
{
    open(u"lists.pack.json"_s, { { u"name"_s, u"Điểu Sơn"_s }, { u"kind"_s, u"some"_s } });
}

void TestTables::cleanup()
{
    m_form.reset();
}

void TestTables::open(const QString &file, const QJsonObject &answers, QSize size)
{
    QFile pack(QStringLiteral(JUDGE_PACKS) + u'/' + file);
    QVERIFY(pack.open(QIODevice::ReadOnly));
    const Result<PackPtr> parsed = parseProcedurePack(pack.readAll());
    QVERIFY(parsed);
    const QList<Choice> countries { { u"VN"_s, u"Việt Nam"_s }, { u"LA"_s, u"Lào"_s } };
    m_form = std::make_unique<FormView>(*parsed, FormContext { &m_units, u"25231"_s, countries, QDate(2026, 11, 22) });
    m_form->resize(size);
    m_form->setAnswers(answers);
    m_form->show();
    QVERIFY(QTest::qWaitForWindowActive(m_form.get()));
    m_form->showStep(0);
}

void TestTables::rowsAreTypedWithTheKeyboardAlone()
{
    m_form->focusField(members + u"/0/name"_s);
    typing::line(u"Điểu Thị Mai"_s);
    typing::line(u"5/9/1987"_s);
    typing::text(u"2"_s); // female
    typing::enter();
    typing::line(u"070 187 000 123"_s);
    typing::line(u"+84 912 345 678"_s);
    typing::text(u"1"_s); // child
    typing::key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(table(members)->rowCount(), 2);
    typing::text(u"Giàng A Páo"_s);
    const QJsonArray rows = answer(members).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.at(0).toObject(), (QJsonObject { { u"name"_s, u"Điểu Thị Mai"_s },
                                                   { u"birthDate"_s, u"1987-09-05"_s },
                                                   { u"sex"_s, u"female"_s },
                                                   { u"personalId"_s, u"070187000123"_s },
                                                   { u"phone"_s, u"0912345678"_s },
                                                   { u"relation"_s, u"child"_s } }));
    QCOMPARE(rows.at(1).toObject(), (QJsonObject { { u"name"_s, u"Giàng A Páo"_s } }));
    QCOMPARE(m_form->focusedPointer(), members + u"/1/name"_s);
}

void TestTables::controlEnterIsNotTheNextStep()
{
    QShortcut next(QKeySequence(Qt::CTRL | Qt::Key_Return), m_form.get());
    QSignalSpy pressed(&next, &QShortcut::activated);
    m_form->focusField(members + u"/0/name"_s);
    QTest::keyClick(m_form->window()->windowHandle(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(pressed.size(), 0);
    QCOMPARE(table(members)->rowCount(), 2);
    m_form->focusField(u"/name"_s);
    QTest::keyClick(m_form->window()->windowHandle(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(pressed.size(), 1);
}

void TestTables::removedRowComesBack()
{
    m_form->setAnswers(
        { { u"name"_s, u"Điểu Sơn"_s },
          { u"kind"_s, u"some"_s },
          { u"household"_s, QJsonObject { { u"members"_s, QJsonArray { QJsonObject { { u"name"_s, u"Một"_s } },
                                                                       QJsonObject { { u"name"_s, u"Hai"_s } },
                                                                       QJsonObject { { u"name"_s, u"Ba"_s } } } } } } });
    m_form->focusField(members + u"/1/name"_s);
    typing::key(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(answer(members).toArray().size(), 2);
    QCOMPARE(answer(members + u"/1/name"_s), QJsonValue(u"Ba"_s));
    QVERIFY(table(members)->isAncestorOf(QApplication::focusWidget()));
    QVERIFY(!table(members)->note()->isHidden());
    QTest::mouseClick(table(members)->note()->button(), Qt::LeftButton);
    QCOMPARE(answer(members).toArray().size(), 3);
    QCOMPARE(answer(members + u"/1/name"_s), QJsonValue(u"Hai"_s));
    QVERIFY(table(members)->note()->isHidden());
}

void TestTables::blankRowsAreNoAnswers()
{
    table(members)->addRow();
    table(members)->addRow();
    QVERIFY(answer(members).isUndefined());
    typing::text(u"Lan"_s);
    QCOMPARE(answer(members).toArray().size(), 1);
    // The finding of the first answered row belongs to the row that is third on the screen.
    m_form->state();
    m_form->reveal(0);
    QVERIFY(!table(members)->cell(2, u"/relation"_s)->shownProblem().isEmpty());
    QVERIFY(table(members)->cell(0, u"/relation"_s)->shownProblem().isEmpty());
}

void TestTables::findingsStandAtTheirCell()
{
    m_form->focusField(members + u"/0/name"_s);
    typing::line(u"Mai"_s);
    m_form->focusField(members + u"/0/personalId"_s);
    typing::line(u"0701"_s);
    m_form->state();
    QVERIFY(!table(members)->cell(0, u"/personalId"_s)->shownProblem().isEmpty());
    QVERIFY(table(members)->cell(0, u"/name"_s)->isRequired());
    QVERIFY(table(members)->cell(0, u"/relation"_s)->isRequired());
    QVERIFY(!table(members)->cell(0, u"/phone"_s)->isRequired());
    QVERIFY(m_form->row(members)->shownProblem().isEmpty());
    QCOMPARE(m_form->steps().first().errors, 1);
}

void TestTables::reopenedRowsAreTheSame()
{
    rowsAreTypedWithTheKeyboardAlone();
    const QJsonObject answers = m_form->answers();
    open(u"lists.pack.json"_s, answers);
    QCOMPARE(m_form->answers(), answers);
    QCOMPARE(table(members)->value(), valueAt(answers, members));
    QVERIFY(m_form->focusField(members + u"/1/phone"_s));
    QCOMPARE(m_form->focusedPointer(), members + u"/1/phone"_s);
}

void TestTables::requiredListOffersARow()
{
    QCOMPARE(table(members)->rowCount(), 1);
    QVERIFY(answer(members).isUndefined());
    m_form->setAnswers({ { u"name"_s, u"Điểu Sơn"_s } });
    QVERIFY(table(members)->rowCount() <= 1);
}

void TestTables::derivedWordsFollowAndStay()
{
    open(u"values.pack.json"_s, {});
    const QString words = u"/child/birthDateInWords"_s;
    m_form->focusField(u"/child/birthDate"_s);
    typing::line(u"5/11/2026"_s);
    m_form->state();
    QCOMPARE(answer(words).toString(), u"ngày năm tháng mười một năm hai nghìn không trăm hai mươi sáu"_s);
    auto *line = qobject_cast<QLineEdit *>(m_form->row(words)->editor()->focusTarget());
    QCOMPARE(line->text(), answer(words).toString());
    QCOMPARE(answer(u"/child/late"_s), QJsonValue(false));

    m_form->focusField(words);
    line->selectAll();
    typing::line(u"ngày mùng năm"_s);
    m_form->focusField(u"/child/birthDate"_s);
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
    typing::line(u"6/1/2026"_s);
    m_form->state();
    QCOMPARE(answer(words).toString(), u"ngày mùng năm"_s);
    QCOMPARE(answer(u"/child/late"_s), QJsonValue(true));
    QVERIFY(m_form->row(u"/child/lateReason"_s)->isVisible());
}

void TestTables::formerUnitIsTakenAndKept()
{
    m_form->focusField(members + u"/0/residence/commune"_s);
    auto *box = qobject_cast<SearchBox *>(QApplication::focusWidget());
    QVERIFY(box);
    typing::text(u"phường an lộc bình long"_s);
    QVERIFY(box->offered().first().contains(u"Phường Bình Long"_s));
    typing::enter();
    const QJsonObject address = answer(members + u"/0/residence"_s).toObject();
    QCOMPARE(address[u"commune"_s], QJsonValue(u"25326"_s));
    QCOMPARE(address[u"province"_s], QJsonValue(u"75"_s));
    auto *note = m_form->findChildren<AddressEditor *>().first()->findChild<NoteLine *>();
    QVERIFY(note->sentence().contains(u"Phường Bình Long"_s));
}

void TestTables::dividedUnitAsksWhich()
{
    m_form->focusField(members + u"/0/residence/commune"_s);
    auto *box = qobject_cast<SearchBox *>(QApplication::focusWidget());
    typing::text(u"phuong dai mo"_s);
    const QStringList offered = box->offered();
    for (int i = 0; i < offered.size() && !offered.at(i).contains(u"→"_s); ++i)
        typing::key(Qt::Key_Down);
    typing::enter();
    QVERIFY(answer(members + u"/0/residence/commune"_s).isUndefined());
    QTRY_VERIFY(box->listIsOpen());
    QCOMPARE(box->offered().size(), 5);
    typing::text(u"tay mo"_s);
    typing::enter();
    QVERIFY(!answer(members + u"/0/residence/commune"_s).isUndefined());
    QCOMPARE(answer(members + u"/0/residence/province"_s), QJsonValue(u"01"_s));
}

void TestTables::namesakeIsSaid()
{
    m_form->focusField(members + u"/0/residence/commune"_s);
    typing::text(u"an loc"_s);
    typing::enter();
    QCOMPARE(answer(members + u"/0/residence/commune"_s), QJsonValue(u"25333"_s));
    auto *note = m_form->findChildren<AddressEditor *>().first()->findChild<NoteLine *>();
    QVERIFY(!note->isHidden());
    QVERIFY(note->sentence().contains(u"Thị xã Bình Long"_s));
    QCoreApplication::processEvents(); // the note is laid out
    QTest::mouseClick(note->button(), Qt::LeftButton);
    QCOMPARE(answer(members + u"/0/residence/commune"_s), QJsonValue(u"25326"_s));
}

void TestTables::writtenOldUnitOffersTheNewOne()
{
    FieldInfo field;
    field.pointer = u"/residence"_s;
    AddressEditor editor(field, { &m_units, u"25231"_s, {}, QDate(2026, 11, 22) }, AddressEditor::AsWritten::Asked);
    editor.show();
    QVERIFY(QTest::qWaitForWindowActive(&editor));
    auto *written = qobject_cast<QLineEdit *>(editor.focusTarget(u"/residence/asWritten"_s));
    QVERIFY(written);
    written->setFocus();
    typing::text(u"xã Tân Hòa, huyện Đồng Phú, Bình Phước"_s);
    editor.focusTarget()->setFocus();
    auto *note = editor.findChild<NoteLine *>();
    QVERIFY(!note->isHidden());
    QVERIFY(note->sentence().contains(u"Xã Tân Lợi"_s));
    note->button()->click();
    QCOMPARE(editor.value().toObject()[u"commune"_s], QJsonValue(u"25378"_s));
    QCOMPARE(editor.value().toObject()[u"asWritten"_s], QJsonValue(u"xã Tân Hòa, huyện Đồng Phú, Bình Phước"_s));
}

void TestTables::pasted_data()
{
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonValue>("stored");
    const auto row = [](const char *name, const QString &pointer, const QString &text, const QJsonValue &stored) {
        QTest::newRow(name) << pointer << text << stored;
    };
    row("date with dots", u"/wife"_s, u"05.09.1987"_s, u"1987-09-05"_s);
    row("year of two digits", u"/wife"_s, u"5-9-87"_s, u"5-9-87"_s); // kept, and said to be no date
    row("area with a comma", u"/garden"_s, u"1.200,5 m²"_s, 1200.5);
    row("area with a point", u"/garden"_s, u"120.5"_s, 120.5);
    row("thousands", u"/garden"_s, u"1.200"_s, 1200);
    row("no area", u"/garden"_s, u"khoảng một sào"_s, u"khoảng một sào"_s);
    row("time", u"/time"_s, u"7h30"_s, u"07:30"_s);
    row("insurance", u"/insurance"_s, u"TE1 75 7512345678"_s, u"TE1757512345678"_s);
    row("decomposed name with a line break", u"/child/name"_s, u"Điểu Thị\nMai"_s.normalized(QString::NormalizationForm_D),
        u"Điểu Thị Mai"_s);
}

void TestTables::pasted()
{
    QFETCH(QString, pointer);
    QFETCH(QString, text);
    QFETCH(QJsonValue, stored);
    open(u"values.pack.json"_s, {});
    QVERIFY(m_form->focusField(pointer));
    QApplication::clipboard()->setText(text);
    typing::key(Qt::Key_V, Qt::ControlModifier);
    typing::enter();
    QCOMPARE(answer(pointer), stored);
}

void TestTables::focusIsNeverHalfHidden()
{
    open(u"lists.pack.json"_s, { { u"name"_s, u"Điểu Sơn"_s }, { u"kind"_s, u"some"_s } }, QSize(420, 170));
    auto *area = m_form->findChild<QScrollArea *>();
    QSet<QWidget *> seen;
    m_form->focusField(u"/name"_s);
    for (int steps = 0; steps < 40; ++steps) {
        QTest::qWait(1);
        QWidget *now = QApplication::focusWidget();
        QVERIFY(now);
        const QRect place(now->mapTo(area->viewport(), QPoint(0, 0)), now->size());
        const bool whole = place.top() >= 0 && place.bottom() < area->viewport()->height();
        QVERIFY2(whole, qPrintable(u"%1 %2 at %3 to %4 of %5"_s
                                       .arg(QLatin1StringView(now->metaObject()->className()), m_form->focusedPointer())
                                       .arg(place.top())
                                       .arg(place.bottom())
                                       .arg(area->viewport()->height())));
        if (seen.contains(now))
            break;
        seen.insert(now);
        typing::enter();
    }
    QVERIFY2(seen.size() > 10, qPrintable(QString::number(seen.size())));
}

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
