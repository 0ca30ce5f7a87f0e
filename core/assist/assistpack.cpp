#include "core/assist/assistpack.h"

#include "core/assist/sheettext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QByteArray asJson(const AssistSheet &sheet, const Dossier &dossier, const QByteArray &form)
{
    QJsonArray fields;
    for (const AssistSection &section : sheet.sections) {
        for (const AssistLine &line : section.lines)
            fields.append(QJsonObject { { "number"_L1, line.number },
                                        { "section"_L1, section.title },
                                        { "label"_L1, line.label },
                                        { "text"_L1, line.text } });
    }
    QJsonArray papers;
    for (const AssistPaper &paper : sheet.papers)
        papers.append(QJsonObject { { "number"_L1, paper.number },
                                    { "component"_L1, paper.component },
                                    { "title"_L1, paper.title },
                                    { "file"_L1, paper.file },
                                    { "size"_L1, paper.size } });
    const QJsonObject json {
        { "format"_L1, u"motcua-assist-1"_s },
        { "id"_L1, dossier.summary.id },
        { "localCode"_L1, sheet.localCode },
        { "procedure"_L1, QJsonObject { { "code"_L1, sheet.procedureCode },
                                        { "name"_L1, sheet.procedureName },
                                        { "packVersion"_L1, dossier.summary.packVersion } } },
        { "form"_L1, QJsonDocument::fromJson(form).object() },
        { "formSha256"_L1, dossier.submittedFormSha256 },
        { "fields"_L1, fields },
        { "papers"_L1, papers },
    };
    return QJsonDocument(json).toJson();
}

} // namespace

QList<ZipEntry> assistFiles(const AssistSheet &sheet, const Dossier &dossier, const QByteArray &form,
                            const QHash<QString, QByteArray> &papers)
{
    QList<ZipEntry> files {
        { u"phieu-nhap.html"_s, sheetAsPage(sheet) },
        { u"phieu-nhap.txt"_s, sheetAsText(sheet) },
        { u"ho-so.json"_s, asJson(sheet, dossier, form) },
    };
    for (const AssistPaper &paper : sheet.papers)
        files.append({ paper.file, papers.value(paper.attachmentId) });
    return files;
}

} // namespace motcua
