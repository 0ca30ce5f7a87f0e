#include "core/procedure/packlint.h"

#include "core/procedure/deadrules.h"
#include "core/procedure/packschema.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QVersionNumber>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using Severity = LintFinding::Severity;

QString child(const QString &pointer, const QString &name)
{
    return pointer + u'/' + QString(name).replace(u"~"_s, u"~0"_s).replace(u"/"_s, u"~1"_s);
}

QString child(const QString &pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

class Linter
{
public:
    explicit Linter(const QJsonObject &pack)
        : m_pack(pack)
        , m_schema(pack.value("schema"_L1).toObject())
    {
    }

    QList<LintFinding> run()
    {
        checkFields(m_schema, u"/schema"_s, false);
        checkDefinitions();
        checkTexts(m_pack, {});
        checkSources();
        checkConfidence();
        if (const auto resolved = resolvedPackSchema(m_schema)) {
            const QList<DeadRule> dead = deadRules(m_pack, *resolved);
            for (const DeadRule &rule : dead)
                warn(u"dead-rule"_s, rule.pointer, rule.reason);
        }
        return m_findings;
    }

private:
    void warn(const QString &rule, const QString &pointer, const QString &text)
    {
        m_findings.append({ Severity::Warning, rule, pointer, text });
    }

    // Every field that a person fills in: a title, and where its rules come from; the source of a group serves its fields.
    void checkFields(const QJsonObject &schema, const QString &pointer, bool sourced)
    {
        const QJsonObject properties = schema.value("properties"_L1).toObject();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const QString here = child(child(pointer, u"properties"_s), it.key());
            const QJsonObject field = withReference(it.value().toObject());
            const bool hasSource = sourced || field.contains("x-source"_L1);
            checkMembers(it.value().toObject(), here);
            if (!isLeaf(field)) {
                checkFields(field, here, hasSource);
                continue;
            }
            if (!field.contains("title"_L1))
                warn(u"missing-text"_s, here, u"this field has no title"_s);
            if (!hasSource)
                warn(u"missing-source"_s, here, u"nobody can tell where this field comes from (x-source here or on its group)"_s);
            checkChoices(field, here);
            checkRow(field, here);
        }
    }

    // The reader lets every x- member pass, so that a mistyped one would do nothing, silently.
    void checkMembers(const QJsonObject &field, const QString &pointer)
    {
        static const QStringList known = knownMembers();
        const QStringList keys = field.keys();
        for (const QString &key : keys) {
            if (key.startsWith("x-"_L1) && !known.contains(key))
                warn(u"unknown-member"_s, child(pointer, key), u"no program knows this member"_s);
        }
    }

    static QStringList knownMembers()
    {
        QFile file(u":/procedures/pack.schema.json"_s);
        const QByteArray text = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const QJsonValue meta = QJsonDocument::fromJson(text).object();
        return meta["definitions"_L1]["schema"_L1]["properties"_L1].toObject().keys();
    }

    void checkRow(const QJsonObject &field, const QString &pointer)
    {
        const QJsonObject columns = withReference(field.value("items"_L1).toObject()).value("properties"_L1).toObject();
        for (auto it = columns.begin(); it != columns.end(); ++it) {
            if (!withReference(it.value().toObject()).contains("title"_L1))
                warn(u"missing-text"_s, child(child(pointer, u"items/properties"_s), it.key()), u"this column has no title"_s);
        }
    }

    void checkChoices(const QJsonObject &field, const QString &pointer)
    {
        const QJsonArray choices = field.value("oneOf"_L1).toArray();
        for (qsizetype i = 0; i < choices.size(); ++i) {
            const QJsonObject choice = choices.at(i).toObject();
            if (choice.contains("const"_L1) && choice.value("title"_L1).toString().isEmpty())
                warn(u"missing-text"_s, child(child(pointer, u"oneOf"_s), i), u"this choice has no title"_s);
        }
    }

    QJsonObject withReference(const QJsonObject &schema) const
    {
        const QString reference = schema.value("$ref"_L1).toString();
        if (reference.isEmpty())
            return schema;
        QJsonObject merged = m_schema.value("definitions"_L1).toObject().value(reference.section(u'/', 2)).toObject();
        for (auto it = schema.begin(); it != schema.end(); ++it)
            merged.insert(it.key(), it.value());
        return merged;
    }

    void checkDefinitions()
    {
        const QJsonObject definitions = m_schema.value("definitions"_L1).toObject();
        const QByteArray text = QJsonDocument(m_schema).toJson(QJsonDocument::Compact);
        for (auto it = definitions.begin(); it != definitions.end(); ++it) {
            if (!text.contains("\"#/definitions/" + it.key().toUtf8() + '"'))
                warn(u"unused-definition"_s, child(u"/schema/definitions"_s, it.key()), u"nothing refers to this definition"_s);
        }
    }

    // Words for people that say nothing, or still say that somebody will write them.
    void checkTexts(const QJsonValue &value, const QString &pointer)
    {
        if (value.isArray()) {
            const QJsonArray items = value.toArray();
            for (qsizetype i = 0; i < items.size(); ++i)
                checkTexts(items.at(i), child(pointer, i));
            return;
        }
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString here = child(pointer, it.key());
            static const QStringList words { u"title"_s, u"text"_s,   u"label"_s,      u"help"_s,
                                             u"name"_s,  u"reason"_s, u"description"_s };
            const QString text = it.value().toString();
            if (it.value().isString() && words.contains(it.key())) {
                if (text.trimmed().isEmpty() || text.contains("TODO"_L1))
                    warn(u"missing-text"_s, here, u"this text is empty or not written yet"_s);
                else if (text.normalized(QString::NormalizationForm_C) != text)
                    warn(u"not-nfc"_s, here, u"this text is not in Unicode NFC; searching would not find it"_s);
            } else {
                checkTexts(it.value(), here);
            }
        }
    }

    // The meta-schema asks for x-source where law decides; an empty or vague one helps nobody.
    void checkSources()
    {
        for (const QString &list : { u"components"_s, u"advice"_s }) {
            const QJsonArray parts = m_pack.value(list).toArray();
            for (qsizetype i = 0; i < parts.size(); ++i) {
                const QJsonObject source = parts.at(i).toObject().value("x-source"_L1).toObject();
                if (source.value("text"_L1).toString().trimmed().size() < 6)
                    warn(u"missing-source"_s, child(child({}, list), i) + u"/x-source"_s,
                         u"this source names no text of law or notes"_s);
            }
        }
    }

    // The mark of the whole must not be stronger than the weakest of its parts.
    void checkConfidence()
    {
        static const QStringList order { u"unverified"_s, u"secondary"_s, u"verified"_s };
        qsizetype weakest = order.size() - 1;
        QString where;
        collectConfidence(m_pack, {}, order, weakest, where);
        const qsizetype said = order.indexOf(m_pack.value("confidence"_L1).toString());
        if (said > weakest)
            warn(u"confidence"_s, u"/confidence"_s,
                 u"says \"%1\", but %2 is only \"%3\""_s.arg(order.value(said), where, order.value(weakest)));
    }

    static void collectConfidence(const QJsonValue &value, const QString &pointer, const QStringList &order, qsizetype &weakest,
                                  QString &where)
    {
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            collectConfidence(items.at(i), child(pointer, i), order, weakest, where);
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const qsizetype mark = it.key() == "confidence"_L1 && !pointer.isEmpty() ? order.indexOf(it.value().toString()) : -1;
            if (mark >= 0 && mark < weakest) {
                weakest = mark;
                where = pointer;
            }
            collectConfidence(it.value(), child(pointer, it.key()), order, weakest, where);
        }
    }

    QJsonObject m_pack;
    QJsonObject m_schema;
    QList<LintFinding> m_findings;
};

