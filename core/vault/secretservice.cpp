#include "core/vault/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFile>
#include <QMap>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using Attributes = QMap<QString, QString>;

const QString serviceName = u"org.freedesktop.secrets"_s;
const QString servicePath = u"/org/freedesktop/secrets"_s;
const QString serviceInterface = u"org.freedesktop.Secret.Service"_s;

QDBusMessage callOf(const QString &path, const QString &interface, const QString &method, const QVariantList &arguments)
{
    QDBusMessage call = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    call.setArguments(arguments);
    return call;
}

ServiceState stateOf(const QDBusMessage &answer)
{
    const QString name = answer.errorName();
    if (name.endsWith(".NoReply"_L1) || name.endsWith(".Timeout"_L1) || name.endsWith(".TimedOut"_L1))
        return ServiceState::NoAnswer;
    return ServiceState::NoService;
}

bool isError(const QDBusMessage &answer)
{
    return answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty();
}

QList<QDBusObjectPath> pathsOf(const QVariant &argument)
{
    return qdbus_cast<QList<QDBusObjectPath>>(argument);
}

} // namespace

ServiceState secretServiceEntry(const QString &server, const QString &user, int timeoutMs)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return ServiceState::NoBus;
    qDBusRegisterMetaType<Attributes>();
    const Attributes wanted { { u"server"_s, server }, { u"user"_s, user } };
    const QDBusMessage answer = bus.call(callOf(servicePath, serviceInterface, u"SearchItems"_s, { QVariant::fromValue(wanted) }),
                                         QDBus::Block, timeoutMs);
    if (isError(answer) || answer.arguments().size() < 2)
        return stateOf(answer);
    if (!pathsOf(answer.arguments().at(0)).isEmpty())
        return ServiceState::Unlocked;
    return pathsOf(answer.arguments().at(1)).isEmpty() ? ServiceState::Absent : ServiceState::Locked;
}

ServiceState secretServiceDefaultKeyring(int timeoutMs)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return ServiceState::NoBus;
    const QDBusMessage alias =
        bus.call(callOf(servicePath, serviceInterface, u"ReadAlias"_s, { u"default"_s }), QDBus::Block, timeoutMs);
    if (isError(alias))
        return stateOf(alias);
    const QString path = qdbus_cast<QDBusObjectPath>(alias.arguments().constFirst()).path();
    if (path == u"/"_s)
        return ServiceState::Absent;
    const QVariantList what { u"org.freedesktop.Secret.Collection"_s, u"Locked"_s };
    const QDBusMessage locked =
        bus.call(callOf(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, what), QDBus::Block, timeoutMs);
    if (isError(locked))
        return stateOf(locked);
    return qdbus_cast<QDBusVariant>(locked.arguments().constFirst()).variant().toBool() ? ServiceState::Locked
                                                                                        : ServiceState::Unlocked;
}

QString secretServiceName(int timeoutMs)
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return {};
    QDBusMessage call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                       u"org.freedesktop.DBus"_s, u"GetConnectionUnixProcessID"_s);
    call.setArguments({ serviceName });
    const QDBusMessage answer = bus.call(call, QDBus::Block, timeoutMs);
    if (isError(answer))
        return {};
    QFile name(u"/proc/%1/comm"_s.arg(answer.arguments().constFirst().toUInt()));
    if (!name.open(QIODevice::ReadOnly))
        return u"Secret Service"_s;
    return u"Secret Service (%1)"_s.arg(QString::fromUtf8(name.readAll()).trimmed());
}

} // namespace motcua
