#include "core/paper/papertemplate.h"

#include "core/paper/paperwords.h"

#include <kainjow/mustache.hpp>

#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using Data = kainjow::mustache::data;

const QString thingKey = u"$thing"_s;
constexpr int deepestPartial = 4;

tl::unexpected<Error> wrong(const QString &id, const QString &what)
{
    return fail(ErrorCode::PaperTemplateWrong, id, what);
}

std::string image(const QString &name)
{
    return (u"<img src=\""_s + name.toHtmlEscaped() + u"\">"_s).toStdString();
}

Data dataOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? Data::type::bool_true : Data::type::bool_false;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15).toStdString();
    case QJsonValue::String:
        return printable(value.toString()).toHtmlEscaped().replace(u'\n', u"<br>"_s).toStdString();
    case QJsonValue::Array: {
        Data list(Data::type::list);
        for (const auto &one : value.toArray())
            list.push_back(dataOf(one));
        return list;
    }
    case QJsonValue::Object: {
        const QJsonObject members = value.toObject();
        if (members.contains(thingKey))
            return image(members.value(thingKey).toString());
        Data object(Data::type::object);
        for (auto it = members.begin(); it != members.end(); ++it) {
            const bool absent = it.value().isNull() || it.value() == QJsonValue(QString());
            if (!absent)
                object.set(it.key().toStdString(), dataOf(it.value()));
        }
        return object;
    }
    default:
        return Data::type::bool_false;
    }
}

// Looks names up as forms need it: see the class comment.
class FormContext final : public kainjow::mustache::basic_context<std::string>
{
public:
    FormContext(const Data &facts, const QStringList &askedFor)
        : m_facts(facts)
        , m_askedFor(askedFor.cbegin(), askedFor.cend())
        , m_dots(image(u"fill"_s))
    {
    }

    void push(const Data *data) override { m_stack.append(data); }
    void pop() override { m_stack.removeLast(); }

    const Data *get(const std::string &name) const override
    {
        if (const Data *found = find(name))
            return found;
        return m_askedFor.contains(QString::fromStdString(name)) ? nullptr : &m_dots;
    }

    const Data *get_partial(const std::string &) const override { return nullptr; }

private:
    const Data *find(const std::string &name) const
    {
        for (qsizetype depth = m_stack.size() - 1; depth >= 0; --depth) {
            const Data *scope = m_stack[depth];
            if (!scope->is_object())
                continue;
            const Data *found = member(*scope, name);
            const bool dotted = name.find('.') != std::string::npos;
            if (found || !dotted)
                return found;
        }
        return member(m_facts, name);
    }

    static const Data *member(const Data &object, const std::string &name)
    {
        const Data *found = &object;
        for (const QString &part : QString::fromStdString(name).split(u'.')) {
            found = found->get(part.toStdString());
            if (!found)
                return nullptr;
        }
        return found;
    }

    const Data &m_facts;
    QSet<QString> m_askedFor;
    Data m_dots;
    QList<const Data *> m_stack;
};

PaperSheet sheetOf(const QString &html)
{
    static const QRegularExpression page(u"@page\\s*\\{([^}]*)\\}"_s);
    static const QRegularExpression margin(u"margin:\\s*([\\d.]+)mm\\s+([\\d.]+)mm\\s+([\\d.]+)mm\\s+([\\d.]+)mm"_s);
    PaperSheet sheet;
    const QString rule = page.match(html).captured(1);
    sheet.landscape = rule.contains("landscape"_L1);
    if (const auto found = margin.match(rule); found.hasMatch()) {
        const auto length = [&](int which) { return found.captured(which).toDouble(); };
        sheet.margins = QMarginsF(length(4), length(1), length(2), length(3));
    }
    return sheet;
}

QByteArray withPartials(QByteArray html, const PaperTemplate::Partial &partial)
{
    static const QRegularExpression tag(u"\\{\\{>\\s*([a-z0-9.-]+)\\s*\\}\\}"_s);
    for (int depth = 0; depth < deepestPartial && partial; ++depth) {
        const QString text = QString::fromUtf8(html);
        const QRegularExpressionMatch found = tag.match(text);
        if (!found.hasMatch())
            break;
        QString joined;
        qsizetype from = 0;
        for (auto it = tag.globalMatch(text); it.hasNext();) {
            const QRegularExpressionMatch one = it.next();
            joined += text.sliced(from, one.capturedStart() - from) + QString::fromUtf8(partial(one.captured(1)));
            from = one.capturedEnd();
        }
        html = (joined + text.sliced(from)).toUtf8();
    }
    return html;
}

} // namespace

