// A tool, not a test: photographs the pages of the shell with invented dossiers into the folder named on the command line.
#include "tests/ui/shellkiosk.h"
#include "ui/form/capturepage.h"
#include "ui/form/formview.h"
#include "ui/review/reviewpage.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

struct Ids
{
    QString draft;
    QString waiting;
    QString doubted;
    QString refused;
    QString late;
    QString asked;
    QString supplement;
    QString result;
    QString linked;
};

Ids fill(ShellKiosk &kiosk)
{
    Ids ids;
    const QDateTime morning = kiosk.clock.time;
    kiosk.clock.time = morning.addDays(-6);
    ids.late = kiosk.submitted(u"Nguyễn Văn Hòa"_s);
    kiosk.received(ids.late, 41, morning.addDays(-1));
    kiosk.status(ids.late, 4);
    ids.asked = kiosk.submitted(u"Thị Hồng Nhung"_s);
    kiosk.received(ids.asked, 42, morning.addDays(2));
    kiosk.status(ids.asked, 5);
    const QString done = kiosk.submitted(u"Điểu Krôt"_s);
    kiosk.received(done, 43, morning.addDays(-2));
    kiosk.status(done, 10);
    ids.supplement = kiosk.submitted(u"Sùng Thị Dợ"_s);
    kiosk.received(ids.supplement, 46, morning.addDays(2));
    kiosk.supplement(ids.supplement, u"000.00.00.G15-KQ004946"_s, u"/requester/phone"_s);
    ids.result = kiosk.submitted(u"Điểu K' Brốp"_s);
    kiosk.received(ids.result, 47, morning.addDays(2));
    kiosk.result(ids.result, u"r-1"_s, *kiosk.counter.slip(ids.result).result(),
                 u"Mời công dân mang thẻ căn cước khi đến nhận."_s);
    kiosk.clock.time = morning.addDays(-2);
    ids.refused = kiosk.submitted(u"Lý A Páo"_s);
    kiosk.refused(ids.refused);
    const QString processing = kiosk.submitted(u"Trần Thị Bích Ngọc"_s);
    kiosk.received(processing, 44, morning.addDays(1));
    kiosk.status(processing, 4);
    const QString ready = kiosk.submitted(u"Hoàng Văn Thụ"_s);
    kiosk.received(ready, 45, morning.addDays(1));
    kiosk.status(ready, 9);
    kiosk.clock.time = morning.addSecs(-3 * 3600);
    ids.doubted = kiosk.submitted(u"Điểu Thị Bé"_s);
    kiosk.doubted(ids.doubted);
    ids.waiting = kiosk.submitted(u"Điểu Thị Mai"_s);
    kiosk.submitted(u"Phạm Công Tráng"_s);
    kiosk.submitted(u"Võ Thị Sáu Em"_s);
    kiosk.draft({});
    ids.draft = kiosk.draft(u"Huỳnh Kim Phụng"_s);
    ids.linked = kiosk.linkedDraft(u"3.000722"_s);
    (void)kiosk.counter.submit(ids.linked).result();
    kiosk.received(ids.linked, 51, morning.addDays(3));
    kiosk.status(ids.linked, 4);
    kiosk.branch(ids.linked, u"birth"_s, 9, {}, morning.addDays(1));
    kiosk.branch(ids.linked, u"residence"_s, 5, u"Thiếu ý kiến của chủ hộ"_s, morning.addDays(3));
    kiosk.branch(ids.linked, u"insurance"_s, 4, {}, morning.addDays(3));
    kiosk.clock.time = morning;
    SyncSnapshot snapshot;
    snapshot.link = LinkState::Offline;
    snapshot.lastSuccess = morning.addSecs(-15 * 3600);
    snapshot.nextAttempt = morning.addSecs(240);
    kiosk.monitor.publish(snapshot);
    return ids;
}

void settle()
{
    QTest::qWait(450);
}

class Camera
{
public:
    Camera(MainWindow &window, const QDir &folder, QString suffix)
        : m_window(window)
        , m_folder(folder)
        , m_suffix(std::move(suffix))
    {
    }

    void shoot(const QString &name)
    {
        settle();
        m_window.grab().save(m_folder.filePath(u"shell-%1%2.png"_s.arg(name, m_suffix)));
    }

private:
    MainWindow &m_window;
    QDir m_folder;
    QString m_suffix;
};

