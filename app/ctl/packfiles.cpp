#include "app/ctl/console.h"
#include "app/ctl/inputs.h"
#include "app/ctl/packkeys.h"
#include "app/engine/filereaders.h"
#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/catalog/bundle.h"
#include "core/catalog/bundlefiles.h"
#include "core/procedure/packlint.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Ctl
{
    Q_DECLARE_TR_FUNCTIONS(Ctl)
};

// By the folder a file lies in, else by what it is.
QString nameInBundle(const QString &path)
{
    const QFileInfo info(path);
    const QString folder = info.absoluteDir().dirName();
    const QString name = info.fileName();
    if (folder == "procedures"_L1 || folder == "data"_L1 || folder == "papers"_L1)
        return folder + u'/' + name;
    if (name.endsWith(".html"_L1))
        return u"papers/"_s + name;
    const QString asPack = u"procedures/"_s + name;
    return isPackFileName(asPack) || name == "services.json"_L1 ? asPack : u"data/"_s + name;
}

QList<NamedFinding> lintFiles(const QStringList &paths, QList<BundleFile> &files, std::optional<Error> &unreadable)
{
    QList<NamedFinding> findings;
    QList<NamedPack> packs;
    for (const QString &path : paths) {
        const Result<QByteArray> content = readInput(path);
        if (!content) {
            unreadable = content.error();
            return findings;
        }
        const QString name = nameInBundle(path);
        files.append({ name, *content, sha256Hex(*content) });
        if (isPackFileName(name)) {
            const QList<LintFinding> found = lintPack(*content);
            for (const LintFinding &finding : found)
                findings.append({ path, finding });
            if (const Result<PackPtr> pack = parseProcedurePack(*content))
                packs.append({ path, *pack });
        } else if (const FileReader reader = fileReaders().value(name)) {
            if (const auto problem = reader(*content))
                findings.append({ path, { LintFinding::Severity::Error, u"refused"_s, problem->pointer, problem->reason } });
        } else {
            findings.append({ path,
                              { LintFinding::Severity::Warning,
                                u"not-checked"_s,
                                {},
                                u"neither a procedure nor data that this program reads"_s } });
        }
    }
    return findings + lintVersions(packs);
}

QString severityWord(const LintFinding &finding)
{
    return finding.severity == LintFinding::Severity::Error ? u"error"_s : u"warning"_s;
}

bool anyError(const QList<NamedFinding> &findings)
{
    return std::any_of(findings.cbegin(), findings.cend(),
                       [](const NamedFinding &each) { return each.finding.severity == LintFinding::Severity::Error; });
}

void printFindings(const QList<NamedFinding> &findings)
{
    for (const auto &[file, finding] : findings)
        printLine(u"%1: %2 [%3] %4 (%5)"_s.arg(file, severityWord(finding), finding.pointer, finding.text, finding.rule));
}

Result<std::vector<PackSigningKey>> signingKeys(const QStringList &paths)
{
    std::vector<PackSigningKey> keys;
    for (const QString &path : paths) {
        const Result<Secret> file = readSecret(path);
        if (!file)
            return passOn(file);
        Result<PackSigningKey> key = PackSigningKey::fromJwk(*file);
        if (!key)
            return passOn(key);
        keys.push_back(std::move(*key));
    }
    return keys;
}

} // namespace

ExitCode checkPacks(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QStringList paths = arguments.words.mid(2);
    if (paths.isEmpty())
        return report(wrongUsage(u"procedure check FILE"_s).value(), json);
    QList<BundleFile> files;
    std::optional<Error> unreadable;
    const QList<NamedFinding> findings = lintFiles(paths, files, unreadable);
    if (unreadable)
        return report(*unreadable, json);
    if (json) {
        QJsonArray array;
        for (const auto &[file, finding] : findings)
            array.append(QJsonObject { { "file"_L1, file },
                                       { "severity"_L1, severityWord(finding) },
                                       { "rule"_L1, finding.rule },
                                       { "pointer"_L1, finding.pointer },
                                       { "text"_L1, finding.text } });
        printJson(array);
    } else {
        printFindings(findings);
        const auto errors = std::count_if(findings.cbegin(), findings.cend(), [](const NamedFinding &each) {
            return each.finding.severity == LintFinding::Severity::Error;
        });
        printLine(
            Ctl::tr("%1 file(s) read, %2 error(s), %3 warning(s).").arg(paths.size()).arg(errors).arg(findings.size() - errors));
    }
    return anyError(findings) ? ExitCode::DataRefused : ExitCode::Ok;
}

ExitCode sealPacks(const Arguments &arguments)
{
    const bool json = arguments.has(u"json"_s);
    const QStringList paths = arguments.words.mid(2);
    bool isNumber = false;
    Bundle bundle;
    bundle.serial = arguments.value(u"serial"_s).toLongLong(&isNumber);
    for (const QString &needed : { u"key"_s, u"serial"_s, u"out"_s }) {
        if (!arguments.has(needed))
            return report(wrongUsage(u"--"_s + needed).value(), json);
    }
    if (paths.isEmpty() || !isNumber || bundle.serial < 1)
        return report(wrongUsage(paths.isEmpty() ? u"procedure pack FILE"_s : u"--serial"_s).value(), json);
    std::optional<Error> unreadable;
    const QList<NamedFinding> findings = lintFiles(paths, bundle.files, unreadable);
    if (unreadable)
        return report(*unreadable, json);
    if (anyError(findings))
        printFindings(findings);
    // The same judgement as on every kiosk, before a signature makes it look right.
    if (const auto read = checkBundleFiles(bundle, fileReaders()); !read)
        return report(read.error(), json);
    const Result<std::vector<PackSigningKey>> keys = signingKeys(arguments.values(u"key"_s));
    if (!keys)
        return report(keys.error(), json);
    bundle.issuedAt = SystemClock().now();
    bundle.note = arguments.value(u"note"_s);
    const Result<QByteArray> sealed = sealBundle(bundle, *keys);
    if (!sealed)
        return report(sealed.error(), json);
    if (const auto written = writeOutput(arguments.value(u"out"_s), *sealed); !written)
        return report(written.error(), json);
    if (json)
        printJson(QJsonObject { { "serial"_L1, bundle.serial },
                                { "files"_L1, bundle.files.size() },
                                { "bytes"_L1, sealed->size() },
                                { "sha256"_L1, sha256Hex(*sealed) } });
    else
        printLine(
            Ctl::tr("Signed: number %1, %2 file(s), %3 bytes.").arg(bundle.serial).arg(bundle.files.size()).arg(sealed->size()));
    return ExitCode::Ok;
}

} // namespace motcua