bool begins(const NamedPack &one, const NamedPack &other)
{
    if (one.pack->validFrom != other.pack->validFrom)
        return one.pack->validFrom < other.pack->validFrom;
    return QVersionNumber::fromString(one.pack->version) < QVersionNumber::fromString(other.pack->version);
}

QString dayWords(const QDate &day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : u"open"_s;
}

// `one` speaks before `other`, and nobody between them.
void lintNeighbours(const NamedPack &one, const NamedPack &other, QList<NamedFinding> &findings)
{
    const QDate from = other.pack->validFrom;
    if (!one.pack->validTo.isValid() || one.pack->validTo >= from)
        findings.append({ other.file,
                          { Severity::Warning, u"overlapping-validity"_s, u"/validFrom"_s,
                            u"overlaps %1 (version %2, valid to %3); from %4 on this version speaks"_s.arg(
                                one.file, one.pack->version, dayWords(one.pack->validTo), dayWords(from)) } });
    else if (one.pack->validTo.addDays(1) < from)
        findings.append({ other.file,
                          { Severity::Warning, u"gap-in-validity"_s, u"/validFrom"_s,
                            u"nothing is in force between %1 and this day"_s.arg(dayWords(one.pack->validTo)) } });
}

// In the order in which versions of one procedure speak.
void lintProcedure(const QList<NamedPack> &versions, QList<NamedFinding> &findings)
{
    const NamedPack *before = nullptr;
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const NamedPack &one = versions[i];
        const bool corrected = i + 1 < versions.size() && versions[i + 1].pack->validFrom == one.pack->validFrom;
        if (corrected && versions[i + 1].pack->version == one.pack->version)
            findings.append(
                { versions[i + 1].file,
                  { Severity::Error, u"same-version"_s, u"/version"_s, u"%1 holds this version too"_s.arg(one.file) } });
        if (corrected)
            continue; // the next one takes its place
        if (before)
            lintNeighbours(*before, one, findings);
        before = &one;
    }
}

} // namespace

QList<LintFinding> lintPack(const QByteArray &file)
{
    QList<LintFinding> findings;
    if (const Result<PackPtr> pack = parseProcedurePack(file); !pack)
        findings.append({ Severity::Error, u"refused"_s, pack.error().subject, pack.error().detail });
    const QJsonDocument document = QJsonDocument::fromJson(file);
    if (document.isObject())
        findings += Linter(document.object()).run();
    return findings;
}

QList<NamedFinding> lintVersions(const QList<NamedPack> &packs)
{
    QList<NamedPack> sorted = packs;
    std::stable_sort(sorted.begin(), sorted.end(), begins);
    QHash<QString, QList<NamedPack>> byCode;
    for (const NamedPack &pack : std::as_const(sorted))
        byCode[pack.pack->code].append(pack);
    QList<NamedFinding> findings;
    for (const QList<NamedPack> &versions : std::as_const(byCode))
        lintProcedure(versions, findings);
    return findings;
}

bool hasErrors(const QList<LintFinding> &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [](const LintFinding &each) { return each.severity == Severity::Error; });
}

} // namespace motcua
