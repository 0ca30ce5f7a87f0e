#include "core/reader/judge.h"

#include "core/paper/paperkind.h"
#include "core/paper/paperfailures.h"
#include "core/reader/pdf.h"
#include "core/reader/picture.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool isAccepted(PaperKind kind)
{
    return kind == PaperKind::Jpeg || kind == PaperKind::Png || kind == PaperKind::Pdf;
}

// Why a kind that is not accepted is refused; each with its own advice in the error book.
Result<PaperFile> refuse(PaperKind kind)
{
    switch (kind) {
    case PaperKind::PhonePhoto:
        return fail(ErrorCode::PaperIsPhonePhoto);
    case PaperKind::OfficeFile:
        return fail(ErrorCode::PaperIsOfficeFile);
    case PaperKind::Archive:
        return fail(ErrorCode::PaperIsArchive);
    case PaperKind::OtherPicture:
        return fail(ErrorCode::PaperIsOtherPicture);
    default:
        return fail(ErrorCode::PaperKindUnknown);
    }
}

} // namespace

Result<PaperFile> inspectPaper(const QByteArray &content, const QString &claimedSuffix, const PaperLimits &limits)
{
    if (content.isEmpty())
        return fail(ErrorCode::PaperEmpty);
    if (content.size() > limits.maxBytes)
        return paperTooLarge(u"%1 > %2 bytes"_s.arg(content.size()).arg(limits.maxBytes));
    const PaperKind kind = paperKind(content);
    const PaperKind claimed = paperKindOfSuffix(claimedSuffix);
    const bool lies = isAccepted(claimed) && claimed != kind && (isAccepted(kind) || kind == PaperKind::Unknown);
    if (lies)
        return fail(ErrorCode::PaperNotWhatItClaims, {}, isAccepted(kind) ? mediaTypeOf(kind) : u"unknown"_s);
    if (!isAccepted(kind))
        return refuse(kind);
    return kind == PaperKind::Pdf ? inspectPdf(content, limits) : inspectPicture(content, kind, limits);
}

Result<QImage> renderPaper(const QByteArray &content, const QString &mediaType, int page, const QSize &bounds)
{
    const PaperKind kind = paperKindOfMediaType(mediaType);
    if (bounds.isEmpty() || !isAccepted(kind) || paperKind(content) != kind)
        return paperNotShown(u"kind"_s);
    return kind == PaperKind::Pdf ? renderPdf(content, page, bounds) : renderPicture(content, kind, bounds);
}

Result<PaperFile> rotatePaper(const PaperFile &paper, int degrees)
{
    const PaperKind kind = paperKindOfMediaType(paper.mediaType);
    const bool quarterTurns = degrees > 0 && degrees < 360 && degrees % 90 == 0;
    if (!isAccepted(kind) || !quarterTurns)
        return paperNotTurned(u"kind or angle"_s);
    return kind == PaperKind::Pdf ? rotatePdf(paper, degrees) : rotatePicture(paper, kind, degrees);
}

Result<QList<QSizeF>> sheetsOfPdf(const QByteArray &content)
{
    if (paperKind(content) != PaperKind::Pdf)
        return paperNotShown(u"kind"_s);
    return pdfSheets(content);
}

} // namespace motcua
