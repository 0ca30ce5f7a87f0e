#include "core/procedure/requiredfields.h"

#include "core/procedure/packschema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// A part of the schema that applies to one place of the data.
struct Active
{
    QJsonObject schema;
    QString pointer; // into the resolved schema: the name of its compiled "if"
};

class Walk
{
public:
    explicit Walk(const CompiledPack &compiled)
        : m_compiled(compiled)
    {
    }

    void visit(const QList<Active> &candidates, const QJsonValue &data, const QString &pointer)
    {
        QList<Active> actives;
        for (const Active &candidate : candidates)
            expand(candidate, data, actives);
        QStringList names;
        for (const Active &active : std::as_const(actives)) {
            for (const auto &name : active.schema.value("required"_L1).toArray())
                required.insert(pointer + u'/' + name.toString());
            names += active.schema.value("properties"_L1).toObject().keys();
        }
        names.removeDuplicates();
        for (const QString &name : std::as_const(names))
            visitProperty(actives, name, data.toObject().value(name), pointer + u'/' + name);
    }

    QSet<QString> required;

private:
    void expand(const Active &active, const QJsonValue &data, QList<Active> &actives) const
    {
        actives.append(active);
        const QJsonArray all = active.schema.value("allOf"_L1).toArray();
        for (int i = 0; i < all.size(); ++i)
            expand({ all.at(i).toObject(), active.pointer + u"/allOf/"_s + QString::number(i) }, data, actives);
        if (!active.schema.contains("if"_L1))
            return;
        const QString branch = m_compiled.branch(active.pointer, data) ? u"then"_s : u"else"_s;
        if (active.schema.contains(branch))
            expand({ active.schema.value(branch).toObject(), active.pointer + u'/' + branch }, data, actives);
    }

    void visitProperty(const QList<Active> &actives, const QString &name, const QJsonValue &data, const QString &pointer)
    {
        const bool begun = !data.isUndefined();
        if (data.isArray())
            return visitRows(actives, name, data.toArray(), pointer);
        if (isLeaf(schemaAt(m_compiled.schema(), pointer)) || (begun && !data.isObject())
            || (!begun && !required.contains(pointer)))
            return;
        visit(propertyOf(actives, name), data.toObject(), pointer);
    }

    void visitRows(const QList<Active> &actives, const QString &name, const QJsonArray &rows, const QString &pointer)
    {
        QList<Active> items;
        for (const Active &list : propertyOf(actives, name)) {
            if (const QJsonValue item = list.schema.value("items"_L1); item.isObject())
                items.append({ item.toObject(), list.pointer + u"/items"_s });
        }
        for (int i = 0; i < rows.size() && !items.isEmpty(); ++i) {
            if (rows.at(i).isObject())
                visit(items, rows.at(i), pointer + u'/' + QString::number(i));
        }
    }

    static QList<Active> propertyOf(const QList<Active> &actives, const QString &name)
    {
        QList<Active> inside;
        for (const Active &active : actives) {
            const QJsonValue property = active.schema.value("properties"_L1).toObject().value(name);
            if (property.isObject())
                inside.append({ property.toObject(), active.pointer + u"/properties/"_s + name });
        }
        return inside;
    }

    const CompiledPack &m_compiled;
};

} // namespace

QSet<QString> requiredPointers(const CompiledPack &compiled, const QJsonObject &answers)
{
    Walk walk(compiled);
    walk.visit({ { compiled.schema(), {} } }, answers, {});
    return walk.required;
}

} // namespace motcua
