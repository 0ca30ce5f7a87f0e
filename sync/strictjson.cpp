#include "sync/strictjson.h"

#include <QRegularExpression>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace motcua {

StrictJson::StrictJson(QJsonObject object, QString path, QString &problem)
    : m_object(std::move(object))
    , m_path(std::move(path))
    , m_problem(&problem)
{
}

QJsonValue StrictJson::member(const char *name) const
{
    return m_object.value(QLatin1StringView(name));
}

QString StrictJson::pointer(const char *name) const
{
    return m_path + u'/' + QLatin1StringView(name);
}

void StrictJson::complain(const QString &where)
{
    if (m_problem->isEmpty())
        *m_problem = where;
}

bool StrictJson::has(const char *name) const
{
    return m_object.contains(QLatin1StringView(name));
}

QString StrictJson::text(const char *name, qsizetype minLength, qsizetype maxLength)
{
    const QJsonValue value = member(name);
    const QString text = value.toString();
    if (!value.isString() || text.size() < minLength || text.size() > maxLength || text.contains(QChar(u'\0'))) {
        complain(pointer(name));
        return {};
    }
    return text;
}

QString StrictJson::digest(const char *name)
{
    static const QRegularExpression hexSha256(u"\\A[0-9a-f]{64}\\z"_s);
    const QString text = member(name).toString();
    if (!hexSha256.match(text).hasMatch()) {
        complain(pointer(name));
        return {};
    }
    return text;
}

QString StrictJson::dossierId(const char *name)
{
    const QString text = member(name).toString();
    if (QUuid::fromString(text).toString(QUuid::WithoutBraces) != text || QUuid::fromString(text).isNull()) {
        complain(pointer(name));
        return {};
    }
    return text;
}

QDateTime StrictJson::time(const char *name)
{
    static const QRegularExpression rfc3339(
        u"\\A\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)\\z"_s);
    const QString text = member(name).toString();
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    if (!rfc3339.match(text).hasMatch() || !time.isValid()) {
        complain(pointer(name));
        return {};
    }
    return time;
}

qint64 StrictJson::integer(const char *name, qint64 minimum, qint64 maximum)
{
    const QJsonValue value = member(name);
    const qint64 number = value.toInteger(minimum - 1); // also for 1.5 and 1e300
    if (!value.isDouble() || number < minimum || number > maximum) {
        complain(pointer(name));
        return 0;
    }
    return number;
}

bool StrictJson::flag(const char *name)
{
    const QJsonValue value = member(name);
    if (!value.isBool())
        complain(pointer(name));
    return value.toBool();
}

StrictJson StrictJson::object(const char *name)
{
    const QJsonValue value = member(name);
    if (!value.isObject())
        complain(pointer(name));
    return { value.toObject(), pointer(name), *m_problem };
}

QList<StrictJson> StrictJson::objects(const char *name, qsizetype most)
{
    const QJsonValue value = member(name);
    const QJsonArray array = value.toArray();
    QList<StrictJson> readers;
    if (!value.isArray() || array.size() > most) {
        complain(pointer(name));
        return readers;
    }
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString where = u"%1/%2"_s.arg(pointer(name)).arg(i);
        if (!array.at(i).isObject())
            complain(where);
        readers.append(StrictJson(array.at(i).toObject(), where, *m_problem));
    }
    return readers;
}

} // namespace motcua
