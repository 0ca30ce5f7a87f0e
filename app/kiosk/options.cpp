#include "app/kiosk/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Kiosk
{
    Q_DECLARE_TR_FUNCTIONS(Kiosk)
};

} // namespace

KioskOptions kioskOptions(const QStringList &arguments)
{
    const QCommandLineOption profile(u"profile"_s, Kiosk::tr("Folder of the kiosk (holds motcua.db)."), u"DIR"_s,
                                     QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QCommandLineOption kiosk(u"kiosk"_s, Kiosk::tr("Fill the screen."));
    const QCommandLineOption packs(
        u"packs"_s, Kiosk::tr("For writers of procedures: show the packs in this folder (demonstration kiosks only)."), u"DIR"_s);
    QCommandLineParser parser;
    parser.addOptions({ profile, kiosk, packs });
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);
    return { { parser.value(profile) }, parser.isSet(kiosk), parser.value(packs) };
}

} // namespace motcua
