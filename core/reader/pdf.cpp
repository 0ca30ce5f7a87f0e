#include "core/reader/pdf.h"

#include "core/paper/paperfailures.h"
#include "core/reader/pdfcontents.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// All streams of a file together may grow to what the largest allowed picture takes.
constexpr qint64 bytesPerPixel = 4;

using Trouble = PdfContents::Trouble;

qint64 pixelsOf(const QSize &size)
{
    return qint64(size.width()) * size.height();
}

// Qt PDF reads through the device for as long as it lives.
class View
{
public:
    explicit View(const QByteArray &content)
    {
        m_buffer.setData(content);
        m_buffer.open(QIODevice::ReadOnly);
        m_document.load(&m_buffer);
    }
    bool isReady() const { return m_document.status() == QPdfDocument::Status::Ready; }
    QPdfDocument *operator->() { return &m_document; }

private:
    QBuffer m_buffer;
    QPdfDocument m_document;
};

} // namespace

Result<PaperFile> inspectPdf(const QByteArray &content, const PaperLimits &limits)
{
    const PdfContents found = readPdfContents(content, limits.maxPixels * bytesPerPixel);
    if (found.trouble == Trouble::Encrypted)
        return fail(ErrorCode::PaperEncrypted);
    if (found.trouble == Trouble::Damaged)
        return paperBroken(QString::fromLatin1(found.why));
    if (found.trouble == Trouble::UnpacksTooFar)
        return paperTooLarge(u"unpacked"_s);
    if (found.active)
        return fail(ErrorCode::PaperActiveContent);
    if (found.pages > limits.maxPages)
        return fail(ErrorCode::PaperTooManyPages, {}, QString::number(found.pages));
    if (pixelsOf(found.largestPicture) > limits.maxPixels)
        return paperTooManyPixels(found.largestPicture);
    View view(content);
    if (!view.isReady() || found.pages == 0 || view->pageCount() != found.pages)
        return paperBroken(u"pages"_s);
    return PaperFile { content, u"application/pdf"_s, found.pages };
}

Result<QImage> renderPdf(const QByteArray &content, int page, const QSize &bounds)
{
    View view(content);
    const QSizeF points = view.isReady() ? view->pagePointSize(page) : QSizeF();
    const QSize size = points.scaled(bounds, Qt::KeepAspectRatio).toSize().expandedTo(QSize(1, 1));
    const QImage ink = points.isEmpty() ? QImage() : view->render(page, size);
    if (ink.isNull())
        return paperNotShown(u"page %1"_s.arg(page));
    QImage sheet(ink.size(), QImage::Format_RGB32);
    if (sheet.isNull())
        return paperNotShown(u"memory"_s);
    sheet.fill(Qt::white);
    QPainter(&sheet).drawImage(0, 0, ink);
    return sheet;
}

Result<QList<QSizeF>> pdfSheets(const QByteArray &content)
{
    View view(content);
    if (!view.isReady() || view->pageCount() == 0)
        return paperNotShown(u"sheets"_s);
    QList<QSizeF> sheets;
    for (int page = 0; page < view->pageCount(); ++page)
        sheets.append(view->pagePointSize(page));
    return sheets;
}

Result<PaperFile> rotatePdf(const PaperFile &paper, int degrees)
{
    if (pdfIsSigned(paper.content))
        return fail(ErrorCode::PaperSigned);
    std::optional<QByteArray> turned = turnPdfPages(paper.content, degrees);
    if (!turned)
        return paperNotTurned(u"pdf"_s);
    return PaperFile { std::move(*turned), paper.mediaType, paper.pages };
}

} // namespace motcua
