#include "ui/slip/pdfpage.h"

#include "core/counter/paperdesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnsFrom = 860;

} // namespace

PdfPage::PdfPage(const UiServices &services, ChooseFile choose, Words words, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_side(new QScrollArea)
    , m_banner(new Banner)
    , m_sheets(new PdfSheets(services.reader))
    , m_print(new PrimaryButton(words.print, Icon::Print))
    , m_save(new SecondaryButton(tr("Save as PDF…"), Icon::Download))
    , m_done(new SecondaryButton(words.done, Icon::Back))
    , m_choose(std::move(choose))
    , m_words(std::move(words))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    const Theme &theme = themeOf(this);
    m_columns->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    m_columns->setSpacing(theme.px(24));
    auto *side = new QWidget;
    m_column = new QVBoxLayout(side);
    m_column->setContentsMargins(0, 0, theme.px(4), 0);
    m_column->setSpacing(theme.px(14));
    m_side->setWidgetResizable(true);
    m_side->setFrameShape(QFrame::NoFrame);
    m_side->setFocusPolicy(Qt::NoFocus);
    m_side->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_side->setWidget(side);
    m_columns->addWidget(m_side, 5);
    m_sheets->setAccessibleName(m_words.preview);
    m_columns->addWidget(m_sheets, 6);

    m_print->setKeyHint(u"Ctrl+P"_s);
    m_print->setShortcut(QKeySequence(QKeySequence::Print));
    m_print->setEnabled(false);
    m_save->setEnabled(false);
    connect(m_print, &QPushButton::clicked, this, [this] {
        m_sheets->askForPrinter(
            m_localCode, [this](const Result<void> &printed) { printed ? notePrinted() : m_banner->showError(printed.error()); });
    });
    connect(m_sheets, &PdfSheets::failed, this, &PdfPage::showTrouble);
    connect(m_sheets, &PdfSheets::opened, this, [this] {
        m_print->setEnabled(true);
        if (isVisible() && (m_done->hasFocus() || !focusWidget()))
            m_print->setFocus(Qt::TabFocusReason);
    });
    connect(m_save, &QPushButton::clicked, this, &PdfPage::askWhereToSave);
    connect(m_done, &QPushButton::clicked, this, &PdfPage::done);
    connect(m_banner, &Banner::actionPressed, this, [this] {
        m_banner->clear();
        if (std::exchange(m_warned, false))
            m_choose(this, fileName() + u".pdf"_s, [this](const QString &path) { save(path); });
        else
            openAgain();
    });
}

void PdfPage::enter()
{
    (m_print->isEnabled() ? m_print : m_done)->setFocus(Qt::TabFocusReason);
}

void PdfPage::showSheets(const Result<QByteArray> &pdf)
{
    m_sheets->showPdf(pdf ? *pdf : QByteArray());
    m_print->setEnabled(false); // until the reader has opened it
    m_save->setEnabled(pdf.has_value());
    if (!pdf)
        showTrouble(pdf.error());
}

void PdfPage::showTrouble(const Error &error)
{
    m_banner->showError(error);
    m_banner->setAction(tr("Try again"), Icon::Refresh);
}

void PdfPage::askWhereToSave()
{
    m_warned = true;
    m_banner->showMessage(Tone::Waiting, tr("The PDF holds personal data"),
                          tr("Once it is saved as a file, this program no longer protects it. Save it only where the citizen or "
                             "the office wants it."));
    m_banner->setAction(tr("Choose the place"), Icon::Download);
    m_banner->setClosable(true);
}

void PdfPage::save(const QString &path)
{
    const Result<void> saved = saveFile(path, m_sheets->pdf(), m_id);
    m_banner->setAction({});
    if (!saved)
        return m_banner->showError(saved.error());
    notePrinted();
    m_banner->showMessage(Tone::Good, m_words.saved);
}

QFuture<Result<void>> PdfPage::noteTaken()
{
    return m_services.counter.papers().notePrinted(m_id, paperId());
}

// A failure is kept for the help desk; the paper is in the citizen's hand all the same.
void PdfPage::notePrinted()
{
    noteTaken().then(this, [this](const Result<void> &noted) {
        if (!noted)
            m_banner->showError(noted.error());
    });
}

void PdfPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool wide = event->size().width() >= themeOf(this).px(columnsFrom);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace motcua
