#include "tests/ui/shellkiosk.h"
#include "ui/dossier/branchcards.h"
#include "ui/dossier/statewords.h"
#include "ui/form/capturepage.h"
#include "ui/form/formview.h"
#include "ui/form/steplist.h"
#include "ui/home/countcard.h"
#include "ui/queue/queuemodel.h"
#include "ui/shell/desk.h"
#include "ui/shell/idlewatch.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QInputMethodEvent>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr int patience = 15000;

double luminance(const QColor &color)
{
    const auto linear = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double first = luminance(one);
    const double second = luminance(other);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

Page *pageOf(const MainWindow &window)
{
    const auto *desk = window.findChild<Desk *>();
    const auto *pages = desk ? desk->findChild<QStackedWidget *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    return pages ? qobject_cast<Page *>(pages->currentWidget()) : nullptr;
}

QString pageName(const MainWindow &window)
{
    const Page *page = pageOf(window);
    return page ? QString::fromLatin1(page->metaObject()->className()) : QString();
}

// Signs in by keyboard only: the focus is already where typing goes.
void signIn(MainWindow &window, const QString &passphrase)
{
    // As an input method does it, with the marks apart from their letters.
    QInputMethodEvent typed;
    typed.setCommitString(passphrase.normalized(QString::NormalizationForm_D));
    QCoreApplication::sendEvent(QApplication::focusWidget(), &typed);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return pageOf(window) != nullptr; }, patience));
}

void pressKey(MainWindow &window, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : &window, Qt::Key(key), modifiers);
}

template <typename P>
QString name()
{
    return QString::fromLatin1(P::staticMetaObject.className());
}

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme()); }

    void everyIconIsDrawn();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void wrongPassphraseSaysSoAndKeepsTheStoreShut();
    void signInGoesHomeByKeyboard();
    void keysReachEveryPage();
    void theOpenDraftComesBack();
    void countsOpenTheQueue();
    void queueFindsWithoutToneMarks();
    void queueReadsMoreAsItScrolls();
    void dossierPageTellsDoubtHonestly();
    void aReturnedBranchIsShownBesideTheOthers();
    void stepsOfTheDossierBeforeAreGone();
    void withdrawalAsksFirst();
    void signingOutLeavesNothingBehind();
    void theLockCoversAndKeepsThePlace();
    void anotherPersonDoesNotGetTheOpenDraft();
    void anIdleKioskLocksItself();
    void everyThingHasAName();
    void everyActionIsReachedByTab();
    void lookIsKeptAndApplied();
};

void ShellTest::everyIconIsDrawn()
{
    for (int index = 1; index < iconCount; ++index) {
        const QImage image = iconPixmap(Icon(index), Qt::black, 24, 1).toImage();
        int inked = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                inked += qAlpha(image.pixel(x, y)) > 128;
        }
        QVERIFY2(inked > 15, qPrintable(QString::number(index)));
    }
}

void ShellTest::coloursCanBeRead_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("light") << int(ThemeKind::Light);
    QTest::newRow("contrast") << int(ThemeKind::HighContrast);
}

void ShellTest::coloursCanBeRead()
{
    QFETCH(int, kind);
    const Theme theme { ThemeKind(kind) };
    const ThemeColors &c = theme.colors();
    constexpr double words = 4.5; // WCAG 2 AA
    constexpr double shapes = 3.0;
    for (const QColor &paper : { c.window, c.surface, c.sunken, c.primarySoft }) {
        QCOMPARE_GE(contrast(c.text, paper), words);
        QCOMPARE_GE(contrast(c.muted, paper), words);
    }
    QCOMPARE_GE(contrast(c.primary, c.surface), words);
    QCOMPARE_GE(contrast(c.onPrimary, c.primary), words);
    QCOMPARE_GE(contrast(c.railText, c.rail), words);
    QCOMPARE_GE(contrast(c.railMuted, c.rail), words);
    QCOMPARE_GE(contrast(c.lineStrong, c.surface), shapes);
    QCOMPARE_GE(contrast(c.focus, c.window), shapes);
    QCOMPARE_GE(contrast(c.focusOnDark, c.rail), shapes);
    for (const Tone tone : { Tone::Neutral, Tone::Info, Tone::Good, Tone::Waiting, Tone::Doubt, Tone::Error }) {
        QCOMPARE_GE(contrast(theme.tone(tone).ink, theme.tone(tone).soft), words);
        QCOMPARE_GE(contrast(theme.tone(tone).ink, c.surface), words);
    }
}

