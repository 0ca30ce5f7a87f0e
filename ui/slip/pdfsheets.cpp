#include "ui/slip/pdfsheets.h"

#include "ui/theme/theme.h"

#include <QBuffer>
#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPdfDocument>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int printDpi = 300; // sharp on paper, and a page stays below 40 MB
constexpr int widestPage = 760;

} // namespace

ChooseSlipFile chooseSlipFileByDialog()
{
    return [](QWidget *parent, const QString &proposed, const std::function<void(const QString &)> &then) {
        auto *dialog = new QFileDialog(parent, PdfSheets::tr("Save as PDF"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"pdf"_s);
        dialog->setNameFilter(PdfSheets::tr("PDF (*.pdf)"));
        dialog->selectFile(proposed);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, [then](const QString &path) { then(path); });
        dialog->open();
    };
}

PdfSheets::PdfSheets(QWidget *parent)
    : QScrollArea(parent)
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

PdfSheets::~PdfSheets() = default;

void PdfSheets::showPdf(const QByteArray &pdf)
{
    m_pdf = pdf;
    m_document.reset();
    if (!pdf.isEmpty()) {
        auto *buffer = new QBuffer;
        buffer->setData(m_pdf);
        buffer->open(QIODevice::ReadOnly);
        m_document = std::make_unique<QPdfDocument>();
        buffer->setParent(m_document.get());
        m_document->load(buffer);
    }
    m_drawnWidth = 0;
    drawPages();
}

int PdfSheets::pages() const
{
    return m_document ? m_document->pageCount() : 0;
}

void PdfSheets::drawPages()
{
    const int width = std::clamp(viewport()->width() - themeOf(this).px(24), 200, themeOf(this).px(widestPage));
    if (std::exchange(m_drawnWidth, width) == width)
        return;
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const qreal ratio = devicePixelRatioF();
    for (int page = 0; page < pages(); ++page) {
        const QSizeF points = m_document->pagePointSize(page);
        const QSize size = QSizeF(width, width * points.height() / points.width()).toSize();
        QImage image(size * ratio, QImage::Format_RGB32);
        image.fill(Qt::white);
        {
            QPainter painter(&image);
            painter.drawImage(0, 0, m_document->render(page, image.size()));
        }
        QPixmap picture = QPixmap::fromImage(image);
        picture.setDevicePixelRatio(ratio);
        auto *sheet = new QLabel;
        sheet->setPixmap(picture);
        sheet->setFixedSize(size);
        sheet->setAccessibleName(tr("Page %1").arg(page + 1));
        m_pages->addWidget(sheet);
    }
}

void PdfSheets::askForPrinter(const QString &name, const std::function<void()> &printed)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setResolution(printDpi);
    printer->setDocName(name);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, false);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer, printed] {
        printTo(*printer);
        printed();
    });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void PdfSheets::printTo(QPrinter &printer)
{
    printer.setFullPage(true);
    // A register lies on its side.
    const QSizeF first = pages() > 0 ? m_document->pagePointSize(0) : QSizeF();
    printer.setPageOrientation(first.width() > first.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPainter painter(&printer);
    for (int page = 0; page < pages(); ++page) {
        if (page > 0)
            printer.newPage();
        const QRect target(0, 0, printer.width(), printer.height());
        const QSizeF points = m_document->pagePointSize(page);
        const QSize size = points.toSize().scaled(target.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint(), size), m_document->render(page, size));
    }
}

Result<void> PdfSheets::save(const QString &path, const QString &subject) const
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(m_pdf) == m_pdf.size() && file.commit();
    if (!written)
        return fail(ErrorCode::SlipNotSaved, subject, QString::number(int(file.error())));
    return {};
}

void PdfSheets::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    drawPages();
}

} // namespace motcua
