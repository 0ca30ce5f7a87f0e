#include "core/procedure/packschema.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <regex>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Nesting beyond this is a reference that names itself.
constexpr int deepestSchema = 40;

const QSet<QString> &annotationKeywords()
{
    static const QSet<QString> keywords {
        u"title"_s, u"description"_s, u"default"_s, u"examples"_s, u"$comment"_s, u"readOnly"_s
    };
    return keywords;
}

const QSet<QString> &assertionKeywords()
{
    static const QSet<QString> keywords {
        u"type"_s,
        u"properties"_s,
        u"required"_s,
        u"additionalProperties"_s,
        u"if"_s,
        u"then"_s,
        u"else"_s,
        u"allOf"_s,
        u"anyOf"_s,
        u"oneOf"_s,
        u"not"_s,
        u"const"_s,
        u"enum"_s,
        u"pattern"_s,
        u"minLength"_s,
        u"maxLength"_s,
        u"minimum"_s,
        u"maximum"_s,
        u"minItems"_s,
        u"maxItems"_s,
        u"items"_s,
        u"exclusiveMinimum"_s,
        u"exclusiveMaximum"_s,
        u"uniqueItems"_s,
        u"contains"_s,
        u"$ref"_s,
        u"$schema"_s,
        u"definitions"_s,
    };
    return keywords;
}

const QSet<QString> &knownFormats()
{
    static const QSet<QString> formats { u"personName"_s, u"personalId"_s,  u"partialDate"_s,    u"date"_s,  u"address"_s,
                                         u"ethnicity"_s,  u"nationality"_s, u"phone"_s,          u"email"_s, u"money"_s,
                                         u"area"_s,       u"time"_s,        u"insuranceNumber"_s };
    return formats;
}

OrProblem<void> checkPattern(const QString &pattern, const QString &pointer)
{
    // std::regex works on bytes: a letter with a mark would be two characters to it and one to every other validator.
    const bool ascii = std::all_of(pattern.cbegin(), pattern.cend(), [](QChar c) { return c.unicode() < 128; });
    if (!ascii)
        return problem(pointer, u"a pattern may hold ASCII characters only; use x-format for names"_s);
    try {
        std::regex compiled(pattern.toStdString());
    } catch (const std::regex_error &why) {
        return problem(pointer, QString::fromUtf8(why.what()));
    }
    return {};
}

OrProblem<void> checkOneKeyword(const QString &keyword, const QJsonValue &value, const QString &pointer)
{
    if (keyword == "pattern"_L1)
        return checkPattern(value.toString(), pointer);
    if (keyword == "x-format"_L1 && !knownFormats().contains(value.toString()))
        return problem(pointer, u"unknown x-format"_s);
    if (keyword == "items"_L1 && !value.isObject())
        return problem(pointer, u"items must be one schema"_s);
    if (keyword.startsWith("x-"_L1) || annotationKeywords().contains(keyword) || assertionKeywords().contains(keyword))
        return {};
    return problem(pointer, u"this keyword is not supported in packs"_s);
}

class Resolver
{
public:
    explicit Resolver(const QJsonObject &root)
        : m_definitions(root.value("definitions"_L1).toObject())
    {
    }

    OrProblem<QJsonValue> resolve(const QJsonValue &value, const QString &pointer, int depth) const
    {
        if (value.isBool())
            return value;
        if (!value.isObject())
            return problem(pointer, u"a schema must be an object"_s);
        if (depth > deepestSchema)
            return problem(pointer, u"the references go round in a circle"_s);
        const QJsonObject schema = value.toObject();
        if (schema.contains("$ref"_L1))
            return resolveReference(schema, pointer, depth);
        return resolveMembers(schema, pointer, depth);
    }

private:
    OrProblem<QJsonValue> resolveReference(const QJsonObject &schema, const QString &pointer, int depth) const
    {
        const QString reference = schema.value("$ref"_L1).toString();
        const QString prefix = u"#/definitions/"_s;
        const QString name = reference.mid(prefix.size());
        if (!reference.startsWith(prefix) || !m_definitions.contains(name))
            return problem(pointer + u"/$ref"_s, u"the reference points nowhere; only #/definitions/NAME is possible"_s);
        auto resolved = resolve(m_definitions.value(name), u"/schema/definitions/"_s + name, depth + 1);
        if (!resolved)
            return resolved;
        QJsonObject merged = resolved->toObject();
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            if (it.key() == "$ref"_L1)
                continue;
            if (!annotationKeywords().contains(it.key()) && !it.key().startsWith("x-"_L1))
                return problem(pointer + u'/' + it.key(), u"beside $ref, draft-07 ignores every keyword that decides validity"_s);
            merged.insert(it.key(), it.value());
        }
        return QJsonValue(merged);
    }

    OrProblem<QJsonValue> resolveMembers(const QJsonObject &schema, const QString &pointer, int depth) const
    {
        QJsonObject resolved;
        for (auto it = schema.begin(); it != schema.end(); ++it) {
            const QString here = pointer + u'/' + it.key();
            if (it.key() == "definitions"_L1)
                continue;
            if (auto known = checkOneKeyword(it.key(), it.value(), here); !known)
                return tl::unexpected(known.error());
            auto member = resolveMember(it.key(), it.value(), here, depth);
            if (!member)
                return member;
            resolved.insert(it.key(), *member);
        }
        return QJsonValue(resolved);
    }

    OrProblem<QJsonValue> resolveMember(const QString &keyword, const QJsonValue &value, const QString &pointer, int depth) const
    {
        static const QSet<QString> schemas {
            u"if"_s, u"then"_s, u"else"_s, u"not"_s, u"items"_s, u"contains"_s, u"additionalProperties"_s
        };
        static const QSet<QString> lists { u"allOf"_s, u"anyOf"_s, u"oneOf"_s };
        if (schemas.contains(keyword))
            return resolve(value, pointer, depth + 1);
        if (lists.contains(keyword))
            return resolveList(value.toArray(), pointer, depth);
        if (keyword == "properties"_L1)
            return resolveProperties(value.toObject(), pointer, depth);
        return value;
    }

    OrProblem<QJsonValue> resolveList(const QJsonArray &list, const QString &pointer, int depth) const
    {
        QJsonArray resolved;
        for (int i = 0; i < list.size(); ++i) {
            auto item = resolve(list.at(i), pointer + u'/' + QString::number(i), depth + 1);
            if (!item)
                return item;
            resolved.append(*item);
        }
        return QJsonValue(resolved);
    }

    OrProblem<QJsonValue> resolveProperties(const QJsonObject &properties, const QString &pointer, int depth) const
    {
        QJsonObject resolved;
        static const QRegularExpression usualName(u"\\A[a-z][A-Za-z0-9]*\\z"_s);
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            if (!usualName.match(it.key()).hasMatch())
                return problem(pointer, u"a property is named with ASCII letters and digits, beginning with a small letter"_s);
            auto property = resolve(it.value(), pointer + u'/' + it.key(), depth + 1);
            if (!property)
                return property;
            resolved.insert(it.key(), *property);
        }
        return QJsonValue(resolved);
    }

    QJsonObject m_definitions;
};