void ShellTest::wrongPassphraseSaysSoAndKeepsTheStoreShut()
{
    ShellKiosk kiosk;
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClicks(QApplication::focusWidget(), u"khong phai"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<Banner *>()->isVisible(), patience);
    QVERIFY(!pageOf(window));
    // Ready for the next try: the field has the focus again.
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())->echoMode() == QLineEdit::Password);
}

void ShellTest::signInGoesHomeByKeyboard()
{
    ShellKiosk kiosk;
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    QCOMPARE(pageName(window), u"motcua::HomePage"_s);
    QCOMPARE(kiosk.counter.actor().login, ShellKiosk::login);
    // The one big button has the focus: Enter begins a dossier.
    QTRY_VERIFY(qobject_cast<PrimaryButton *>(QApplication::focusWidget()));
}

void ShellTest::keysReachEveryPage()
{
    ShellKiosk kiosk;
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    pressKey(window, Qt::Key_F2);
    QTRY_COMPARE(pageName(window), u"motcua::ProcedurePage"_s);
    pressKey(window, Qt::Key_Escape);
    QTRY_COMPARE(pageName(window), u"motcua::HomePage"_s);
    pressKey(window, Qt::Key_F4);
    QTRY_COMPARE(pageName(window), u"motcua::QueuePage"_s);
    pressKey(window, Qt::Key_Escape);
    QTRY_COMPARE(pageName(window), u"motcua::HomePage"_s);
    pressKey(window, Qt::Key_F3);
    QTRY_COMPARE(pageName(window), u"motcua::QueuePage"_s);
    QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    pressKey(window, Qt::Key_F5);
    QCOMPARE(kiosk.sync.requests, 1);
    pressKey(window, Qt::Key_F1);
    QTRY_VERIFY(QApplication::activeModalWidget());
    QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!QApplication::activeModalWidget());
    pressKey(window, Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!pageOf(window));
}

void ShellTest::theOpenDraftComesBack()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    kiosk.draft(u"Điểu Thị Mai"_s, true);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    QTRY_COMPARE(pageName(window), u"motcua::CapturePage"_s);
}

void ShellTest::countsOpenTheQueue()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    kiosk.submitted(u"Điểu Thị Mai"_s);
    kiosk.refused(kiosk.submitted(u"Lý A Páo"_s));
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    const QList<CountCard *> cards = window.findChildren<CountCard *>();
    QCOMPARE(cards.size(), 5);
    QTRY_VERIFY(cards[0]->accessibleName().endsWith(u": 1"_s));
    QTRY_VERIFY(cards[2]->accessibleName().endsWith(u": 1"_s));
    cards[2]->setFocus();
    QTest::keyClick(cards[2], Qt::Key_Return);
    QTRY_COMPARE(pageName(window), u"motcua::QueuePage"_s);
    auto *table = window.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QCOMPARE(table->model()->index(0, QueueModel::Person).data().toString(), u"Lý A Páo"_s);
    // Enter opens the line that has the frame.
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_COMPARE(pageName(window), u"motcua::DossierPage"_s);
    pressKey(window, Qt::Key_Escape);
    QTRY_COMPARE(pageName(window), u"motcua::QueuePage"_s);
}

void ShellTest::queueFindsWithoutToneMarks()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    kiosk.draft(u"Điểu Thị Mai"_s);
    kiosk.draft(u"Nguyễn Văn Hòa"_s);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    pressKey(window, Qt::Key_F3);
    auto *table = window.findChild<QTableView *>();
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClicks(QApplication::focusWidget(), u"hoa nguyen"_s);
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTest::keyClicks(QApplication::focusWidget(), u" khong co"_s);
    QTRY_COMPARE(table->model()->rowCount(), 0);
    QVERIFY(!table->isVisible());
    // Esc first empties the search, then leaves.
    pressKey(window, Qt::Key_Escape);
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(pageName(window), u"motcua::QueuePage"_s);
}

