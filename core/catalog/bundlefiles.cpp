#include "core/catalog/bundlefiles.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> refused(const QString &name, const FileProblem &problem)
{
    return fail(ErrorCode::BundleFileRefused, name + problem.pointer, problem.reason);
}

std::optional<FileProblem> checkShape(const QString &name, const QByteArray &content)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(content);
    if (decoder.hasError() || text.trimmed().isEmpty())
        return FileProblem { {}, u"empty, or not UTF-8"_s };
    if (!name.endsWith(".json"_L1))
        return {};
    QJsonParseError problem {};
    QJsonDocument::fromJson(content, &problem);
    if (problem.error != QJsonParseError::NoError)
        return FileProblem { {}, u"%1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset) };
    return {};
}

bool sameVersion(const PackPtr &one, const PackPtr &other)
{
    return one->code == other->code && one->version == other->version;
}

Result<PackPtr> readPackFile(const BundleFile &file, const QList<PackPtr> &others, const KnownPacks &known)
{
    Result<PackPtr> pack = parseProcedurePack(file.content);
    if (!pack)
        return refused(file.name, { pack.error().subject, pack.error().detail });
    if (!file.name.startsWith(u"procedures/"_s + (*pack)->code))
        return refused(file.name, { u"/code"_s, u"the name of the file must begin with the code of its procedure"_s });
    const auto same = [&](const PackPtr &one) { return sameVersion(one, *pack); };
    if (std::any_of(others.cbegin(), others.cend(), same))
        return refused(file.name, { u"/version"_s, u"two files hold this version"_s });
    const QList<PackPtr> versions = known ? known((*pack)->code) : QList<PackPtr>();
    const auto before = std::find_if(versions.cbegin(), versions.cend(), same);
    if (before != versions.cend() && (*before)->source != file.content)
        return refused(file.name, { u"/version"_s, u"this version was given out before with another text; count it up"_s });
    return pack;
}

} // namespace

bool isPackFileName(const QString &name)
{
    static const QRegularExpression pack(u"\\Aprocedures/[1-3]\\.[0-9]{6}[A-Za-z0-9._-]*\\.json\\z"_s);
    return pack.match(name).hasMatch();
}

Result<QList<PackPtr>> checkBundleFiles(const Bundle &bundle, const FileReaders &readers, const KnownPacks &known)
{
    QList<PackPtr> packs;
    for (const BundleFile &file : bundle.files) {
        if (isPackFileName(file.name)) {
            const Result<PackPtr> pack = readPackFile(file, packs, known);
            if (!pack)
                return passOn(pack);
            packs.append(*pack);
            continue;
        }
        std::optional<FileProblem> problem = checkShape(file.name, file.content);
        if (const FileReader reader = readers.value(file.name); !problem && reader)
            problem = reader(file.content);
        if (problem)
            return refused(file.name, *problem);
    }
    return packs;
}

} // namespace motcua