// Every state of the link on the home page, one picture each.
void shootLinks(ShellKiosk &kiosk, Camera &camera)
{
    SyncSnapshot snapshot = kiosk.monitor.snapshot();
    const auto shoot = [&](const QString &name) {
        kiosk.monitor.publish(snapshot);
        camera.shoot(u"link-"_s + name);
    };
    for (const auto &[name, state] : { std::pair { u"weak"_s, LinkState::Weak },
                                       { u"captive"_s, LinkState::CaptivePortal },
                                       { u"certificate"_s, LinkState::WrongCertificate },
                                       { u"busy"_s, LinkState::PortalBusy },
                                       { u"unauthorized"_s, LinkState::Unauthorized },
                                       { u"cloned"_s, LinkState::ClonedKiosk } }) {
        snapshot.link = state;
        shoot(name);
    }
    snapshot.link = LinkState::WrongClock;
    snapshot.clockAhead = std::chrono::hours(-26);
    shoot(u"clock"_s);
    snapshot.clockAhead.reset();
    snapshot.link = LinkState::Online;
    snapshot.heldBack = HeldBack::Metered;
    shoot(u"metered"_s);
    snapshot.heldBack = HeldBack::Nothing;
    snapshot.sending = true;
    snapshot.bytesConfirmed = 1'258'291;
    snapshot.bytesTotal = 3'565'158;
    snapshot.remaining = std::chrono::minutes(4);
    shoot(u"sending"_s);
    snapshot = {};
    snapshot.link = LinkState::Offline;
    kiosk.monitor.publish(snapshot);
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QTranslator texts;
    if (texts.load(u":/translations/motcua_vi.qm"_s))
        QCoreApplication::installTranslator(&texts);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 2)
        qFatal("usage: shellshots DIR [contrast] [WIDTHxHEIGHT] [PERCENT%%]");

    ShellKiosk kiosk;
    kiosk.demo = { { ShellKiosk::login, ShellKiosk::passphrase },
                   { u"tocongnghe1"_s, u"tre xanh đầu ngõ sớm mai"_s },
                   { u"cntt1"_s, u"suối reo qua thác đá xám"_s } };
    QSize size(1366, 768);
    QString suffix;
    for (const QString &argument : arguments.mid(2)) {
        if (argument == u"contrast"_s) {
            kiosk.settings.setTheme(ThemeKind::HighContrast);
            suffix += u"-contrast"_s;
        } else if (argument.endsWith(u'%')) {
            kiosk.settings.setTextPercent(argument.chopped(1).toInt());
            suffix += u"-text"_s + argument.chopped(1);
        } else if (argument.contains(u'x')) {
            size = { argument.section(u'x', 0, 0).toInt(), argument.section(u'x', 1, 1).toInt() };
            suffix += u'-' + argument;
        }
    }
    if (application.devicePixelRatio() > 1)
        suffix += u"-200"_s;
    applyTheme(application, Theme(kiosk.settings.theme(), kiosk.settings.textPercent()));
    kiosk.openStore();
    const Ids ids = fill(kiosk);

    MainWindow window(kiosk.services());
    window.resize(size);
    window.show();
    Camera camera(window, QDir(arguments[1]), suffix);
    camera.shoot(u"1-signin"_s);
    auto *passphrase = window.findChild<QLineEdit *>();
    passphrase->setText(u"không đúng"_s);
    QTest::keyClick(passphrase, Qt::Key_Return);
    QTest::qWait(60);
    QTest::qWait(2500);
    camera.shoot(u"2-signin-wrong"_s);
    passphrase->setText(ShellKiosk::passphrase);
    QTest::keyClick(passphrase, Qt::Key_Return);
    if (!QTest::qWaitFor([&] { return window.findChild<Desk *>(); }, 10000))
        qFatal("no desk");
    auto *desk = window.findChild<Desk *>();
    camera.shoot(u"3-home"_s);
    desk->chooseProcedure();
    camera.shoot(u"4-procedures"_s);
    desk->openForm(ids.draft);
    camera.shoot(u"5-form"_s);
    desk->goQueue();
    camera.shoot(u"6-queue"_s);
    desk->goQueue(DossierQuery::Filter::NeedsAction);
    camera.shoot(u"6-queue-action"_s);
    desk->goQueue(DossierQuery::Filter::Withdrawn);
    camera.shoot(u"6-queue-empty"_s);
    for (const auto &[name, id] : { std::pair { u"waiting"_s, ids.waiting },
                                    { u"doubt"_s, ids.doubted },
                                    { u"refused"_s, ids.refused },
                                    { u"late"_s, ids.late },
                                    { u"asked"_s, ids.asked },
                                    { u"supplement"_s, ids.supplement },
                                    { u"result"_s, ids.result },
                                    { u"linked"_s, ids.linked } }) {
        desk->openDossier(id);
        camera.shoot(u"7-dossier-"_s + name);
    }
    desk->openResult(ids.result, u"r-1"_s);
    settle();
    camera.shoot(u"7-result"_s);
    desk->goHome();
    shootLinks(kiosk, camera);
    desk->openSlip(ids.waiting);
    settle();
    camera.shoot(u"8-slip"_s);
    desk->openSlip(ids.linked);
    settle();
    camera.shoot(u"8-slip-linked"_s);
    for (const QString &procedure : { u"3.000722"_s, u"2.002913"_s }) {
        desk->openForm(kiosk.linkedDraft(procedure));
        settle();
        auto *page = window.findChild<CapturePage *>();
        for (int step = 0; page && step < int(page->form()->steps().size()) + 2; ++step) {
            page->goToStep(step);
            camera.shoot(u"linked-%1-%2"_s.arg(procedure).arg(step, 2, 10, QLatin1Char('0')));
        }
    }
    desk->goSettings();
    camera.shoot(u"9-settings"_s);
    desk->sendNow();
    camera.shoot(u"9-toast"_s);
    QTest::keyClick(&window, Qt::Key_F1);
    settle();
    if (QWidget *sheet = QApplication::activeModalWidget())
        sheet->grab().save(QDir(arguments[1]).filePath(u"shell-9-help%1.png"_s.arg(suffix)));
    return 0;
}