void ShellTest::queueReadsMoreAsItScrolls()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    constexpr int many = 230;
    for (int index = 0; index < many; ++index)
        QVERIFY(kiosk.counter.startDraft(u"1.004873"_s).takeResult().has_value());
    QueueModel model(kiosk.counter, kiosk.clock);
    QSignalSpy loaded(&model, &QueueModel::loaded);
    model.setQuery(DossierQuery::Filter::All, {});
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(model.rowCount(), 200);
    QVERIFY(model.canFetchMore({}));
    model.fetchMore({});
    QTRY_COMPARE(model.rowCount(), many);
    QVERIFY(!model.canFetchMore({}));
    QSet<QString> ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids.insert(model.at(row)->id);
    QCOMPARE(ids.size(), many);
}

void ShellTest::dossierPageTellsDoubtHonestly()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.submitted(u"Điểu Thị Mai"_s);
    kiosk.doubted(id);
    const Result<Dossier> dossier = kiosk.counter.dossier(id).takeResult();
    QVERIFY(dossier.has_value());
    QCOMPARE(overallBadge(dossier->summary, kiosk.clock.now()).tone, Tone::Doubt);
    QCOMPARE(statusBadge(dossier->summary).tone, Tone::Good);
    QVERIFY(portalBadge(dossier->summary, kiosk.clock.now()).text.isEmpty());

    kiosk.received(id, 7, kiosk.clock.now().addDays(3));
    const Result<Dossier> after = kiosk.counter.dossier(id).takeResult();
    QVERIFY(after.has_value());
    QCOMPARE(overallBadge(after->summary, kiosk.clock.now()).tone, Tone::Good);
    QVERIFY(codeOf(after->summary) != after->summary.localCode);
    // Late is what the portal's own date says, and only while the portal is still at work.
    kiosk.status(id, 4);
    const QDateTime afterDue = kiosk.clock.now().addDays(4);
    QCOMPARE(overallBadge(kiosk.counter.dossier(id).takeResult()->summary, kiosk.clock.now()).tone, Tone::Good);
    QCOMPARE(overallBadge(kiosk.counter.dossier(id).takeResult()->summary, afterDue).tone, Tone::Error);
    kiosk.status(id, 10);
    QCOMPARE(overallBadge(kiosk.counter.dossier(id).takeResult()->summary, afterDue).tone, Tone::Neutral);
}

void ShellTest::aReturnedBranchIsShownBesideTheOthers()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.linkedDraft(u"3.000722"_s);
    QVERIFY(kiosk.counter.submit(id).result());
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    window.findChild<Desk *>()->openDossier(id);
    BranchCards *branches = nullptr;
    QTRY_VERIFY((branches = window.findChild<BranchCards *>()) && branches->isVisible());
    const auto cards = [&] {
        QStringList said;
        for (const Card *card : branches->findChildren<Card *>()) {
            if (card->isVisible())
                said.append(card->accessibleName());
        }
        return said;
    };
    QTRY_COMPARE(cards().size(), 4);
    // Before the receipt there is no due date, only the law's time, called an estimate.
    for (const QString &card : cards())
        QVERIFY2(card.contains(u"Estimate: "_s) && !card.contains(u"Due on"_s), qPrintable(card));

    kiosk.received(id, 51, kiosk.clock.time.addDays(3));
    kiosk.branch(id, u"birth"_s, 10, {}, kiosk.clock.time.addDays(1));
    kiosk.branch(id, u"residence"_s, 5, u"Thiếu ý kiến của chủ hộ"_s, kiosk.clock.time.addDays(3));
    QTRY_VERIFY(cards().size() == 4 && cards().at(1).contains(u"More papers requested"_s));
    QVERIFY2(cards().at(0).contains(u"Result handed over"_s) && cards().at(0).contains(u"Due on 24/11/2026"_s),
             qPrintable(cards().at(0)));
    QVERIFY2(cards().at(1).contains(u"The other branches go on"_s), qPrintable(cards().at(1)));
    QVERIFY2(cards().at(3).contains(u"No word of it yet"_s), qPrintable(cards().at(3)));
}