QList<Choice> choicesOf(const QJsonObject &schema)
{
    QList<Choice> choices;
    for (const auto &one : schema.value("oneOf"_L1).toArray()) {
        const QJsonObject choice = one.toObject();
        if (choice.contains("const"_L1))
            choices.append({ choice.value("const"_L1), choice.value("title"_L1).toString() });
    }
    for (const auto &value : schema.value("enum"_L1).toArray())
        choices.append({ value, value.toVariant().toString() });
    return choices;
}

void collectLeaves(const QJsonObject &schema, const QString &pointer, QStringList &leaves)
{
    if (isLeaf(schema)) {
        leaves.append(pointer);
        return;
    }
    const QJsonObject properties = schema.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it)
        collectLeaves(it.value().toObject(), pointer + u'/' + it.key(), leaves);
}

bool isRowNumber(const QString &token)
{
    return std::all_of(token.cbegin(), token.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

OrProblem<QJsonObject> resolvedPackSchema(const QJsonObject &schema)
{
    auto resolved = Resolver(schema).resolve(schema, u"/schema"_s, 0);
    if (!resolved)
        return tl::unexpected(resolved.error());
    return resolved->toObject();
}

OrProblem<void> checkKeywords(const QJsonObject &schema, const QString &pointer)
{
    auto resolved = Resolver({}).resolve(schema, pointer, 0);
    if (!resolved)
        return tl::unexpected(resolved.error());
    return {};
}

std::optional<QString> pointerOfScope(const QString &scope)
{
    if (scope == "#"_L1)
        return QString();
    const QStringList parts = scope.split(u'/');
    if (parts.size() < 3 || parts.size() % 2 == 0 || parts.first() != "#"_L1)
        return {};
    QString pointer;
    for (qsizetype i = 1; i < parts.size(); i += 2) {
        if (parts.at(i) != "properties"_L1)
            return {};
        pointer += u'/' + parts.at(i + 1);
    }
    return pointer;
}

QJsonObject schemaAt(const QJsonObject &resolvedSchema, const QString &pointer)
{
    QJsonObject schema = resolvedSchema;
    const QStringList tokens = pointer.split(u'/').mid(1);
    for (const QString &token : tokens) {
        if (schema.contains("items"_L1)) {
            schema = schema.value("items"_L1).toObject();
            if (isRowNumber(token))
                continue;
        }
        schema = schema.value("properties"_L1).toObject().value(token).toObject();
    }
    return schema;
}

bool isLeaf(const QJsonObject &schema)
{
    return schema.contains("x-format"_L1) || !schema.contains("properties"_L1);
}

QStringList leafPointers(const QJsonObject &resolvedSchema)
{
    QStringList leaves;
    collectLeaves(resolvedSchema, {}, leaves);
    return leaves;
}

FieldInfo fieldInfo(const QString &pointer, const QJsonObject &schema, bool multiline)
{
    FieldInfo field;
    field.pointer = pointer;
    field.type = schema.value("type"_L1).toString();
    field.format = schema.value("x-format"_L1).toString();
    field.title = schema.value("title"_L1).toString();
    field.help = schema.value("description"_L1).toString();
    field.source = legalSource(schema.value("x-source"_L1));
    field.choices = choicesOf(schema);
    field.defaultValue = schema.value("default"_L1);
    field.maxLength = schema.value("maxLength"_L1).toInt();
    field.multiline = multiline;
    field.confirmation = field.type == "boolean"_L1 && schema.value("const"_L1).toBool();
    return field;
}

LegalSource legalSource(const QJsonValue &value)
{
    const QJsonObject source = value.toObject();
    return { source.value("text"_L1).toString(), source.value("confidence"_L1).toString() };
}

} // namespace motcua
