#include "core/procedure/schemavalidator.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// The library says what failed in words only; these words are stable from 1.0 to 1.1.3, and tst_schemavalidator pins them.
struct Saying
{
    QLatin1StringView begins;
    QLatin1StringView keyword;
};

constexpr std::array sayings {
    Saying { "Value type not permitted"_L1, "type"_L1 },
    Saying { "Missing required property"_L1, "required"_L1 },
    Saying { "Object contains a property"_L1, "additionalProperties"_L1 },
    Saying { "Failed to validate against any child schemas"_L1, "oneOf"_L1 },
    Saying { "Failed to validate against exactly one"_L1, "oneOf"_L1 },
    Saying { "Failed to validate against any schemas allowed by anyOf"_L1, "anyOf"_L1 },
    Saying { "Failed to match against any enum"_L1, "enum"_L1 },
    Saying { "Failed to match regex"_L1, "pattern"_L1 },
    Saying { "String should be no fewer"_L1, "minLength"_L1 },
    Saying { "String should be no more"_L1, "maxLength"_L1 },
    Saying { "Expected number greater than or equal"_L1, "minimum"_L1 },
    Saying { "Expected number greater"_L1, "exclusiveMinimum"_L1 },
    Saying { "Expected number less than or equal"_L1, "maximum"_L1 },
    Saying { "Expected number less"_L1, "exclusiveMaximum"_L1 },
    Saying { "Array should contain no fewer"_L1, "minItems"_L1 },
    Saying { "Array should contain no more"_L1, "maxItems"_L1 },
    Saying { "Elements at indexes"_L1, "uniqueItems"_L1 },
    Saying { "Failed to any values"_L1, "contains"_L1 },
    Saying { "Target should not validate"_L1, "not"_L1 },
    Saying { "Failed to match expected value"_L1, "const"_L1 },
    Saying { "Failed to validate against schema associated with property name"_L1, "false"_L1 },
};

// Lower says more; the rest of the table keeps its order.
int rankOf(const QString &keyword)
{
    const auto found =
        std::find_if(sayings.begin(), sayings.end(), [&](const Saying &saying) { return saying.keyword == keyword; });
    return int(found - sayings.begin());
}

QString escaped(QString token)
{
    return token.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

QString quotedPart(const QString &text)
{
    const qsizetype begin = text.lastIndexOf(" '"_L1) + 2;
    return text.mid(begin, text.lastIndexOf(u'\'') - begin);
}

QString pointerOf(const std::vector<std::string> &context)
{
    QString pointer;
    for (size_t i = 1; i < context.size(); ++i) {
        QString token = QString::fromStdString(context[i]);
        if (token.startsWith(u'[') && token.endsWith(u']'))
            token = token.mid(1, token.size() - 2);
        if (token.size() > 1 && token.startsWith(u'"') && token.endsWith(u'"'))
            token = token.mid(1, token.size() - 2);
        pointer += u'/' + escaped(token);
    }
    return pointer;
}

int firstNumber(const QString &text)
{
    static const QRegularExpression digits(u"-?\\d+"_s);
    return digits.match(text).captured().toInt();
}

void keepTheTelling(QList<SchemaViolation> &found, const SchemaViolation &next)
{
    const auto same = std::find_if(found.begin(), found.end(), [&](const auto &one) { return one.pointer == next.pointer; });
    if (same == found.end())
        found.append(next);
    else if (rankOf(next.keyword) < rankOf(same->keyword))
        *same = next;
}

// "The property does not fit" only repeats what was said of it or its inside, unless nothing was said there (the schema `false`).
void dropEchoes(QList<SchemaViolation> &found)
{
    const QList<SchemaViolation> all = found;
    found.removeIf([&](const SchemaViolation &echo) {
        return echo.keyword == "false"_L1 && std::any_of(all.cbegin(), all.cend(), [&](const SchemaViolation &other) {
                   return other.pointer != echo.pointer && other.pointer.startsWith(echo.pointer + u'/');
               });
    });
}

QList<SchemaViolation> collected(valijson::ValidationResults &results)
{
    QList<SchemaViolation> found;
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        const QString text = QString::fromStdString(error.description);
        const auto saying =
            std::find_if(sayings.begin(), sayings.end(), [&](const Saying &one) { return text.startsWith(one.begins); });
        if (saying == sayings.end())
            continue;
        SchemaViolation violation { pointerOf(error.context), saying->keyword, firstNumber(text) };
        if (saying->keyword == "required"_L1 || saying->keyword == "additionalProperties"_L1 || saying->keyword == "false"_L1)
            violation.pointer += u'/' + escaped(quotedPart(text));
        keepTheTelling(found, violation);
    }
    dropEchoes(found);
    if (found.isEmpty())
        found.append({ {}, u"schema"_s, 0 });
    return found;
}

