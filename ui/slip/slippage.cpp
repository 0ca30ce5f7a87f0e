#include "ui/slip/slippage.h"

#include "core/counter/counter.h"
#include "core/counter/paperdesk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/textlabel.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>

#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr int columnsFrom = 860;

} // namespace

SlipPage::SlipPage(const UiServices &services, ChooseSlipFile choose, QWidget *parent)
    : Page(parent)
    , m_services(services)
    , m_choose(std::move(choose))
    , m_banner(new Banner)
    , m_sheets(new PdfSheets)
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

    m_sheets->setAccessibleName(tr("Preview of the provisional slip"));
    m_columns->addWidget(m_sheets, 6);
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
    m_papers = new SecondaryButton(tr("Other papers to print"), Icon::Papers);
    m_done = new SecondaryButton(tr("Done, back to home"), Icon::Home);
    connect(m_papers, &QPushButton::clicked, this, [this] { Q_EMIT papersRequested(m_id); });
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
    column->addWidget(m_papers);
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
    m_sheets->showPdf(*pdf);
    m_print->setEnabled(shownPages() > 0);
    m_save->setEnabled(true);
    if (isVisible() && (m_done->hasFocus() || !focusWidget()))
        m_print->setFocus(Qt::TabFocusReason);
}

int SlipPage::shownPages() const
{
    return m_sheets->pages();
}

void SlipPage::print()
{
    m_sheets->askForPrinter(m_localCode, [this] { notePrinted(); });
}

void SlipPage::printTo(QPrinter &printer)
{
    m_sheets->printTo(printer);
}

// A failure is kept for the help desk; the paper is in the citizen's hand all the same.
void SlipPage::notePrinted()
{
    m_services.counter.papers().notePrinted(m_id, provisionalSlipId.toString()).then(this, [this](const Result<void> &noted) {
        if (!noted)
            m_banner->showError(noted.error());
    });
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
    const Result<void> saved = m_sheets->save(path, m_id);
    m_banner->setAction({});
    if (!saved)
        return m_banner->showError(saved.error());
    notePrinted();
    m_banner->showMessage(Tone::Good, tr("The slip is saved as PDF."));
}

void SlipPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool wide = event->size().width() >= themeOf(this).px(columnsFrom);
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace motcua