void ShellTest::stepsOfTheDossierBeforeAreGone()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString longer = kiosk.linkedDraft(u"3.000722"_s);
    const QString shorter = kiosk.draft(u"Điểu Thị Mai"_s);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    qsizetype before = 0;
    for (const QString &id : { longer, shorter }) {
        window.findChild<Desk *>()->openForm(id);
        CapturePage *page = nullptr;
        QTRY_VERIFY((page = window.findChild<CapturePage *>()) && page->isVisible() && page->dossierId() == id);
        const auto shown = [&] {
            const QList<QAbstractButton *> buttons = page->findChild<StepList *>()->findChildren<QAbstractButton *>();
            return std::count_if(buttons.cbegin(), buttons.cend(),
                                 [](const QAbstractButton *button) { return button->isVisible(); });
        };
        const auto steps = page->form()->steps();
        const auto visible = std::count_if(steps.cbegin(), steps.cend(), [](const auto &step) { return step.visible; });
        QTRY_COMPARE(shown(), visible + 2); // papers and review
        QVERIFY(shown() != before);
        before = shown();
    }
}

void ShellTest::withdrawalAsksFirst()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.draft(u"Điểu Thị Mai"_s);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    window.findChild<Desk *>()->openDossier(id);
    QTRY_COMPARE(pageName(window), u"motcua::DossierPage"_s);
    auto *really = pageOf(window)->findChild<DangerButton *>();
    QVERIFY(!really->isVisible());
    QAbstractButton *ask = nullptr;
    for (auto *button : pageOf(window)->findChildren<QuietButton *>()) {
        if (button->text().endsWith(u'…'))
            ask = button;
    }
    QVERIFY(ask);
    QTRY_VERIFY(ask->isVisible());
    ask->setFocus();
    QTest::keyClick(ask, Qt::Key_Return);
    QTRY_VERIFY(really->isVisible());
    // The safe answer has the focus, and Esc takes the question back.
    QVERIFY(QApplication::focusWidget() != really);
    pressKey(window, Qt::Key_Escape);
    QVERIFY(!really->isVisible());
    QVERIFY(kiosk.counter.dossier(id).takeResult()->summary.status == DossierStatus::Draft);
    ask->click();
    really->click();
    QTRY_VERIFY(kiosk.counter.dossier(id).takeResult()->summary.status == DossierStatus::Withdrawn);
}

void ShellTest::signingOutLeavesNothingBehind()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.submitted(u"Điểu Thị Mai"_s);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    window.findChild<Desk *>()->openDossier(id);
    const auto shown = [&] {
        const QList<QLabel *> labels = window.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text().contains(u"Mai"_s); });
    };
    QTRY_VERIFY(shown());
    pressKey(window, Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(!window.findChild<Desk *>());
    QVERIFY(!shown());
    QVERIFY(window.findChild<QLineEdit *>()->text().isEmpty());
}

void ShellTest::theLockCoversAndKeepsThePlace()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.draft(u"Điểu Thị Mai"_s, true);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    QTRY_COMPARE(pageName(window), u"motcua::CapturePage"_s);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    field->clear();
    QTest::keyClicks(field, u"0987654321"_s); // not saved yet
    window.lock();
    const QList<Desk *> covered = window.findChildren<Desk *>();
    QVERIFY(std::none_of(covered.cbegin(), covered.cend(), [](const Desk *desk) { return desk->isVisible(); }));
    QTRY_VERIFY(!window.findChild<Desk *>()); // gone as soon as it is saved
    const auto saved = kiosk.counter.dossier(id).takeResult();
    QVERIFY(saved);
    QVERIFY(QJsonDocument(saved->form).toJson().contains("0987654321"));
    signIn(window, ShellKiosk::passphrase);
    QTRY_COMPARE(pageName(window), u"motcua::CapturePage"_s);
    QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    QCOMPARE(qobject_cast<QLineEdit *>(QApplication::focusWidget())->text().remove(u' '), u"0987654321"_s);
    window.lock(); // and back before anything is saved
    signIn(window, ShellKiosk::passphrase);
    QTRY_COMPARE(pageName(window), u"motcua::CapturePage"_s);
}

