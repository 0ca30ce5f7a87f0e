#include "ui/slip/slippage.h"

#include "core/counter/counter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QFileDialog>
#include <QLabel>
#include <QPainter>
#include <QPdfDocument>
#include <QPrintDialog>
#include <QPrinter>
#include <QResizeEvent>
#include <QSaveFile>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnsFrom = 860;
constexpr int printDpi = 300; // sharp on paper, and a page stays below 40 MB
constexpr int widestPage = 760;

} // namespace

ChooseSlipFile chooseSlipFileByDialog()
{
    return [](QWidget *parent, const QString &proposed, const std::function<void(const QString &)> &then) {
        auto *dialog = new QFileDialog(parent, SlipPage::tr("Save the slip as PDF"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(u"pdf"_s);
        dialog->setNameFilter(SlipPage::tr("PDF (*.pdf)"));
        dialog->selectFile(proposed);
        QObject::connect(dialog, &QFileDialog::fileSelected, parent, [then](const QString &path) { then(path); });
        dialog->open();
    };
}

SlipPage::SlipPage(const UiServices &services, ChooseSlipFile choose, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_choose(std::move(choose))
    , m_banner(new Banner)
    , m_area(new QScrollArea)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    const Theme &theme = themeOf(this);
    m_columns->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    m_columns->setSpacing(theme.px(24));
    auto *sideArea = new QScrollArea;
    m_side = sideArea;
    sideArea->setWidgetResizable(true);
    sideArea->setFrameShape(QFrame::NoFrame);
    sideArea->setFocusPolicy(Qt::NoFocus);
    sideArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sideArea->setWidget(makeSide());
    m_columns->addWidget(sideArea, 5);

    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_area->setAccessibleName(tr("Preview of the provisional slip"));
    auto *sheets = new QWidget;
    sheets->setBackgroundRole(QPalette::Window);
    sheets->setAutoFillBackground(true);
    m_pages = new QVBoxLayout(sheets);
    m_pages->setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12));
    m_pages->setSpacing(theme.px(12));
    m_pages->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_area->setWidget(sheets);
    m_columns->addWidget(m_area, 6);
}

SlipPage::~SlipPage() = default;

QWidget *SlipPage::makeSide()
{
    const Theme &theme = themeOf(this);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, theme.px(4), 0);
    column->setSpacing(theme.px(14));
    m_headline = new TextLabel(tr("The dossier is saved on this machine"), TextRole::Title);
    m_state = new TextLabel;
    column->addWidget(m_headline);
    column->addWidget(m_state);

    auto *codeCard = new Card;
    codeCard->body()->addWidget(new TextLabel(tr("Provisional code of this kiosk"), TextRole::Small, TextLabel::Ink::Muted));
    m_code = new TextLabel({}, TextRole::Title, TextLabel::Ink::Primary);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_code->setWordWrap(true);
    codeCard->body()->addWidget(m_code);
    codeCard->body()->addWidget(
        new TextLabel(tr("Not an official dossier code. The portal gives that one after it has received the dossier."),
                      TextRole::Small, TextLabel::Ink::Muted));
    column->addWidget(codeCard);

    m_print = new PrimaryButton(tr("Print the slip"), Icon::Print);
    m_print->setKeyHint(u"Ctrl+P"_s);
    m_print->setShortcut(QKeySequence(QKeySequence::Print));
    m_save = new SecondaryButton(tr("Save as PDF…"), Icon::Download);
    m_done = new SecondaryButton(tr("Done, back to home"), Icon::Home);
    m_print->setEnabled(false);
    m_save->setEnabled(false);
    connect(m_print, &QPushButton::clicked, this, &SlipPage::print);
    connect(m_save, &QPushButton::clicked, this, &SlipPage::askWhereToSave);
    connect(m_done, &QPushButton::clicked, this, &SlipPage::done);
    connect(m_banner, &Banner::actionPressed, this, [this] {
        m_banner->clear();
        if (std::exchange(m_warned, false))
            m_choose(this, m_localCode + u".pdf"_s, [this](const QString &path) { save(path); });
        else
            open(m_id);
    });
    column->addWidget(m_banner);
    column->addWidget(m_print);
    column->addWidget(m_save);
    column->addWidget(m_done);

    auto *next = new Card;
    next->body()->addWidget(new TextLabel(tr("What happens next"), TextRole::Heading));
    m_steps = new TextLabel;
    next->body()->addWidget(m_steps);
    column->addWidget(next);
    column->addStretch(1);
    return side;
}

QString SlipPage::title() const
{
    return tr("Provisional slip");
}

void SlipPage::enter()
{
    (m_print->isEnabled() ? m_print : m_done)->setFocus(Qt::TabFocusReason);
}

