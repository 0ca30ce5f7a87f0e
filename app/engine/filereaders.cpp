#include "app/engine/filereaders.h"

#include "core/base/log.h"
#include "core/deadline/workcalendar.h"
#include "core/fee/provincefees.h"
#include "core/identity/unitchanges.h"
#include "core/procedure/servicedirectory.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

template <typename T>
FileReader readerOf(Result<T> (*parse)(const QByteArray &))
{
    return [parse](const QByteArray &content) -> std::optional<FileProblem> {
        const Result<T> read = parse(content);
        if (read)
            return {};
        return FileProblem { read.error().subject, read.error().detail };
    };
}

std::optional<FileProblem> readServices(const QByteArray &content)
{
    const auto read = ServiceDirectory::read(content);
    if (read)
        return {};
    return FileProblem { read.error().pointer, read.error().reason };
}

std::optional<FileProblem> readUnitChanges(const QByteArray &content)
{
    QString where;
    if (UnitChanges::parse(content, where))
        return {};
    return FileProblem { where, u"not a list of changes of communes"_s };
}

} // namespace

FileReaders fileReaders()
{
    return {
        { u"procedures/services.json"_s, &readServices },
        { u"data/calendar.json"_s, readerOf(&WorkCalendar::parse) },
        { u"data/unit-changes.json"_s, &readUnitChanges },
        { u"data/province-fees.json"_s, readerOf(&ProvinceFees::parse) },
    };
}

std::unique_ptr<Catalog> makeCatalog(const ProfileFiles &files, const KioskProfile &profile)
{
    QList<PackKey> keys;
    for (const QString &text : profile.packKeys) {
        if (const Result<PackKey> key = packKeyFromText(text))
            keys.append(*key);
        else
            qCWarning(logApp).noquote() << "a key of the profile is no key:" << forLog(key.error());
    }
    return std::make_unique<Catalog>(files.packs(), keys, fileReaders());
}

} // namespace motcua