void ShellTest::anotherPersonDoesNotGetTheOpenDraft()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    kiosk.draft(u"Điểu Thị Mai"_s, true);
    kiosk.counter.setActor({ u"congchuc2"_s, u"Lý A Páo"_s, Role::Officer });
    const auto open = kiosk.counter.openDraft().takeResult();
    QVERIFY(open);
    QCOMPARE(*open, QString());
}

void ShellTest::anIdleKioskLocksItself()
{
    QWidget window;
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    IdleWatch watch;
    QSignalSpy soon(&watch, &IdleWatch::aboutToBeIdle);
    QSignalSpy idle(&watch, &IdleWatch::idle);
    watch.start(900ms, 600ms);
    QVERIFY(soon.wait());
    QElapsedTimer since;
    since.start();
    QTest::keyClick(&window, Qt::Key_A); // somebody is there
    QVERIFY(idle.isEmpty());
    QVERIFY(idle.wait());
    QVERIFY2(since.elapsed() >= 850, qPrintable(QString::number(since.elapsed())));
    watch.start(50ms, 10ms);
    watch.stop();
    QVERIFY(!idle.wait(200));
}

void ShellTest::everyThingHasAName()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.submitted(u"Điểu Thị Mai"_s);
    kiosk.draft(u"Nguyễn Văn Hòa"_s);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const auto check = [&] {
        for (QWidget *widget : window.findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(),
                     qPrintable(QLatin1StringView(widget->metaObject()->className()) + u" in "_s + pageName(window)));
        }
    };
    check();
    signIn(window, ShellKiosk::passphrase);
    auto *desk = window.findChild<Desk *>();
    QTest::qWait(200);
    check();
    desk->goQueue();
    QTest::qWait(200);
    check();
    desk->openDossier(id);
    QTest::qWait(400);
    check();
    desk->goSettings();
    QTest::qWait(100);
    check();
}

void ShellTest::everyActionIsReachedByTab()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    const QString id = kiosk.submitted(u"Điểu Thị Mai"_s);
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    window.findChild<Desk *>()->openDossier(id);
    QTest::qWait(500);
    QSet<QWidget *> wanted;
    for (auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->isEnabled())
            wanted.insert(button);
    }
    QCOMPARE_GT(wanted.size(), 8);
    for (int press = 0; press < 80 && !wanted.isEmpty(); ++press) {
        pressKey(window, Qt::Key_Tab);
        wanted.remove(QApplication::focusWidget());
    }
    // Of an exclusive group Tab reaches the chosen one; arrow keys reach the others.
    wanted.removeIf([](const QWidget *widget) { return static_cast<const QAbstractButton *>(widget)->group() != nullptr; });
    for (const QWidget *left : std::as_const(wanted))
        qWarning() << left << left->accessibleName();
    QVERIFY(wanted.isEmpty());
}

void ShellTest::lookIsKeptAndApplied()
{
    ShellKiosk kiosk;
    kiosk.openStore();
    MainWindow window(kiosk.services());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    signIn(window, ShellKiosk::passphrase);
    window.findChild<Desk *>()->goSettings();
    auto *large = pageOf(window)->findChild<QAbstractButton *>(u"text150"_s);
    QVERIFY(large);
    large->setFocus();
    QTest::keyClick(large, Qt::Key_Space);
    QTRY_COMPARE(themeOf(&window).textPercent(), 150);
    QTRY_COMPARE(pageName(window), u"motcua::SettingsPage"_s);
    // The keyboard stays on the choice just made, although the page was built anew.
    QTRY_COMPARE(QApplication::focusWidget()->objectName(), u"text150"_s);
    QCOMPARE(FileSettings(kiosk.folder.path() + u"/screen.ini"_s).textPercent(), 150);
    applyTheme(*qApp, Theme());
}

} // namespace motcua

QTEST_MAIN(motcua::ShellTest)
#include "tst_shell.moc"