bool acceptsUndefined(const QJsonValue &schema)
{
    if (schema.isBool())
        return schema.toBool();
    const QJsonObject object = schema.toObject();
    if (object.contains("type"_L1) || object.contains("const"_L1) || object.contains("enum"_L1))
        return false;
    const QJsonArray all = object.value("allOf"_L1).toArray();
    if (!std::all_of(all.begin(), all.end(), [](const QJsonValue &one) { return acceptsUndefined(one); }))
        return false;
    const QJsonArray any = object.value("anyOf"_L1).toArray();
    if (!any.isEmpty() && std::none_of(any.begin(), any.end(), [](const QJsonValue &one) { return acceptsUndefined(one); }))
        return false;
    const QJsonArray one = object.value("oneOf"_L1).toArray();
    if (!one.isEmpty()
        && std::count_if(one.begin(), one.end(), [](const QJsonValue &each) { return acceptsUndefined(each); }) != 1)
        return false;
    if (object.contains("not"_L1) && acceptsUndefined(object.value("not"_L1)))
        return false;
    if (!object.contains("if"_L1))
        return true;
    const QJsonValue branch = object.value(acceptsUndefined(object.value("if"_L1)) ? "then"_L1 : "else"_L1);
    return branch.isUndefined() || acceptsUndefined(branch);
}

// The validator keeps its compiled regular expressions and is not thread-safe; the schema is.
valijson::Validator &validatorOfThisThread()
{
    thread_local valijson::Validator validator;
    return validator;
}

} // namespace

struct SchemaValidator::Compiled
{
    QJsonValue source;
    valijson::Schema schema;
};

SchemaValidator::SchemaValidator(std::shared_ptr<const Compiled> compiled)
    : m(std::move(compiled))
{
}

tl::expected<SchemaValidator, QString> SchemaValidator::compile(const QJsonValue &schema)
{
    try {
        auto compiled = std::make_shared<Compiled>();
        compiled->source = schema;
        valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
        parser.populateSchema(valijson::adapters::QtJsonAdapter(schema), compiled->schema);
        return SchemaValidator(std::move(compiled));
    } catch (const std::exception &why) {
        return tl::unexpected(QString::fromUtf8(why.what()));
    }
}

bool SchemaValidator::accepts(const QJsonValue &value) const
{
    if (value.isUndefined())
        return acceptsUndefined(m->source);
    try {
        return validatorOfThisThread().validate(m->schema, valijson::adapters::QtJsonAdapter(value), nullptr);
    } catch (const std::exception &) {
        return false;
    }
}

QList<SchemaViolation> SchemaValidator::violations(const QJsonValue &value) const
{
    try {
        valijson::ValidationResults results;
        if (validatorOfThisThread().validate(m->schema, valijson::adapters::QtJsonAdapter(value), &results))
            return {};
        return collected(results);
    } catch (const std::exception &) {
        return { { {}, u"schema"_s, 0 } };
    }
}

} // namespace motcua
