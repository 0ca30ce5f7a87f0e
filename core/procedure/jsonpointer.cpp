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

QJsonValue child(const QJsonValue &parent, const QString &token)
{
    if (parent.isObject())
        return parent.toObject().value(token);
    bool isIndex = false;
    const int index = token.toInt(&isIndex);
    return parent.isArray() && isIndex ? parent.toArray().at(index) : QJsonValue(QJsonValue::Undefined);
}

bool isEmptyContainer(const QJsonValue &value)
{
    return (value.isObject() && value.toObject().isEmpty()) || (value.isArray() && value.toArray().isEmpty());
}

QJsonValue withMember(QJsonObject object, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined())
        object.remove(name);
    else
        object.insert(name, value);
    return object;
}

QJsonValue withItem(QJsonArray items, const QString &token, const QJsonValue &value)
{
    bool isIndex = false;
    const int index = token.toInt(&isIndex);
    if (!isIndex || index < 0 || index > items.size())
        return items;
    if (index == items.size() && !value.isUndefined())
        items.append(value);
    else if (index < items.size() && value.isUndefined())
        items.removeAt(index);
    else if (index < items.size())
        items.replace(index, value);
    return items;
}

QJsonValue withValue(const QJsonValue &parent, const QStringList &tokens, const QJsonValue &value)
{
    const QString &name = tokens.first();
    QJsonValue changed = value;
    if (tokens.size() > 1) {
        changed = withValue(child(parent, name), tokens.mid(1), value);
        if (isEmptyContainer(changed))
            changed = QJsonValue::Undefined;
    }
    return parent.isArray() ? withItem(parent.toArray(), name, changed) : withMember(parent.toObject(), name, changed);
}

} // namespace

QJsonValue valueAt(const QJsonObject &data, const QString &pointer)
{
    QJsonValue value = data;
    for (const QString &token : tokensOf(pointer))
        value = child(value, token);
    return value;
}

void setValueAt(QJsonObject &data, const QString &pointer, const QJsonValue &value)
{
    const QStringList tokens = tokensOf(pointer);
    if (tokens.isEmpty())
        data = value.toObject();
    else if (!value.isUndefined() || !valueAt(data, pointer).isUndefined())
        data = withValue(data, tokens, value).toObject();
}

} // namespace motcua
