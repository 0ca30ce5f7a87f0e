#include "core/paper/papersheet.h"

#include "core/paper/fonts.h"
#include "core/paper/formthings.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QScreen>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int dotsPerInch = 1200;
constexpr qreal millimetresPerInch = 25.4;
constexpr qreal bodyPoints = 12; // what state forms ask for
constexpr qreal footPoints = 7.5;
constexpr qreal footerFromEdge = 6; // mm

tl::unexpected<Error> notDrawn(const QString &why)
{
    return fail(ErrorCode::PaperNotDrawn, {}, why);
}

qreal dots(qreal millimetres)
{
    return millimetres / millimetresPerInch * dotsPerInch;
}

// Whatever a template names, nothing is read from disk or net for it.
class ClosedDocument final : public QTextDocument
{
public:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

QFont serif(qreal points)
{
    QFont font;
    font.setFamilies({ paperFontFamily(), bundledFontFamily() });
    font.setPointSizeF(points);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

// The engine knows pixels only, and takes the screen's for their size.
QString withPixels(const QString &html)
{
    static const QRegularExpression millimetres(u"([\\d.]+)mm\\b(?=[^<>]*>|[^<>]*\\})"_s);
    const QScreen *screen = QGuiApplication::primaryScreen();
    const qreal perMillimetre = (screen ? qRound(screen->logicalDotsPerInchY()) : 96) / millimetresPerInch;
    QString text;
    qsizetype from = 0;
    for (auto it = millimetres.globalMatch(html); it.hasNext();) {
        const QRegularExpressionMatch one = it.next();
        const bool isAttribute = one.capturedStart() > 0 && html.at(one.capturedStart() - 1) == u'"';
        text +=
            html.sliced(from, one.capturedStart() - from) + QString::number(one.captured(1).toDouble() * perMillimetre, 'f', 3);
        if (!isAttribute)
            text += u"px"_s;
        from = one.capturedEnd();
    }
    return text + html.sliced(from);
}

// Families that a template names would be looked for on this machine; the bundled ones are everywhere the same and get embedded.
void useOurFonts(QTextDocument &document)
{
    QTextCharFormat format;
    format.setFontFamilies({ paperFontFamily(), bundledFontFamily() });
    format.setFontHintingPreference(QFont::PreferNoHinting);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.mergeCharFormat(format);
}

} // namespace

Result<QByteArray> renderPaperSheet(const PaperPrint &paper)
{
    if (!ensureFonts() || !ensurePaperFonts())
        return notDrawn(u"font"_s);
    std::optional<QrCode> qr;
    if (!paper.qrText.isEmpty() && !(qr = makeQrCode(paper.qrText.toUtf8())))
        return notDrawn(u"qr"_s);

    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(u"Một Cửa"_s);
    writer.setTitle(paper.title);
    writer.setResolution(dotsPerInch);
    writer.setPageLayout(
        { QPageSize(QPageSize::A4), paper.sheet.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF() });

    const QSizeF whole = writer.pageLayout().fullRectPixels(dotsPerInch).size();
    const QMarginsF &margins = paper.sheet.margins;
    const QRectF body(dots(margins.left()), dots(margins.top()), whole.width() - dots(margins.left() + margins.right()),
                      whole.height() - dots(margins.top() + margins.bottom()));

    ClosedDocument document;
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    document.setDefaultFont(serif(bodyPoints));
    document.documentLayout()->setPaintDevice(&writer);
    FormThings things(document, qr);
    document.setHtml(withPixels(paper.html));
    useOurFonts(document);
    document.setPageSize(body.size());
    things.stretchDottedLines();

    QPainter painter;
    if (!painter.begin(&writer))
        return notDrawn(u"printer"_s);
    const int pages = document.pageCount();
    for (int page = 0; page < pages; ++page) {
        if (page > 0 && !writer.newPage())
            return notDrawn(u"page"_s);
        painter.save();
        const QRectF shown(0, body.height() * page, body.width(), body.height());
        painter.translate(body.left(), body.top() - shown.top());
        painter.setClipRect(shown);
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = shown;
        context.palette.setColor(QPalette::Text, Qt::black);
        document.documentLayout()->draw(&painter, context);
        painter.restore();
        QString foot = paper.footer;
        if (pages > 1)
            foot += (foot.isEmpty() ? QString() : u" · "_s) + u"Trang %1/%2"_s.arg(page + 1).arg(pages);
        painter.setFont(serif(footPoints));
        painter.setPen(QColor(0x55, 0x5d, 0x68));
        painter.drawText(QRectF(body.left(), whole.height() - dots(footerFromEdge), body.width(), dots(footerFromEdge)),
                         Qt::AlignRight | Qt::AlignTop, foot);
    }
    if (!painter.end())
        return notDrawn(u"end"_s);
    return pdf;
}

} // namespace motcua
