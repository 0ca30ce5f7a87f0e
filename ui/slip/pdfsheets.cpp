#include "ui/slip/pdfsheets.h"

#include "core/base/errorcatalog.h"
#include "core/paper/readerprogram.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int printDpi = 300; // sharp on paper, and a page stays below 40 MB
constexpr int widestPage = 760;
constexpr qreal longestPage = 6; // times its width: a strip of paper, and no picture beyond all memory

} // namespace

PdfSheets::PdfSheets(ReaderProgram &reader, QWidget *parent)
    : QScrollArea(parent)
    , m_reader(reader)
{
    const Theme &theme = themeOf(this);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    auto *sheets = new QWidget;
    sheets->setBackgroundRole(QPalette::Window);
    sheets->setAutoFillBackground(true);
    m_pages = new QVBoxLayout(sheets);
    m_pages->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    m_pages->setSpacing(theme.px(12));
    m_pages->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setWidget(sheets);
}

void PdfSheets::showPdf(const QByteArray &pdf)
{
    m_pdf = pdf;
    m_sizes.clear();
    m_drawnWidth = 0;
    ++m_shown;
    layOut();
    if (pdf.isEmpty())
        return;
    m_reader.sheets(pdf).then(this, [this, asked = m_shown](const Result<QList<QSizeF>> &sheets) {
        if (asked != m_shown)
            return;
        if (!sheets)
            return Q_EMIT failed(sheets.error());
        m_sizes = *sheets;
        m_drawnWidth = 0;
        layOut();
        Q_EMIT opened();
    });
}

void PdfSheets::layOut()
{
    const int width = std::clamp(viewport()->width() - themeOf(this).px(24), 200, themeOf(this).px(widestPage));
    if (std::exchange(m_drawnWidth, width) == width)
        return;
    ++m_drawing;
    m_sheets.clear();
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QSizeF &points : m_sizes) {
        auto *sheet = new QLabel;
        sheet->setFixedSize(width, int(width * std::min(points.height() / points.width(), longestPage)));
        sheet->setWordWrap(true);
        sheet->setAutoFillBackground(true);
        sheet->setBackgroundRole(QPalette::Base);
        sheet->setAccessibleName(tr("Page %1").arg(m_sheets.size() + 1));
        m_sheets.append(sheet);
        m_pages->addWidget(sheet);
    }
    drawPage(0);
}

// One after the other, so that a change of size does not wait for pages that nobody will see.
void PdfSheets::drawPage(int page)
{
    if (page >= m_sheets.size())
        return;
    const QSize size = m_sheets.at(page)->size() * devicePixelRatioF();
    m_reader.render(m_pdf, u"application/pdf"_s, page, size)
        .then(this, [this, page, drawing = m_drawing](const Result<QImage> &image) {
            if (drawing != m_drawing)
                return;
            showPage(page, image);
            drawPage(page + 1);
        });
}

void PdfSheets::showPage(int page, const Result<QImage> &image)
{
    QLabel *sheet = m_sheets.at(page);
    if (!image)
        return sheet->setText(explainInOneLine(image.error()));
    QPixmap picture = QPixmap::fromImage(*image);
    picture.setDevicePixelRatio(devicePixelRatioF());
    sheet->setPixmap(picture);
}

void PdfSheets::askForPrinter(const QString &name, const std::function<void(const Result<void> &)> &printed)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setResolution(printDpi);
    printer->setDocName(name);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, false);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this,
            [this, printer, printed] { printed(printTo(*printer)); });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

Result<void> PdfSheets::printTo(QPrinter &printer)
{
    printer.setFullPage(true);
    // A register lies on its side.
    const QSizeF first = m_sizes.isEmpty() ? QSizeF() : m_sizes.first();
    printer.setPageOrientation(first.width() > first.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPainter painter;
    for (int page = 0; page < pages(); ++page) {
        const QSize whole(printer.width(), printer.height());
        const Result<QImage> image = m_reader.render(m_pdf, u"application/pdf"_s, page, whole).result();
        if (!image) {
            printer.abort();
            return passOn(image);
        }
        page == 0 ? painter.begin(&printer) : printer.newPage();
        painter.drawImage(QPoint(), *image);
    }
    return {};
}

void PdfSheets::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    layOut();
}

} // namespace motcua
