#include "core/procedure/packreader.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/layoutparser.h"
#include "core/procedure/packparts.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QByteArray shippedFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const SchemaValidator &metaSchema()
{
    static const SchemaValidator validator = [] {
        const QJsonDocument document = QJsonDocument::fromJson(shippedFile(u":/procedures/pack.schema.json"_s));
        const auto compiled = SchemaValidator::compile(document.object());
        Q_ASSERT_X(compiled && !document.isNull(), "metaSchema", "the meta-schema is linked into the program");
        return *compiled;
    }();
    return validator;
}

QStringList strings(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

QDate date(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

// Builds one pack, member by member; the first problem ends it.
class PackReader
{
public:
    explicit PackReader(QJsonObject json)
        : m_json(std::move(json))
        , m_pack(std::make_shared<ProcedurePack>())
    {
    }

    OrProblem<std::shared_ptr<ProcedurePack>> read()
    {
        using Step = OrProblem<void> (PackReader::*)();
        static constexpr Step steps[] = { &PackReader::checkAgainstMetaSchema,
                                          &PackReader::readFacts,
                                          &PackReader::readDates,
                                          &PackReader::readSchema,
                                          &PackReader::readLayout,
                                          &PackReader::readComponents,
                                          &PackReader::readAdvice,
                                          &PackReader::readPointers,
                                          &PackReader::readParts,
                                          &PackReader::checkTexts };
        for (const Step step : steps) {
            if (auto done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        }
        m_pack->compiled = m_compiled;
        return m_pack;
    }

private:
    OrProblem<void> checkAgainstMetaSchema()
    {
        const QList<SchemaViolation> violations = metaSchema().violations(m_json);
        if (!violations.isEmpty())
            return problem(violations.first().pointer, u"breaks pack.schema.json: "_s + violations.first().keyword);
        return {};
    }

    OrProblem<void> readFacts()
    {
        ProcedurePack &pack = *m_pack;
        pack.code = m_json.value("code"_L1).toString();
        pack.version = m_json.value("version"_L1).toString();
        pack.name = m_json.value("name"_L1).toString();
        pack.shortName = m_json.value("shortName"_L1).toString(pack.name);
        pack.field = m_json.value("field"_L1).toString();
        pack.handler = m_json.value("handler"_L1).toString();
        pack.keywords = strings(m_json.value("keywords"_L1));
        pack.confidence = m_json.value("confidence"_L1).toString();
        pack.deadline = m_json.value("deadline"_L1).toObject();
        pack.fee = m_json.value("fee"_L1).toObject();
        pack.deadlineText = pack.deadline.value("text"_L1).toString();
        pack.feeText = pack.fee.value("text"_L1).toString();
        pack.resultText = m_json.value("result"_L1).toObject().value("text"_L1).toString();
        for (const auto &basis : m_json.value("legalBasis"_L1).toArray())
            pack.legalBasis.append(legalSource(basis));
        return {};
    }

    OrProblem<void> readDates()
    {
        ProcedurePack &pack = *m_pack;
        pack.validFrom = date(m_json.value("validFrom"_L1));
        pack.validTo = date(m_json.value("validTo"_L1));
        pack.checkedOn = date(m_json.value("checkedOn"_L1));
        if (!pack.validFrom.isValid())
            return problem(u"/validFrom"_s, u"no such day"_s);
        if (!pack.checkedOn.isValid())
            return problem(u"/checkedOn"_s, u"no such day"_s);
        if (m_json.contains("validTo"_L1) && (!pack.validTo.isValid() || pack.validTo < pack.validFrom))
            return problem(u"/validTo"_s, u"no such day, or before validFrom"_s);
        return {};
    }

    OrProblem<void> readSchema()
    {
        m_pack->schema = m_json.value("schema"_L1).toObject();
        auto resolved = resolvedPackSchema(m_pack->schema);
        if (!resolved)
            return tl::unexpected(resolved.error());
        auto whole = SchemaValidator::compile(*resolved);
        if (!whole)
            return problem(u"/schema"_s, whole.error());
        m_compiled = std::make_shared<CompiledPack>(*std::move(resolved), *std::move(whole));
        if (auto done = checkDefaults(); !done)
            return done;
        return m_compiled->addBranches();
    }

    OrProblem<void> checkDefaults() const { return checkDefaults(m_compiled->schema(), u"/schema"_s); }

    static OrProblem<void> checkDefaults(const QJsonObject &schema, const QString &filePointer)
    {
        for (const QString &pointer : leafPointers(schema)) {
            const QJsonObject leaf = schemaAt(schema, pointer);
            const QString at = filePointer + QString(pointer).replace(u"/"_s, u"/properties/"_s);
            if (leaf.contains("items"_L1)) {
                if (auto done = checkDefaults(leaf.value("items"_L1).toObject(), at + u"/items"_s); !done)
                    return done;
            }
            if (!leaf.contains("default"_L1))
                continue;
            const auto validator = SchemaValidator::compile(leaf);
            if (!validator || !validator->accepts(leaf.value("default"_L1)))
                return problem(at + u"/default"_s, u"the default breaks its own schema"_s);
        }
        return {};
    }

    OrProblem<void> readLayout()
    {
        m_pack->uiSchema = m_json.value("uiSchema"_L1).toObject();
        auto layout = parseLayout(m_pack->uiSchema, m_compiled->schema());
        if (!layout)
            return tl::unexpected(layout.error());
        m_pack->layout = *std::move(layout);
        if (auto done = compileRules(m_pack->layout, u"/uiSchema"_s, {}); !done)
            return done;
        for (const QString &pointer : leafPointers(m_compiled->schema())) {
            const bool derived = schemaAt(m_compiled->schema(), pointer).contains("x-derived"_L1);
            if (!derived && !m_compiled->fieldOf(pointer))
                return problem(schemaPointer(pointer), u"no control fills in this property"_s);
        }
        return m_compiled->addDerivations();
    }

    OrProblem<void> compileRules(LayoutElement &element, const QString &pointer, const QString &outerSection)
    {
        const bool isSection = element.kind == LayoutElement::Kind::Group || element.kind == LayoutElement::Kind::Category;
        const QString section = isSection && !element.label.isEmpty() ? element.label : outerSection;
        if (element.rule) {
            if (auto done = m_compiled->addCondition(ruleName(element.id), *element.rule, pointer + u"/rule/condition"_s); !done)
                return done;
        }
        if (element.field) {
            element.field->section = section;
            FieldInfo field = *element.field;
            field.title = element.label;
            m_compiled->addField(field);
            if (auto done = readRows(element, pointer); !done)
                return done;
        }
        for (qsizetype i = 0; i < element.children.size(); ++i) {
            if (auto done = compileRules(element.children[i], pointer + u"/elements/"_s + QString::number(i), section); !done)
                return done;
        }
        return {};
    }

    OrProblem<void> readRows(const LayoutElement &control, const QString &pointer)
    {
        if (control.field->type != "array"_L1)
            return {};
        const auto rows = parseRowForm(control, schemaAt(m_compiled->schema(), control.field->pointer), pointer);
        if (!rows)
            return tl::unexpected(rows.error());
        m_compiled->addRowForm(control.field->pointer, *rows);
        return {};
    }

    OrProblem<std::optional<LayoutRule>> readCondition(const QJsonObject &owner, QLatin1StringView member, const QString &name,
                                                       const QString &ownerPointer)
    {
        if (!owner.contains(member))
            return std::optional<LayoutRule>();
        const QString pointer = ownerPointer + u'/' + member;
        const auto rule = parseCondition(owner.value(member).toObject(), m_compiled->schema(), pointer);
        if (!rule)
            return tl::unexpected(rule.error());
        if (auto done = m_compiled->addCondition(name, *rule, pointer); !done)
            return tl::unexpected(done.error());
        return std::optional<LayoutRule>(*rule);
    }

    OrProblem<void> readComponents()
    {
        static const QHash<QString, Component::Handling> handlings { { u"submit"_s, Component::Handling::Submit },
                                                                     { u"show"_s, Component::Handling::Show },
                                                                     { u"copy"_s, Component::Handling::Copy } };
        QSet<QString> codes;
        const QJsonArray components = m_json.value("components"_L1).toArray();
        for (int i = 0; i < components.size(); ++i) {
            const QString pointer = u"/components/"_s + QString::number(i);
            const QJsonObject json = components.at(i).toObject();
            Component component;
            component.code = json.value("code"_L1).toString();
            if (codes.contains(component.code))
                return problem(pointer + u"/code"_s, u"two components have this code"_s);
            codes.insert(component.code);
            component.title = json.value("title"_L1).toString();
            component.help = json.value("help"_L1).toString();
            component.handling = handlings.value(json.value("handling"_L1).toString());
            component.originals = json.value("originals"_L1).toInt();
            component.copies = json.value("copies"_L1).toInt();
            component.mayGoSmall = json.value("rendition"_L1).toString() == "allowed"_L1;
            component.required = json.value("required"_L1).toBool();
            component.source = legalSource(json.value("x-source"_L1));
            const auto condition = readCondition(json, "condition"_L1, componentName(component.code), pointer);
            if (!condition)
                return tl::unexpected(condition.error());
            const auto requiredWhen = readCondition(json, "requiredWhen"_L1, componentRequiredName(component.code), pointer);
            if (!requiredWhen)
                return tl::unexpected(requiredWhen.error());
            component.condition = *condition;
            component.requiredWhen = *requiredWhen;
            m_pack->components.append(component);
        }
        return {};
    }

    OrProblem<void> readAdvice()
    {
        static const QHash<QString, Advice::Kind> adviceKinds { { u"notice"_s, Advice::Kind::Notice },
                                                                { u"notNeeded"_s, Advice::Kind::NotNeeded },
                                                                { u"refuse"_s, Advice::Kind::Refuse } };
        QSet<QString> ids;
        const QJsonArray all = m_json.value("advice"_L1).toArray();
        for (int i = 0; i < all.size(); ++i) {
            const QString pointer = u"/advice/"_s + QString::number(i);
            const QJsonObject json = all.at(i).toObject();
            Advice advice;
            advice.id = json.value("id"_L1).toString();
            if (ids.contains(advice.id))
                return problem(pointer + u"/id"_s, u"two pieces of advice have this id"_s);
            ids.insert(advice.id);
            advice.kind = adviceKinds.value(json.value("kind"_L1).toString());
            advice.title = json.value("title"_L1).toString();
            advice.text = json.value("text"_L1).toString();
            advice.source = legalSource(json.value("x-source"_L1));
            const auto condition = readCondition(json, "condition"_L1, adviceName(advice.id), pointer);
            if (!condition)
                return tl::unexpected(condition.error());
            advice.condition = condition->value_or(LayoutRule());
            m_pack->advice.append(advice);
        }
        return {};
    }

    OrProblem<void> readPointers()
    {
        ProcedurePack &pack = *m_pack;
        const std::pair<QLatin1StringView, QStringList *> lists[] = { { "applicant"_L1, &pack.applicantPointers },
                                                                      { "requester"_L1, &pack.requesterPointers },
                                                                      { "personalId"_L1, &pack.personalIdPointers },
                                                                      { "phone"_L1, &pack.phonePointers } };
        const QJsonObject people = m_json.value("people"_L1).toObject();
        for (const auto &[name, list] : lists) {
            *list = strings(people.value(name));
            for (qsizetype i = 0; i < list->size(); ++i) {
                const FieldInfo *field = m_compiled->fieldOf(list->at(i));
                if (!field || field->pointer != list->at(i))
                    return problem(u"/people/"_s + name + u'/' + QString::number(i),
                                   u"this pointer leads to no field of the form"_s);
            }
        }
        pack.applicantPointer = pack.applicantPointers.value(0);
        pack.requesterPointer = pack.requesterPointers.value(0);
        pack.personalIdPointer = pack.personalIdPointers.value(0);
        pack.phonePointer = pack.phonePointers.value(0);
        return {};
    }

    OrProblem<void> readParts()
    {
        m_pack->json = m_json;
        return checkParts(m_json, *m_compiled);
    }

    // A translation is kept by the pointer of the text that it translates, so that a text can never lose its translation silently.
    OrProblem<void> checkTexts()
    {
        const QJsonObject texts = m_json.value("texts"_L1).toObject();
        for (auto language = texts.begin(); language != texts.end(); ++language) {
            const QJsonObject translations = language.value().toObject();
            for (auto it = translations.begin(); it != translations.end(); ++it) {
                if (!valueAt(m_json, it.key()).isString())
                    return problem(u"/texts/"_s + language.key(), u"translates a text that is not in this file: "_s + it.key());
            }
        }
        return {};
    }

    static QString schemaPointer(const QString &dataPointer)
    {
        return u"/schema"_s + QString(dataPointer).replace(u"/"_s, u"/properties/"_s);
    }

    QJsonObject m_json;
    std::shared_ptr<ProcedurePack> m_pack;
    std::shared_ptr<CompiledPack> m_compiled;
};

} // namespace

OrProblem<std::shared_ptr<ProcedurePack>> readPack(const QJsonObject &json)
{
    return PackReader(json).read();
}

} // namespace motcua
