// The pages of the keys by keyboard over a real vault: the province's way in for whoever forgot everything, the PIN, and the word that the
// enrolment is not finished. With MOTCUA_SHOTS=DIR in the environment each page is photographed into that folder.
#include "shellkiosk.h"
#include "tests/vault/fakesecretstore.h"

#include "core/counter/keydesk.h"
#include "core/vault/provincekey.h"
#include "ui/settings/pincard.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/signin/answerfield.h"
#include "ui/signin/recoverypage.h"
#include "ui/signin/signinpage.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

struct KeyKiosk
{
    KeyKiosk()
    {
        kiosk.profile.demo = false;
        window = std::make_unique<MainWindow>(kiosk.services());
        window->resize(1280, 900);
    }

    void addProvince()
    {
        const QByteArray words = ShellKiosk::passphrase.toUtf8();
        kiosk.openStore();
        const auto opened = kiosk.vault.openWithPassphrase(ShellKiosk::login, Secret(QByteArrayView(words)));
        QVERIFY(KeyDesk(kiosk.files, kiosk.vault, kiosk.store, kiosk.clock).addProvince(*opened, province.publicKey()));
        window = std::make_unique<MainWindow>(kiosk.services());
        window->resize(1280, 900);
    }

    void photograph(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("MOTCUA_SHOTS");
        if (!folder.isEmpty())
            QVERIFY(window->grab().save(folder + u'/' + name + u".png"_s));
    }

    template <typename Widget>
    Widget *find(const QString &name = {}) const
    {
        return window->findChild<Widget *>(name);
    }

    ProvinceKey province = ProvinceKey::generate();
    ShellKiosk kiosk { std::make_unique<FakeSecretStore>() };
    std::unique_ptr<MainWindow> window;
};

void type(const QString &text)
{
    for (const QChar sign : text)
        QTest::keyClick(QApplication::focusWidget(), sign.toLatin1());
}

void commit(const QString &text)
{
    QInputMethodEvent typed;
    typed.setCommitString(text);
    QCoreApplication::sendEvent(QApplication::focusWidget(), &typed);
}

void press(QPushButton *button)
{
    QVERIFY(button);
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Return);
}

} // namespace

class TestKeyPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Theme()); }

    void withoutAProvinceThePageSaysSo()
    {
        KeyKiosk k;
        k.window->show();
        QVERIFY(QTest::qWaitForWindowActive(k.window.get()));
        QVERIFY(k.find<QLabel>(u"recoveryNotProved"_s)->isVisible());
        k.photograph(u"signin-not-proved"_s);
        press(k.find<QPushButton>(u"forgotten"_s));
        QTRY_VERIFY(k.find<RecoveryPage>() && !k.find<SignInPage>());
        QVERIFY(k.find<Banner>()->isVisible());
        QVERIFY(!k.find<AnswerField>()->isVisible());
        k.photograph(u"recovery-missing"_s);
        press(k.find<QPushButton>(u"backToSignIn"_s));
        QTRY_VERIFY(k.find<SignInPage>());
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
    }

    void forgottenEverything()
    {
        KeyKiosk k;
        k.addProvince();
        k.window->show();
        QVERIFY(QTest::qWaitForWindowActive(k.window.get()));
        press(k.find<QPushButton>(u"forgotten"_s));
        QTRY_VERIFY(k.find<RecoveryPage>() && !k.find<SignInPage>());
        QStringList challenge;
        for (int group = 1; auto *label = k.find<QLabel>(u"challenge%1"_s.arg(group)); ++group)
            challenge.append(label->text());
        QCOMPARE(challenge.size(), 16);
        k.photograph(u"recovery"_s);
        const QStringList answer = k.province.answer(challenge.join(u' '))->split(u' ');

        // The second group is misheard; it is named at once, and the keyboard stays there.
        auto *field = k.find<AnswerField>();
        type(answer.at(0).toLower());
        QCOMPARE(QApplication::focusWidget()->objectName(), u"answer2"_s);
        QString misheard = answer.at(1);
        misheard[0] = misheard.at(0) == u'B' ? u'D' : u'B';
        type(misheard);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"answer2"_s);
        QVERIFY(field->findChildren<QLabel *>().constLast()->text().contains(u"2"_s));
        k.photograph(u"recovery-misheard"_s);
        static_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
        type(answer.mid(1).join(QString()));
        QVERIFY(field->isRight());
        QCOMPARE(field->text(), answer.join(u' '));

        k.find<QLineEdit>(u"newPassphrase"_s)->setFocus();
        commit(u"ngắn"_s);
        k.find<QLineEdit>(u"newPassphraseAgain"_s)->setFocus();
        commit(u"ngắn"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(k.find<Banner>()->isVisible());
        for (const QString &name : { u"newPassphrase"_s, u"newPassphraseAgain"_s }) {
            k.find<QLineEdit>(name)->clear();
            k.find<QLineEdit>(name)->setFocus();
            commit(u"mưa nguồn chớp bể"_s);
        }
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(k.find<SignInPage>(), patience);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        k.photograph(u"signin-restored"_s);
        commit(u"mưa nguồn chớp bể"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(k.find<Desk>(), patience);
        QCOMPARE(k.kiosk.counter.actor().login, ShellKiosk::login);
        // The province has shown that it can.
        QCOMPARE(k.kiosk.gate.isRecoveryProved(), std::optional(true));
    }

    void aPinIsSetAndOpens()
    {
        KeyKiosk k;
        k.kiosk.openStore();
        PinCard card(k.kiosk.services());
        card.resize(800, 600);
        card.show();
        QVERIFY(QTest::qWaitForWindowActive(&card));
        const auto fill = [&](const QString &passphrase, const QString &pin, const QString &again) {
            card.findChild<QLineEdit *>(u"pinPassphrase"_s)->setText(passphrase);
            card.findChild<QLineEdit *>(u"pin"_s)->setText(pin);
            card.findChild<QLineEdit *>(u"pinAgain"_s)->setText(again);
            press(card.findChild<QPushButton *>(u"setPin"_s));
        };
        fill(ShellKiosk::passphrase, u"739204"_s, u"739205"_s);
        QVERIFY(!k.kiosk.gate.hasPin(ShellKiosk::login));
        fill(ShellKiosk::passphrase, u"123456"_s, u"123456"_s);
        QTRY_VERIFY_WITH_TIMEOUT(card.findChild<QLineEdit *>(u"pin"_s)->text().isEmpty(), patience);
        QVERIFY(!k.kiosk.gate.hasPin(ShellKiosk::login));
        fill(ShellKiosk::passphrase, u"739204"_s, u"739204"_s);
        QTRY_VERIFY_WITH_TIMEOUT(k.kiosk.gate.hasPin(ShellKiosk::login), patience);
        card.hide();

        k.window = std::make_unique<MainWindow>(k.kiosk.services());
        k.window->resize(1280, 900);
        k.window->show();
        QVERIFY(QTest::qWaitForWindowActive(k.window.get()));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"PIN"_s);
        k.photograph(u"signin-pin"_s);
        type(u"280419"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(k.find<Banner>()->isVisible(), patience);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        type(u"739204"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(k.find<Desk>(), patience);
    }

    // The keychain does not give its half: the passphrase is asked for, and opens.
    void aPinWithoutItsKeychainAsksForThePassphrase()
    {
        KeyKiosk k;
        k.kiosk.openStore();
        const QByteArray words = ShellKiosk::passphrase.toUtf8();
        QVERIFY(k.kiosk.gate.setPin(ShellKiosk::login, Secret(QByteArrayView(words)), Secret(QByteArrayView("739204"))).result());
        static_cast<FakeSecretStore &>(*k.kiosk.keychain).readFailure = u"locked"_s;
        k.window = std::make_unique<MainWindow>(k.kiosk.services());
        k.window->resize(1280, 900);
        k.window->show();
        QVERIFY(QTest::qWaitForWindowActive(k.window.get()));
        type(u"739204"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(k.find<Banner>()->isVisible(), patience);
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), u"Passphrase"_s);
        commit(ShellKiosk::passphrase);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(k.find<Desk>(), patience);
    }
};

QTEST_MAIN(TestKeyPages)
#include "tst_keypages.moc"