void SlipPage::open(const QString &dossierId)
{
    m_id = dossierId;
    m_banner->clear();
    m_services.counter.dossier(dossierId).then(this, [this](const Result<Dossier> &dossier) {
        if (dossier)
            showDossier(*dossier);
        else
            m_banner->showError(dossier.error());
    });
    m_services.counter.slip(dossierId).then(this, [this](const Result<QByteArray> &pdf) { showSlip(pdf); });
}

// Says only what is known: saved here is not sent, sent is not received.
void SlipPage::showDossier(const Dossier &dossier)
{
    m_localCode = dossier.summary.localCode;
    m_code->setText(m_localCode);
    setAccessibleDescription(m_localCode);
    if (dossier.summary.delivery == DeliveryState::Received) {
        m_headline->setText(tr("The portal has received the dossier"));
        m_state->setText(tr("Official code: %1. Give the citizen the official receipt.").arg(dossier.summary.officialCode));
    } else {
        m_headline->setText(tr("The dossier is saved on this machine"));
        m_state->setText(tr("Saved, waiting to be sent to the portal. The portal does not have it yet."));
    }
    m_steps->setText(QStringList {
        tr("1. Give the originals back, and the printed slip with them."),
        tr("2. As soon as there is a connection, the machine sends the dossier by itself. There is nothing to press."),
        tr("3. The time limit counts from the portal's receipt; the official code and the due date then appear in the queue."),
        tr("4. Tell the citizen how you will pass on the official receipt: by phone or at the next visit."),
    }
                         .join(u'\n'));
    // The code does not wrap, and nothing may be cut off beside the scroll bar.
    const Theme &theme = themeOf(this);
    const int codeWidth = QFontMetrics(theme.font(TextRole::Title)).horizontalAdvance(m_localCode);
    m_side->setMinimumWidth(codeWidth + theme.px(60) + m_side->verticalScrollBar()->sizeHint().width());
}

void SlipPage::showSlip(const Result<QByteArray> &pdf)
{
    if (!pdf) {
        m_banner->showError(pdf.error());
        m_banner->setAction(tr("Try again"), Icon::Refresh);
        return;
    }
    m_pdf = *pdf;
    auto *buffer = new QBuffer;
    buffer->setData(m_pdf);
    buffer->open(QIODevice::ReadOnly);
    m_document = std::make_unique<QPdfDocument>();
    buffer->setParent(m_document.get());
    m_document->load(buffer);
    m_print->setEnabled(shownPages() > 0);
    m_save->setEnabled(true);
    drawPages();
    if (isVisible() && (m_done->hasFocus() || !focusWidget()))
        m_print->setFocus(Qt::TabFocusReason);
}

int SlipPage::shownPages() const
{
    return m_document ? m_document->pageCount() : 0;
}

void SlipPage::drawPages()
{
    if (!m_document)
        return;
    while (QLayoutItem *item = m_pages->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const int width = std::clamp(m_area->viewport()->width() - themeOf(this).px(24), 200, themeOf(this).px(widestPage));
    const qreal ratio = devicePixelRatioF();
    for (int page = 0; page < shownPages(); ++page) {
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
        sheet->setAccessibleName(tr("Page %1 of the slip").arg(page + 1));
        m_pages->addWidget(sheet);
    }
}

void SlipPage::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setResolution(printDpi);
    printer->setDocName(m_localCode);
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, false);
    connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), this, [this, printer] { printTo(*printer); });
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void SlipPage::printTo(QPrinter &printer)
{
    printer.setFullPage(true);
    QPainter painter(&printer);
    for (int page = 0; page < shownPages(); ++page) {
        if (page > 0)
            printer.newPage();
        const QRect target(0, 0, printer.width(), printer.height());
        const QSizeF points = m_document->pagePointSize(page);
        const QSize size = points.toSize().scaled(target.size(), Qt::KeepAspectRatio);
        painter.drawImage(QRect(QPoint(), size), m_document->render(page, size));
    }
}

void SlipPage::askWhereToSave()
{
    m_warned = true;
    m_banner->showMessage(Tone::Waiting, tr("The PDF holds personal data"),
                          tr("Once it is saved as a file, this program no longer protects it. Save it only where the citizen or "
                             "the office wants it."));
    m_banner->setAction(tr("Choose the place"), Icon::Download);
    m_banner->setClosable(true);
}

void SlipPage::save(const QString &path)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(m_pdf) == m_pdf.size() && file.commit();
    m_banner->setAction({});
    if (written) {
        m_banner->showMessage(Tone::Good, tr("The slip is saved as PDF."));
    } else {
        const Result<void> failed = fail(ErrorCode::SlipNotSaved, m_id, QString::number(int(file.error())));
        m_banner->showError(failed.error());
    }
}

void SlipPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool wide = event->size().width() >= themeOf(this).px(columnsFrom);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    drawPages();
}

} // namespace motcua
