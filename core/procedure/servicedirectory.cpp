#include "core/procedure/servicedirectory.h"

#include "core/base/text.h"
#include "core/procedure/packschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <mutex>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QByteArray linkedFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PublicService serviceOf(const QJsonObject &json)
{
    PublicService service;
    service.id = json.value("id"_L1).toString();
    service.title = json.value("title"_L1).toString();
    service.code = json.value("code"_L1).toString();
    service.procedure = json.value("procedure"_L1).toString();
    service.essential = json.value("essential"_L1).toBool();
    service.handler = json.value("handler"_L1).toString();
    service.where = json.value("where"_L1).toString();
    service.how = json.value("how"_L1).toString();
    service.notes = json.value("notes"_L1).toVariant().toStringList();
    service.keywords = json.value("keywords"_L1).toVariant().toStringList();
    service.source = legalSource(json.value("x-source"_L1));
    return service;
}

QString searchText(const PublicService &service)
{
    return QStringList { service.title, service.keywords.join(u' '), service.code, service.code.mid(2) }.join(u' ');
}

struct ServiceFile
{
    QList<PublicService> services;
    QStringList order; // codes of packs
};

OrProblem<ServiceFile> readServices(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const auto schema =
        SchemaValidator::compile(QJsonDocument::fromJson(linkedFile(u":/procedures/services.schema.json"_s)).object());
    if (!schema)
        return problem({}, schema.error());
    if (!document.isObject())
        return problem({}, u"not a JSON object"_s);
    const QList<SchemaViolation> violations = schema->violations(document.object());
    if (!violations.isEmpty())
        return problem(violations.first().pointer, u"breaks services.schema.json: "_s + violations.first().keyword);
    ServiceFile read;
    read.order = document.object().value("counterOrder"_L1).toVariant().toStringList();
    QList<PublicService> &services = read.services;
    QSet<QString> ids;
    const QJsonArray list = document.object().value("services"_L1).toArray();
    for (int i = 0; i < list.size(); ++i) {
        services.append(serviceOf(list.at(i).toObject()));
        if (ids.contains(services.constLast().id))
            return problem(u"/services/%1/id"_s.arg(i), u"two services have this id"_s);
        ids.insert(services.constLast().id);
    }
    return read;
}

} // namespace

struct ServiceDirectory::Shelf
{
    bool awaited = false; // the shipped file, not read yet
    std::once_flag once;
    ServiceFile file;

    const ServiceFile &read()
    {
        std::call_once(once, [this] {
            if (!awaited)
                return;
            auto linked = readServices(linkedFile(u":/procedures/services.json"_s));
            Q_ASSERT_X(linked, "ServiceDirectory", "the list of services is linked into the program and tested");
            file = linked.value_or(ServiceFile());
        });
        return file;
    }
};

ServiceDirectory ServiceDirectory::shipped()
{
    ServiceDirectory directory;
    directory.m_shelf->awaited = true;
    return directory;
}

OrProblem<ServiceDirectory> ServiceDirectory::read(const QByteArray &json)
{
    auto file = readServices(json);
    if (!file)
        return tl::unexpected(file.error());
    ServiceDirectory directory;
    directory.m_shelf->file = *std::move(file);
    return directory;
}

ServiceDirectory::ServiceDirectory(QList<PublicService> services)
    : m_shelf(std::make_shared<Shelf>())
{
    m_shelf->file.services = std::move(services);
}

const QList<PublicService> &ServiceDirectory::all() const
{
    return m_shelf->read().services;
}

int ServiceDirectory::rank(const QString &procedure) const
{
    const QStringList &order = m_shelf->read().order;
    const qsizetype place = order.indexOf(procedure);
    return int(place < 0 ? order.size() : place);
}

QList<PublicService> ServiceDirectory::search(const QString &text) const
{
    QList<PublicService> found;
    for (const PublicService &service : all()) {
        if (matchesFolded(searchText(service), text))
            found.append(service);
    }
    return found;
}

} // namespace motcua
