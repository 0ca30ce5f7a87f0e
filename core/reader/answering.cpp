#include "core/reader/answering.h"

#include "core/reader/judge.h"

namespace motcua {

namespace {

using Spoken = std::pair<ReaderAnswer, QByteArray>;

template <typename T, typename Say>
Spoken said(const Result<T> &result, Say say)
{
    Spoken spoken;
    if (result)
        say(*result, spoken.first, spoken.second);
    else
        spoken.first.error = result.error();
    return spoken;
}

} // namespace

Spoken answerOf(const ReaderQuestion &question, const QByteArray &content)
{
    switch (question.what) {
    case ReaderQuestion::What::Inspect:
        return said(inspectPaper(content, question.name, question.limits),
                    [](const PaperFile &paper, ReaderAnswer &answer, auto &) {
                        answer.mediaType = paper.mediaType;
                        answer.pages = paper.pages;
                    });
    case ReaderQuestion::What::Render:
        return said(renderPaper(content, question.name, question.page, question.bounds),
                    [](const QImage &image, ReaderAnswer &answer, QByteArray &body) {
                        answer.size = image.size();
                        body = readerwire::pixelsOf(image);
                    });
    case ReaderQuestion::What::Rotate:
        return said(rotatePaper({ content, question.name, question.pages }, question.degrees),
                    [](const PaperFile &paper, ReaderAnswer &answer, QByteArray &body) {
                        answer.mediaType = paper.mediaType;
                        answer.pages = paper.pages;
                        body = paper.content;
                    });
    case ReaderQuestion::What::Sheets:
        break;
    }
    return said(sheetsOfPdf(content),
                [](const QList<QSizeF> &sheets, ReaderAnswer &answer, QByteArray &) { answer.sheets = sheets; });
}

} // namespace motcua
