// What comes back from the portal, and the link in honest words: on the screens, over a real store, in Vietnamese.
#include "core/counter/portaldesk.h"
#include "core/outbox/linktext.h"
#include "core/paper/slip.h"
#include "tests/ui/shellkiosk.h"
#include "ui/dossier/dossierpage.h"
#include "ui/dossier/portalcard.h"
#include "ui/dossier/requestcard.h"
#include "ui/form/capturepage.h"
#include "ui/form/formview.h"
#include "ui/home/homepage.h"
#include "ui/settings/sendingcard.h"
#include "ui/shell/desk.h"
#include "ui/shell/header.h"
#include "ui/shell/linkstrip.h"
#include "ui/shell/linkwords.h"
#include "ui/shell/mainwindow.h"
#include "ui/slip/resultpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/rowbutton.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace motcua {

namespace {

constexpr int patience = 20000;

QString textsOf(const QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>()) {
        if (label->isVisibleTo(widget))
            texts.append(label->text());
    }
    for (const QAbstractButton *button : widget->findChildren<QAbstractButton *>()) {
        if (button->isVisibleTo(widget))
            texts.append(button->accessibleName().isEmpty() ? button->text() : button->accessibleName());
    }
    return texts.join(u'\n');
}

// A signed-in kiosk.
struct Seat
{
    Seat()
    {
        kiosk.openStore();
        window = std::make_unique<MainWindow>(kiosk.services());
        window->resize(1366, 768);
        window->show();
        QTest::qWait(20);
        auto *passphrase = window->findChild<QLineEdit *>();
        passphrase->setText(ShellKiosk::passphrase);
        QTest::keyClick(passphrase, Qt::Key_Return);
        if (!QTest::qWaitFor([&] { return window->findChild<Desk *>() != nullptr; }, patience))
            qFatal("no desk");
        desk = window->findChild<Desk *>();
        const auto atHome = [&] { return window->findChild<HomePage *>() && window->findChild<HomePage *>()->isVisible(); };
        if (!QTest::qWaitFor(atHome, patience))
            qFatal("not at home");
    }

    Dossier read(const QString &id) { return *kiosk.counter.dossier(id).result(); }

    ShellKiosk kiosk;
    std::unique_ptr<MainWindow> window;
    Desk *desk = nullptr;
};

} // namespace

class BackComingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_texts.load(u":/translations/motcua_vi.qm"_s));
        QCoreApplication::installTranslator(&m_texts);
        applyTheme(*qApp, Theme());
    }

    void aSupplementLeadsToItsFieldAndGoesAgain()
    {
        Seat seat;
        const QString id = seat.kiosk.submitted(u"Điểu Thị Mai"_s);
        seat.kiosk.received(id, 1, seat.kiosk.clock.now().addDays(3));
        const QString code = seat.read(id).summary.officialCode;
        seat.kiosk.supplement(id, u"000.00.00.G15-KQ004946"_s, u"/requester/phone"_s);
        seat.desk->openDossier(id);
        auto *page = seat.window->findChild<DossierPage *>();
        auto *asked = page->findChild<RequestCard *>();
        QTRY_VERIFY_WITH_TIMEOUT(asked->isVisible(), patience);
        const QString shown = textsOf(asked);
        QVERIFY2(shown.contains(u"30/11/2026"_s), qPrintable(shown));
        QVERIFY(!shown.contains(u"/requester"_s)); // by the name in the form, never as a pointer
        QVERIFY(!shown.contains(u"KQ004946"_s));
        const auto rows = asked->findChildren<RowButton *>();
        QCOMPARE(rows.size(), 2);
        rows.at(1)->click();
        QTRY_VERIFY_WITH_TIMEOUT(seat.window->findChild<CapturePage *>() && seat.window->findChild<CapturePage *>()->isVisible(),
                                 patience);
        auto *capture = seat.window->findChild<CapturePage *>();
        QCOMPARE(capture->dossierId(), id);
        QVERIFY(capture->form()->stepOf(u"/requester/phone"_s) == capture->currentStep());
        QCOMPARE(seat.read(id).summary.status, DossierStatus::NeedsFix);
        QVERIFY(textsOf(capture->findChild<Banner *>()).contains(u"Số điện thoại thiếu"_s));
        capture->submit();
        QTRY_COMPARE_WITH_TIMEOUT(seat.read(id).summary.status, DossierStatus::Queued, patience);
        const Dossier again = seat.read(id);
        QCOMPARE(again.summary.revision, 2);
        QCOMPARE(again.summary.officialCode, code);
        QCOMPARE(again.receipt->revision, 1);
        QVERIFY(!again.summary.asks);
    }

    void aRefusalNamesTheField()
    {
        Seat seat;
        const QString id = seat.kiosk.submitted(u"Giàng A Páo"_s);
        seat.kiosk.refused(id);
        seat.desk->openDossier(id);
        auto *page = seat.window->findChild<DossierPage *>();
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(page).contains(u"đề nghị kiểm tra lại"_s), patience);
        QVERIFY(!textsOf(page).contains(u"/requester/phone"_s));
        QVERIFY(textsOf(page).contains(u"MC-508"_s));
    }

    void aResultIsReadAndTold()
    {
        Seat seat;
        const QString id = seat.kiosk.submitted(u"Điểu Thị Mai"_s);
        seat.kiosk.received(id, 1, seat.kiosk.clock.now().addDays(3));
        const QByteArray pdf = *seat.kiosk.counter.slip(id).result();
        seat.kiosk.result(id, u"r-1"_s, pdf, u"Mời công dân mang theo thẻ căn cước."_s);
        seat.desk->openDossier(id);
        auto *page = seat.window->findChild<DossierPage *>();
        auto *card = page->findChild<PortalCard *>();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), patience);
        QVERIFY(textsOf(card).contains(u"mang theo thẻ căn cước"_s));
        card->findChild<RowButton *>()->click();
        QTRY_VERIFY_WITH_TIMEOUT(
            seat.window->findChild<ResultPage *>() && seat.window->findChild<ResultPage *>()->shownPages() > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(seat.read(id).history.last().action == u"result.viewed"_s, patience);
        seat.desk->stepBack();
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), patience);
        card->told()->click();
        QTRY_VERIFY_WITH_TIMEOUT(!seat.read(id).summary.asks, patience);
        QCOMPARE(seat.read(id).history.last().action, u"citizen.told"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!card->told()->isVisible(), patience);
        QVERIFY(card->isVisible()); // it stays readable
    }

    void papersHeldBackAreOrderedForOneDossier()
    {
        Seat seat;
        const QString id = seat.kiosk.submitted(u"Điểu Thị Mai"_s);
        SyncSnapshot snapshot;
        snapshot.link = LinkState::Online;
        snapshot.heldBack = HeldBack::Metered;
        seat.kiosk.monitor.publish(snapshot);
        seat.desk->openDossier(id);
        auto *page = seat.window->findChild<DossierPage *>();
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(page).contains(u"Gửi giấy tờ ngay"_s), patience);
        const auto buttons = page->findChildren<ActionButton *>();
        const auto order = std::find_if(buttons.cbegin(), buttons.cend(),
                                        [](const ActionButton *button) { return button->text() == u"Gửi giấy tờ ngay"_s; });
        (*order)->click();
        QTRY_VERIFY_WITH_TIMEOUT(seat.read(id).now, patience);
        QTRY_COMPARE_WITH_TIMEOUT(seat.kiosk.sync.requests, 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!textsOf(page).contains(u"Gửi giấy tờ ngay"_s), patience);
    }

    void theSettingsAreStoredAtOnce()
    {
        Seat seat;
        seat.desk->goSettings();
        auto *card = seat.window->findChild<SendingCard *>();
        QTRY_VERIFY_WITH_TIMEOUT(card->findChild<QRadioButton *>(u"limit50"_s), patience);
        card->findChild<QRadioButton *>(u"limit50"_s)->click();
        QTRY_COMPARE_WITH_TIMEOUT(seat.kiosk.outbox->policy()->dailyBytes, 50 * 1024 * 1024, patience);
        card->findChild<QCheckBox *>(u"formsOnly"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(seat.kiosk.outbox->policy()->formsOnly, patience);
        QCOMPARE(seat.kiosk.outbox->policy()->dailyBytes, 50 * 1024 * 1024);
    }

    void everyLinkStateHasItsOwnWords_data()
    {
        QTest::addColumn<LinkState>("state");
        QTest::addColumn<bool>("somebodyActs");
        QTest::addRow("unknown") << LinkState::Unknown << false;
        QTest::addRow("offline") << LinkState::Offline << false;
        QTest::addRow("checking") << LinkState::Checking << false;
        QTest::addRow("online") << LinkState::Online << false;
        QTest::addRow("busy") << LinkState::PortalBusy << false;
        QTest::addRow("fault") << LinkState::PortalFault << false;
        QTest::addRow("certificate") << LinkState::WrongCertificate << true;
        QTest::addRow("unauthorized") << LinkState::Unauthorized << true;
        QTest::addRow("weak") << LinkState::Weak << false;
        QTest::addRow("captive") << LinkState::CaptivePortal << true;
        QTest::addRow("clock") << LinkState::WrongClock << true;
        QTest::addRow("cloned") << LinkState::ClonedKiosk << true;
    }

    void everyLinkStateHasItsOwnWords()
    {
        QFETCH(LinkState, state);
        QFETCH(bool, somebodyActs);
        SyncSnapshot snapshot;
        snapshot.link = state;
        snapshot.clockAhead = -3h;
        const LinkText text = linkText(snapshot);
        QVERIFY(!text.title.isEmpty() && !text.meaning.isEmpty());
        QCOMPARE(!text.toDo.isEmpty(), somebodyActs);
        QCOMPARE(linkNotice(snapshot).title == text.title, somebodyActs);
        for (const QString &words : { text.title, text.meaning, text.toDo })
            QVERIFY(!words.contains(u'!'));
        static QSet<QString> seen;
        QVERIFY2(!seen.contains(text.title), qPrintable(text.title));
        seen.insert(text.title);
        if (state == LinkState::WrongClock)
            QVERIFY2(text.meaning.contains(u"chậm 3 giờ"_s), qPrintable(text.meaning));
    }

    void anEstimateDoesNotLie()
    {
        SyncSnapshot snapshot;
        snapshot.link = LinkState::Online;
        snapshot.sending = true;
        snapshot.bytesTotal = 3'565'158;
        snapshot.bytesConfirmed = 1'258'291;
        QCOMPARE(sendingText(snapshot), u"1,2 MB trên 3,4 MB"_s); // nothing until it is known
        const auto at = [&](std::chrono::seconds left) {
            snapshot.remaining = left;
            return remainingText(snapshot);
        };
        QCOMPARE(at(40s), u"còn dưới một phút"_s);
        QCOMPARE(at(61s), u"còn khoảng 2 phút"_s);
        QCOMPARE(at(10min), u"còn khoảng 10 phút"_s);
        QCOMPARE(at(12min), u"còn 10 đến 15 phút"_s);
        QCOMPARE(at(50min), u"còn 50 đến 70 phút"_s);
        QCOMPARE(at(5h), u"còn 5 đến 7 giờ"_s);
        QCOMPARE(at(-1s), QString());
        QCOMPARE(linkBadge(snapshot).text, u"Đang gửi: 1,2 MB trên 3,4 MB"_s);
        snapshot.sending = false;
        QCOMPARE(sendingText(snapshot), QString());
    }

    void whatThePortalHasInPartIsNotSilent()
    {
        DossierCounts counts;
        const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
        QCOMPARE(unsentWords(counts, now), u"Không có hồ sơ chờ gửi"_s);
        counts.following = 2;
        QCOMPARE(unsentWords(counts, now), u"2 hồ sơ cổng chưa nhận đủ"_s);
        counts.unsent = 1;
        counts.oldestUnsent = now.addSecs(-3 * 3600);
        QCOMPARE(unsentWords(counts, now), u"1 hồ sơ chưa gửi, lâu nhất 3 giờ; 2 hồ sơ cổng chưa nhận đủ"_s);
    }

    void theHeadTellsTheQueueOnEveryPage()
    {
        Seat seat;
        auto *header = seat.window->findChild<Header *>();
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(header).contains(u"Không có hồ sơ chờ gửi"_s), patience);
        seat.kiosk.submitted(u"Điểu Thị Mai"_s);
        seat.kiosk.clock.time = seat.kiosk.clock.time.addSecs(3 * 3600);
        seat.kiosk.submitted(u"Giàng A Páo"_s);
        QTRY_VERIFY_WITH_TIMEOUT(textsOf(header).contains(u"2 hồ sơ chưa gửi, lâu nhất 3 giờ"_s), patience);
        auto *strip = seat.window->findChild<LinkStrip *>();
        QVERIFY(!strip->isVisible());
        SyncSnapshot snapshot;
        snapshot.link = LinkState::CaptivePortal;
        seat.kiosk.monitor.publish(snapshot);
        QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), patience);
        for (const auto &go : { std::function<void()>([&] { seat.desk->goQueue(); }),
                                { [&] { seat.desk->goSettings(); } },
                                { [&] { seat.desk->chooseProcedure(); } },
                                { [&] { seat.desk->goHome(); } } }) {
            go();
            QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible() && textsOf(strip).contains(u"mở trình duyệt"_s), patience);
        }
        snapshot.link = LinkState::Online;
        seat.kiosk.monitor.publish(snapshot);
        QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible(), patience);
    }

private:
    QTranslator m_texts;
};

} // namespace motcua

QTEST_MAIN(motcua::BackComingTest)
#include "tst_backcoming.moc"
