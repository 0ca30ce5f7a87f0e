#include "app/ctl/capture.h"

#include "app/ctl/inputs.h"
#include "app/engine/engine.h"
#include "core/base/log.h"
#include "core/paper/paperfile.h"
#include "core/procedure/derive.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// A script need not repeat what the procedure presets.
QJsonObject withPresets(QJsonObject data, const QJsonObject &presets)
{
    for (auto preset = presets.begin(); preset != presets.end(); ++preset) {
        if (!data.contains(preset.key()))
            data.insert(preset.key(), preset.value());
        else if (preset.value().isObject() && data.value(preset.key()).isObject())
            data.insert(preset.key(), withPresets(data.value(preset.key()).toObject(), preset.value().toObject()));
    }
    return data;
}

} // namespace

bool Capture::acceptable(bool submitting) const
{
    return std::none_of(findings.cbegin(), findings.cend(), [=](const Finding &finding) {
        return finding.severity == Finding::Severity::Error || (submitting && finding.severity == Finding::Severity::Missing);
    });
}

Result<QList<InputPaper>> readPapers(Engine &engine, const Arguments &arguments)
{
    PaperLimits limits;
    limits.maxBytes = engine.profile.maxPaperBytes;
    QList<InputPaper> papers;
    for (const QString &given : arguments.values(u"attach"_s)) {
        const qsizetype equals = given.indexOf(u'=');
        if (equals <= 0)
            return wrongUsage(u"--attach"_s);
        const QString path = given.mid(equals + 1);
        const Result<QByteArray> content = readInput(path);
        if (!content)
            return passOn(content);
        InputPaper paper { given.left(equals), *content, QFileInfo(path).suffix().toLower() };
        if (const Result<PaperFile> checked = engine.reader.inspect(paper.content, paper.suffix, limits).result(); !checked)
            return passOn(checked);
        papers.append(std::move(paper));
    }
    return papers;
}

Result<Capture> readCapture(Engine &engine, const Arguments &arguments)
{
    const QString code = arguments.value(u"procedure"_s);
    if (code.isEmpty() || !arguments.has(u"data"_s))
        return wrongUsage(code.isEmpty() ? u"--procedure"_s : u"--data"_s);
    const Result<QJsonObject> data = readJsonObject(arguments.value(u"data"_s));
    if (!data)
        return passOn(data);
    const Result<QList<InputPaper>> papers = readPapers(engine, arguments);
    if (!papers)
        return passOn(papers);

    Capture capture;
    const Result<PackPtr> pack = engine.counter.procedure(code);
    if (!pack)
        return passOn(pack);
    capture.pack = *pack;
    const QDate today = toLegalTime(engine.clock.now()).date();
    capture.data = derive(*capture.pack, withPresets(*data, initialData(*capture.pack)), today);
    capture.papers = *papers;
    QHash<QString, int> perComponent;
    for (const InputPaper &paper : capture.papers) {
        if (const Result<Component> known = requireComponent(*capture.pack, paper.component); !known)
            return passOn(known);
        ++perComponent[paper.component];
    }
    capture.findings = evaluateForm(*capture.pack, capture.data, perComponent, today).findings;
    return capture;
}

Result<void> addPapers(Engine &engine, const QString &dossierId, const QList<InputPaper> &papers)
{
    for (const InputPaper &paper : papers) {
        const Result<Attachment> added =
            engine.counter.addPaper(dossierId, paper.component, paper.content, paper.suffix).result();
        if (!added)
            return passOn(added);
    }
    return {};
}

Result<Dossier> createDossier(Engine &engine, const Capture &capture)
{
    const Result<Dossier> draft = engine.counter.startDraft(capture.pack->code).result();
    if (!draft)
        return draft;
    const QString id = draft->summary.id;
    Result<void> filled = engine.counter.saveDraft(id, capture.data, {}).result();
    if (filled)
        filled = addPapers(engine, id, capture.papers);
    if (filled)
        return engine.counter.dossier(id).result();
    // A script will run again and make a new one: this half stays in the log of acts, out of everybody's way.
    const Result<void> withdrawn = engine.counter.withdraw(id).result();
    if (!withdrawn)
        qCWarning(logApp).noquote() << "half a dossier stays a draft:" << id << forLog(withdrawn.error());
    return passOn(filled);
}

} // namespace motcua
