#include "core/procedure/formstate.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QStringList tokensOf(const QString &pointer)
{
    QStringList tokens = pointer.split(u'/').mid(1);
    for (QString &token : tokens)
        token.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
    return tokens;
}

QJsonObject withValue(QJsonObject object, const QStringList &tokens, const QJsonValue &value)
{
    const QString &name = tokens.first();
    if (tokens.size() == 1) {
        if (value.isUndefined())
            object.remove(name);
        else
            object.insert(name, value);
        return object;
    }
    const QJsonObject child = withValue(object.value(name).toObject(), tokens.mid(1), value);
    if (child.isEmpty())
        object.remove(name);
    else
        object.insert(name, child);
    return object;
}

} // namespace

QJsonValue valueAt(const QJsonObject &data, const QString &pointer)
{
    QJsonValue value = data;
    for (const QString &token : tokensOf(pointer)) {
        bool isIndex = false;
        const int index = token.toInt(&isIndex);
        if (value.isArray() && isIndex)
            value = value.toArray().at(index);
        else if (value.isObject())
            value = value.toObject().value(token);
        else
            return QJsonValue::Undefined;
    }
    return value;
}

void setValueAt(QJsonObject &data, const QString &pointer, const QJsonValue &value)
{
    const QStringList tokens = tokensOf(pointer);
    if (tokens.isEmpty())
        data = value.toObject();
    else if (!value.isUndefined() || !valueAt(data, pointer).isUndefined())
        data = withValue(data, tokens, value);
}

} // namespace motcua
