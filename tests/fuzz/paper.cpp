// Attachments and results: what motcua-reader does with a file before anybody has looked at it.
#include "core/reader/judge.h"
#include "tests/fuzz/fuzz.h"

#include <QGuiApplication>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const PaperLimits limits { 1 << 20, 20, 1'000'000 };

QString claimOf(const QByteArray &bytes)
{
    if (bytes.startsWith("%PDF"))
        return u"pdf"_s;
    return bytes.startsWith("\x89PNG") ? u"png"_s : u"jpg"_s;
}

} // namespace

void prepare(int &argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_LOGGING_RULES", "*=false");
    new QGuiApplication(argc, argv); // never ended: pdfium's own end would be part of every finding
}

void eat(const QByteArray &bytes)
{
    const Result<PaperFile> paper = inspectPaper(bytes, claimOf(bytes), limits);
    if (!paper)
        return;
    insist(paper->pages >= 1 && paper->pages <= limits.maxPages);
    const Result<QImage> picture = renderPaper(paper->content, paper->mediaType, 0, { 160, 160 });
    insist(!picture || (picture->width() <= 160 && picture->height() <= 160));
    if (const Result<PaperFile> turned = rotatePaper(*paper, 90))
        insist(turned->pages == paper->pages);
    if (paper->mediaType == "application/pdf"_L1)
        (void)sheetsOfPdf(paper->content);
}