QJsonObject formThing(const QString &name)
{
    return { { thingKey, name } };
}

Result<PaperTemplate> PaperTemplate::parse(const QString &id, const QByteArray &html, const Partial &partial)
{
    static const QRegularExpression tags(u"\\{\\{([^{}]*)\\}\\}"_s);
    static const QRegularExpression shape(u"^([#^/!]?)\\s*([^\\s#^/!&=>]+)\\s*$"_s);
    PaperTemplate made;
    made.m_id = id;
    made.m_text = withPartials(html, partial);
    const QString text = QString::fromUtf8(made.m_text);
    if (text.isEmpty() || text.contains("{{{"_L1))
        return wrong(id, text.isEmpty() ? u"empty"_s : u"{{{"_s);
    QStringList open;
    for (auto it = tags.globalMatch(text); it.hasNext();) {
        const QString inside = it.next().captured(1);
        if (inside.startsWith(u'!'))
            continue;
        const QRegularExpressionMatch tag = shape.match(inside);
        if (!tag.hasMatch())
            return wrong(id, inside);
        const QString name = tag.captured(2);
        const QChar sort = tag.captured(1).isEmpty() ? QChar() : tag.captured(1).front();
        if (sort == u'#' || sort == u'^')
            open.append(name);
        if (sort == u'#' || sort == u'^')
            made.m_askedFor.append(name);
        if (sort == u'/' && (open.isEmpty() || open.takeLast() != name))
            return wrong(id, inside);
        made.m_tags.append({ sort, name });
    }
    if (!open.isEmpty())
        return wrong(id, open.last());
    kainjow::mustache::mustache whole(made.m_text.toStdString());
    if (!whole.is_valid())
        return wrong(id, QString::fromStdString(whole.error_message()));
    made.m_sheet = sheetOf(text);
    static const QRegularExpression title(u"<title>([^<{]*)</title>"_s);
    made.m_title = title.match(text).captured(1).trimmed();
    return made;
}

QString PaperTemplate::fill(const QJsonObject &facts) const
{
    kainjow::mustache::mustache whole(m_text.toStdString());
    // Values are escaped when they become data, so that no kind of tag can print one as it is.
    whole.set_custom_escape([](const std::string &text) { return text; });
    const Data data = dataOf(facts);
    FormContext context(data, m_askedFor);
    return QString::fromStdString(whole.render(context));
}

QStringList PaperTemplate::unknownNames(const QJsonObject &vocabulary) const
{
    struct Scope
    {
        QString name;
        QJsonValue value;
    };
    QStringList unknown;
    QList<Scope> scopes { { {}, vocabulary } };
    const auto member = [](QJsonValue found, const QString &name) {
        for (const QString &part : name.split(u'.'))
            found = found.isObject() ? found.toObject().value(part) : QJsonValue(QJsonValue::Undefined);
        return found;
    };
    const auto find = [&](const QString &name) -> QJsonValue {
        for (qsizetype depth = scopes.size() - 1; depth >= 0; --depth) {
            const Scope &scope = scopes.at(depth);
            if (!scope.value.isObject())
                continue;
            const QJsonValue found = member(scope.value, name);
            if (!found.isUndefined() || !name.contains(u'.'))
                return found;
        }
        return QJsonValue::Undefined;
    };
    for (const Tag &tag : m_tags) {
        if (tag.sort == u'/') {
            scopes.removeLast();
            continue;
        }
        const bool insideUnknown = scopes.last().value.isUndefined();
        const QJsonValue found = insideUnknown ? QJsonValue(QJsonValue::Undefined) : find(tag.name);
        const QString where = scopes.last().name.isEmpty() ? tag.name : scopes.last().name + u" › "_s + tag.name;
        if (found.isUndefined() && !insideUnknown && !unknown.contains(where))
            unknown.append(where);
        if (tag.sort == u'#' || tag.sort == u'^')
            scopes.append({ where, found.isArray() ? found.toArray().first() : found });
    }
    return unknown;
}

} // namespace motcua
