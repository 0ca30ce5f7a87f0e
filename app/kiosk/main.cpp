#include "app/engine/engine.h"
#include "app/engine/hardening.h"
#include "app/kiosk/democredentials.h"
#include "app/kiosk/fontlist.h"
#include "app/kiosk/options.h"
#include "app/kiosk/sessionwatch.h"
#include "core/base/errorcatalog.h"
#include "core/base/log.h"
#include "core/catalog/packworkshop.h"
#include "ui/settings/filesettings.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startproblem.h"
#include "ui/theme/bundledfonts.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QTimer>
#include <QTranslator>
#include <QtConcurrent>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace motcua;

namespace {

int showProblem(const Error &error)
{
    qCCritical(logApp).noquote() << forLog(error);
    StartProblem window(error);
    window.show();
    return QApplication::exec();
}

constexpr auto firstPaint = 150ms; // what nobody waits for begins after it

// The keychain may open the store before anybody signs in, so that waiting dossiers travel; without it the first sign-in does.
void openUnattended(Engine &engine, MainWindow &window)
{
    engine.gate.openUnattended().then(&window, [](const Result<void> &opened) {
        if (!opened)
            qCInfo(logVault).noquote() << "waiting for a passphrase:" << forLog(opened.error());
    });
}

// While somebody types a passphrase the procedures are read; a program built with a wrong one says so and goes no further.
void readProcedures(Engine &engine, MainWindow &window)
{
    QtConcurrent::run([packs = engine.packs] { return packs.load(); }).then(&window, [&window](const Result<void> &loaded) {
        if (loaded)
            return;
        qCCritical(logApp).noquote() << forLog(loaded.error());
        auto *problem = new StartProblem(loaded.error());
        problem->setAttribute(Qt::WA_DeleteOnClose);
        problem->show();
        window.hide();
    });
}

// Letters that the bundled font lacks (a name in Chinese) are found from now on.
void readFonts(FontList &fonts, MainWindow &window)
{
    QtConcurrent::run([&fonts] { fonts.readMachine(); }).then(&window, [&fonts, &window] {
        if (!fonts.useMachine())
            return;
        rereadMachineFonts();
        window.update();
    });
}

int runKiosk(Engine &engine, UiSettings &settings, const KioskOptions &options, FontList &fonts)
{
    std::unique_ptr<PackWorkshop> workshop;
    if (!options.packs.isEmpty()) {
        Result<std::unique_ptr<PackWorkshop>> opened = PackWorkshop::open(options.packs, engine.profile);
        if (!opened)
            return showProblem(opened.error());
        workshop = std::move(*opened);
        const auto show = [&engine, shop = workshop.get()] { engine.catalog->showDrafts(shop->packs()); };
        QObject::connect(workshop.get(), &PackWorkshop::changed, workshop.get(), show);
        show();
    }
    UiServices services { engine.gate,
                          engine.counter,
                          engine.monitor,
                          engine.syncControl(),
                          engine.changes,
                          engine.units,
                          engine.profile,
                          engine.clock,
                          settings,
                          engine.reader,
                          demoCredentials(engine.files, engine.profile),
                          engine.catalog.get(),
                          &engine.portalCatalog,
                          workshop.get(),
                          &engine.housekeeping };
    MainWindow window(services);
    // A kiosk session may have no window manager that would make a window fill the screen.
    window.setGeometry(window.screen()->availableGeometry());
    options.fullScreen ? window.showFullScreen() : window.showMaximized();
    window.activateWindow(); // nobody else would give it the keyboard there

    engine.syncWhenOpen();
    QObject::connect(&engine.gate, &Gate::opened, &engine.housekeeping, &Housekeeping::start, Qt::QueuedConnection);
    SessionWatch session;
    QObject::connect(&session, &SessionWatch::leaving, &window, &MainWindow::lock);
    QTimer::singleShot(firstPaint, &window, [&] {
        readFonts(fonts, window);
        session.start();
        openUnattended(engine, window);
        readProcedures(engine, window);
    });
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    hardenProcess();
    FontList fonts;
    QApplication application(argc, argv);
    fonts.wait();
    QCoreApplication::setApplicationName(u"motcua"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(MOTCUA_VERSION));
    QTranslator texts;
    if (texts.load(u":/translations/motcua_vi.qm"_s))
        QCoreApplication::installTranslator(&texts);
    QGuiApplication::setApplicationDisplayName(u"Một Cửa"_s);

    const KioskOptions options = kioskOptions(QCoreApplication::arguments());
    FileSettings settings(options.files.directory + u"/screen.ini"_s);
    applyTheme(application, Theme(settings.theme(), settings.textPercent()));
    if (QFile::exists(options.files.profile()))
        installFileLog(options.files.log());

    const Result<std::unique_ptr<Engine>> engine = Engine::open(options.files);
    return engine ? runKiosk(**engine, settings, options, fonts) : showProblem(engine.error());
}
