#include "app/kiosk/democredentials.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace motcua {

QList<DemoCredential> demoCredentials(const ProfileFiles &files, const KioskProfile &profile)
{
    QFile file(files.directory + u"/demo-accounts.json"_s);
    if (!profile.demo || !file.open(QIODevice::ReadOnly))
        return {};
    QList<DemoCredential> credentials;
    for (const QJsonValue account : QJsonDocument::fromJson(file.readAll()).array())
        credentials.append({ account["login"_L1].toString(), account["passphrase"_L1].toString() });
    return credentials;
}

} // namespace motcua
