// Who sees what, by keyboard over a real vault and store: IT staff see nothing that is somebody's on any page, a team member sees own
// dossiers, hands one over and records how the citizen confirmed, a disabled account's draft is taken over, and the log of acts leaves
// the kiosk only after the PIN or passphrase was given once more. With MOTCUA_SHOTS=DIR each page is photographed into that folder.
#include "shellkiosk.h"

#include "core/base/errorcatalog.h"
#include "core/counter/journaldesk.h"
#include "core/counter/peopledesk.h"
#include "core/counter/setup.h"
#include "ui/dossier/dossierpage.h"
#include "ui/form/capturepage.h"
#include "ui/queue/queuemodel.h"
#include "ui/review/assistancecard.h"
#include "ui/settings/journalcard.h"
#include "ui/settings/peoplecard.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/confirmsheet.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/accountcard.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

#include <algorithm>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;
const QString member = u"tocongnghe1"_s;
const QString staff = u"cntt1"_s;

struct PeopleKiosk
{
    PeopleKiosk()
    {
        kiosk.profile.demo = false;
        kiosk.openStore();
    }

    void show()
    {
        window = std::make_unique<MainWindow>(kiosk.services());
        window->resize(1366, 768);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    // The three invented people have one passphrase in this kiosk.
    void signIn(const QString &login)
    {
        QTRY_VERIFY_WITH_TIMEOUT(window->findChild<SignInPage *>(), patience);
        const auto cards = window->findChildren<AccountCard *>();
        const auto card = std::find_if(cards.cbegin(), cards.cend(), [&](const auto *one) { return one->login() == login; });
        QVERIFY(card != cards.cend());
        QTRY_VERIFY_WITH_TIMEOUT((*card)->isVisible() && (*card)->isEnabled(), patience);
        window->activateWindow();
        (*card)->click();
        QTRY_VERIFY_WITH_TIMEOUT(qobject_cast<QLineEdit *>(QApplication::focusWidget()), patience);
        QInputMethodEvent typed;
        typed.setCommitString(ShellKiosk::passphrase);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    Desk *desk() const // not the one behind the lock
    {
        const auto desks = window->findChildren<Desk *>();
        const auto shown = std::find_if(desks.cbegin(), desks.cend(), [](const Desk *one) { return one->isVisible(); });
        return shown == desks.cend() ? nullptr : *shown;
    }

    Page *page() const
    {
        const auto *pages = desk() ? desk()->findChild<QStackedWidget *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
        return pages ? qobject_cast<Page *>(pages->currentWidget()) : nullptr;
    }

    void reach(const char *className)
    {
        QTRY_VERIFY_WITH_TIMEOUT(page() && qstrcmp(page()->metaObject()->className(), className) == 0, patience);
    }

    void photograph(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("MOTCUA_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(window->grab().save(folder + u'/' + name + u".png"_s));
    }

    // Whatever a person or a screen reader can be told by the window as it is.
    QString everyWord() const
    {
        QStringList words { window->windowTitle() };
        const QList<QWidget *> widgets = window->findChildren<QWidget *>();
        for (const QWidget *widget : widgets) {
            words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip() << widget->windowTitle();
            if (const auto *label = qobject_cast<const QLabel *>(widget))
                words << label->text();
            if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                words << button->text();
            if (const auto *line = qobject_cast<const QLineEdit *>(widget))
                words << line->text();
            if (const auto *table = qobject_cast<const QTableView *>(widget)) {
                for (int row = 0; row < table->model()->rowCount(); ++row) {
                    for (int column = 0; column < table->model()->columnCount(); ++column) {
                        for (const int role : { Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole })
                            words << table->model()->index(row, column).data(role).toString();
                    }
                }
            }
        }
        return words.join(u'\n');
    }

    ShellKiosk kiosk;
    std::unique_ptr<MainWindow> window;
};

void press(QAbstractButton *button)
{
    QVERIFY(button);
    QTRY_VERIFY_WITH_TIMEOUT(button->isVisible() && button->isEnabled(), patience);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
}

bool tellsOf(const QWidget *where, const QString &code)
{
    const auto banners = where->findChildren<Banner *>();
    return std::any_of(banners.cbegin(), banners.cend(), [&](const Banner *one) {
        const auto lines = one->findChildren<QLabel *>();
        return one->isVisible() && std::any_of(lines.cbegin(), lines.cend(), [&](const QLabel *line) {
                   return line->isVisible() && line->text().contains(code);
               });
    });
}

void commit(const QString &text)
{
    QInputMethodEvent typed;
    typed.setCommitString(text);
    QCoreApplication::sendEvent(QApplication::focusWidget(), &typed);
}

} // namespace

class TestPeoplePages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme()); }

    void itStaffSeeNothingThatIsSomebodys()
    {
        PeopleKiosk k;
        const QStringList marks {
            u"Mai"_s, u"Páo"_s, u"Nhung"_s, u"070195"_s, u"0912"_s, u"Số điện thoại không liên lạc được"_s
        };
        const QString sent = k.kiosk.submitted(u"Điểu Thị Mai"_s);
        const QString refused = k.kiosk.submitted(u"Giàng A Páo"_s);
        k.kiosk.refused(refused);
        const QString draft = k.kiosk.draft(u"Thị Hồng Nhung"_s, true);
        const QString code = k.kiosk.counter.dossier(draft).result()->summary.localCode;
        k.show();
        k.signIn(staff);
        k.reach("motcua::HomePage");
        QTRY_VERIFY_WITH_TIMEOUT(k.everyWord().contains(code), patience);
        const auto clean = [&] {
            const QString words = k.everyWord();
            for (const QString &mark : marks)
                QVERIFY2(!words.contains(mark), qPrintable(mark));
        };
        clean();
        k.photograph(u"people-it-home"_s);
        QTest::keyClick(k.window.get(), Qt::Key_F2); // nothing is begun
        QCOMPARE(qstrcmp(k.page()->metaObject()->className(), "motcua::HomePage"), 0);

        k.desk()->findDossier();
        k.reach("motcua::QueuePage");
        const auto *table = k.page()->findChild<QTableView *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 3, patience);
        clean();
        QVERIFY(table->isColumnHidden(QueueModel::Person)); // it would only say the code twice
        QVERIFY(!table->isColumnHidden(QueueModel::Procedure));
        k.photograph(u"people-it-queue"_s);
        commit(u"mai"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 0, patience);
        qobject_cast<QLineEdit *>(QApplication::focusWidget())->clear();
        commit(code);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);

        for (const QString &id : { sent, refused, draft }) {
            k.desk()->openForm(id); // as a line of the list does it for a draft
            k.reach("motcua::DossierPage");
            const QString shown = k.kiosk.counter.outline(id).result()->summary.localCode;
            QTRY_VERIFY_WITH_TIMEOUT(k.page()->isVisible() && k.everyWord().contains(shown), patience);
            QTest::qWait(100);
            clean();
            QVERIFY(!tellsOf(k.page(), u"MC-280"_s));
        }
        k.photograph(u"people-it-dossier"_s);
        k.desk()->goSettings();
        k.reach("motcua::SettingsPage");
        QTRY_VERIFY_WITH_TIMEOUT(k.page()->findChild<QAbstractButton *>(u"account-"_s + member), patience);
        QVERIFY(k.page()->findChild<QAbstractButton *>(u"journalVerify"_s)->isVisible());
        QVERIFY(!k.page()->findChild<QAbstractButton *>(u"journalExport"_s)->isVisible());
        clean();
        // What the screen hides the counter refuses.
        QCOMPARE(k.kiosk.counter.dossier(sent).result().error().code, ErrorCode::RoleForbids);
        QCOMPARE(k.kiosk.counter.slip(sent).result().error().code, ErrorCode::RoleForbids);
        QCOMPARE(k.kiosk.counter.journal().exported().result().error().code, ErrorCode::RoleForbids);
    }

    void aMembersWorkGoesToTheOfficers()
    {
        PeopleKiosk k;
        const QString strange = k.kiosk.draft(u"Điểu Thị Mai"_s);
        k.show();
        k.signIn(member);
        k.reach("motcua::HomePage");
        const QString own = k.kiosk.draft(u"Giàng A Páo"_s);
        QVERIFY(k.kiosk.counter.addPaper(own, u"000.00.00.G15-KQ004946"_s, {}, u"jpg"_s).result().error().code
                != ErrorCode::RoleForbids);
        k.desk()->goQueue();
        k.reach("motcua::QueuePage");
        const auto *table = k.page()->findChild<QTableView *>();
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
        QVERIFY(!k.everyWord().contains(u"Mai"_s));

        k.desk()->openForm(own, u"@review"_s);
        k.reach("motcua::CapturePage");
        auto *capture = qobject_cast<CapturePage *>(k.page());
        auto *card = capture->findChild<AssistanceCard *>();
        QTRY_VERIFY_WITH_TIMEOUT(card->isVisible(), patience);

        // Only the button records: what the arrow keys pass over is nobody's word.
        auto *record = card->findChild<QAbstractButton *>(u"recordAssistance"_s);
        QVERIFY(!record->isEnabled());
        card->findChild<QAbstractButton *>(u"confirm-signature"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QVERIFY(card->findChild<QAbstractButton *>(u"confirm-read-aloud"_s)->isChecked());
        QVERIFY(!k.kiosk.counter.dossier(own).result()->assistance);
        auto *language = card->findChild<QComboBox *>(u"assistanceLanguage"_s);
        language->setFocus();
        while (language->currentData().toString() != u"hmn"_s)
            QTest::keyClick(language, Qt::Key_Down);
        k.photograph(u"people-review"_s);
        press(record);
        QTRY_VERIFY_WITH_TIMEOUT(k.kiosk.counter.dossier(own).result()->assistance, patience);
        const Assistance given = *k.kiosk.counter.dossier(own).result()->assistance;
        QCOMPARE(given.helper, member);
        QCOMPARE(given.language, u"hmn"_s);
        QCOMPARE(given.forWhom, u"Giàng A Páo"_s);
        QCOMPARE(given.confirmation, Assistance::Confirmation::ReadAloud);
        QTRY_VERIFY_WITH_TIMEOUT(!record->isEnabled(), patience);
        k.photograph(u"people-review-recorded"_s);
        language->setFocus();
        QTest::keyClick(language, Qt::Key_Up);
        QVERIFY(record->isEnabled()); // another choice is not the one that was recorded

        press(capture->findChild<QAbstractButton *>(u"handOver"_s));
        QTest::qWait(50);
        QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape); // asked first, and nothing happens by itself
        QVERIFY(k.kiosk.counter.dossier(own).result());
        press(capture->findChild<QAbstractButton *>(u"handOver"_s));
        press(QApplication::activeModalWidget()->findChild<QAbstractButton *>(u"reallyHandOver"_s));
        QTRY_VERIFY_WITH_TIMEOUT(k.page() != capture || !capture->isVisible(), patience);
        QCOMPARE(k.kiosk.counter.dossier(own).result().error().code, ErrorCode::RoleForbids);
        QVERIFY(k.kiosk.counter.list({}).result()->isEmpty());

        // F9: an officer takes the place and finds it.
        QTest::keyClick(k.window.get(), Qt::Key_F9);
        k.signIn(ShellKiosk::login);
        k.reach("motcua::HomePage");
        QCOMPARE(k.kiosk.counter.list({}).result()->size(), 2);
        QVERIFY(k.kiosk.counter.dossier(own).result()->summary.isHandedOver);
        QVERIFY(k.kiosk.counter.dossier(strange).result());
    }

    void whoIsDisabledIsKeptOutAndTheirDraftIsTakenOver()
    {
        PeopleKiosk k;
        k.show();
        k.signIn(member);
        k.reach("motcua::HomePage");
        const QString own = k.kiosk.draft(u"Giàng A Páo"_s);
        QTest::keyClick(k.window.get(), Qt::Key_F9);
        k.signIn(ShellKiosk::login);
        k.reach("motcua::HomePage");
        k.desk()->goSettings();
        k.reach("motcua::SettingsPage");
        const QString button = u"account-"_s + member;
        QTRY_VERIFY_WITH_TIMEOUT(k.page()->findChild<QAbstractButton *>(button), patience);
        QVERIFY(!k.page()->findChild<QAbstractButton *>(u"account-"_s + ShellKiosk::login)); // nobody disables themselves
        auto *last = k.page()->findChild<QAbstractButton *>(button);
        QTRY_VERIFY_WITH_TIMEOUT(last->isVisible(), patience);
        // By Tab in the order in which things stand, although these buttons are made late.
        const QWidget *next = last->nextInFocusChain();
        while (!(next->focusPolicy() & Qt::TabFocus) || !next->isVisible())
            next = next->nextInFocusChain();
        QCOMPARE(next->objectName(), u"journalVerify"_s);
        press(last);
        QTRY_VERIFY_WITH_TIMEOUT(k.kiosk.counter.dossier(own).result()->summary.isSealed, patience);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget() ? QApplication::focusWidget()->objectName() : QString(), button,
                                  patience);
        k.photograph(u"people-disabled"_s);
        k.desk()->openForm(own);
        k.reach("motcua::DossierPage"); // sealed: no form
        QTRY_VERIFY_WITH_TIMEOUT(k.everyWord().contains(member), patience);
        k.photograph(u"people-sealed"_s);
        auto take = [&]() -> QAbstractButton * {
            for (auto *one : k.page()->findChildren<QAbstractButton *>()) {
                if (one->isVisible() && one->text() == DossierPage::tr("Take this dossier over"))
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(take(), patience);
        press(take());
        k.reach("motcua::CapturePage");
        QVERIFY(!k.kiosk.counter.dossier(own).result()->summary.isSealed);

        QTest::keyClick(k.window.get(), Qt::Key_F9);
        k.signIn(member);
        QTRY_VERIFY_WITH_TIMEOUT(tellsOf(k.window.get(), u"MC-282"_s), patience);
        QVERIFY(!k.desk());
        k.photograph(u"people-kept-out"_s);
    }

    void theLogLeavesOnlyAfterTheWordsWereGivenAgain()
    {
        PeopleKiosk k;
        k.show();
        k.signIn(ShellKiosk::login);
        k.reach("motcua::HomePage");
        QCOMPARE(k.kiosk.counter.journal().exported().result().error().code, ErrorCode::ConfirmationNeeded);
        k.desk()->goSettings();
        k.reach("motcua::SettingsPage");
        auto *card = k.page()->findChild<JournalCard *>();
        QString written;
        card->setChooseFile([&](QWidget *, const QString &name, const std::function<void(const QString &)> &chosen) {
            written = k.kiosk.folder.path() + u'/' + name;
            chosen(written);
        });
        press(card->findChild<QAbstractButton *>(u"journalExport"_s));
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), patience);
        auto *sheet = qobject_cast<ConfirmSheet *>(QApplication::activeModalWidget());
        QVERIFY(sheet);
        auto *words = sheet->findChild<QLineEdit *>(u"confirmWords"_s);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), words, patience);
        commit(u"khong phai"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(sheet->findChild<Banner *>()->isVisible(), patience);
        QVERIFY(written.isEmpty());
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), words, patience);
        commit(ShellKiosk::passphrase);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(written), patience);
        QFile file(written);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QJsonDocument::fromJson(file.readAll()).object().value(u"entries"_s).isArray());

        // Locking forgets it.
        QVERIFY(k.kiosk.counter.acting().confirmed);
        k.window->lock();
        QVERIFY(!k.kiosk.counter.acting().confirmed);
        k.signIn(ShellKiosk::login);
        QTRY_VERIFY_WITH_TIMEOUT(k.page(), patience);
        QCOMPARE(k.kiosk.counter.journal().exported().result().error().code, ErrorCode::ConfirmationNeeded);
        // A sheet that is open when the kiosk locks leaves nothing behind.
        k.desk()->goSettings();
        k.reach("motcua::SettingsPage");
        press(k.page()->findChild<QAbstractButton *>(u"journalExport"_s));
        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeModalWidget(), patience);
        k.window->lock();
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), patience);
    }
};

QTEST_MAIN(TestPeoplePages)
#include "tst_peoplepages.moc"
