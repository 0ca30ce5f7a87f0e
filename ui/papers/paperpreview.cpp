#include "ui/papers/paperpreview.h"

#include "core/base/errorcatalog.h"
#include "core/counter/counter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr double largestZoom = 4.0;

} // namespace

PaperPreview::PaperPreview(Counter &counter, QWidget *parent)
    : QWidget(parent)
    , m_counter(counter)
    , m_title(new TextLabel({}, TextRole::Strong, TextLabel::Ink::Normal, this))
    , m_pages(new TextLabel({}, TextRole::Small, TextLabel::Ink::Muted, this))
    , m_close(new QuietButton(tr("Back to the list"), Icon::Back, this))
    , m_previous(new IconButton(Icon::ChevronLeft, tr("Previous page"), this))
    , m_next(new IconButton(Icon::ChevronRight, tr("Next page"), this))
    , m_smaller(new IconButton(Icon::ZoomOut, tr("Smaller"), this))
    , m_larger(new IconButton(Icon::ZoomIn, tr("Larger"), this))
    , m_area(new QScrollArea(this))
    , m_sheet(new QLabel)
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme.px(6));
    m_title->setWordWrap(false);
    m_pages->setWordWrap(false);
    column->addWidget(m_title);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(theme.px(4));
    bar->addWidget(m_close);
    bar->addWidget(m_previous);
    bar->addWidget(m_pages);
    bar->addWidget(m_next);
    bar->addStretch(1);
    bar->addWidget(m_smaller);
    bar->addWidget(m_larger);
    column->addLayout(bar);
    m_area->setWidget(m_sheet);
    m_area->setWidgetResizable(true);
    m_area->setAlignment(Qt::AlignCenter);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setAccessibleName(tr("Preview of the paper"));
    m_area->viewport()->setBackgroundRole(QPalette::Window);
    m_sheet->setAlignment(Qt::AlignCenter);
    m_sheet->setWordWrap(true);
    column->addWidget(m_area, 1);
    m_close->hide();
    connect(m_close, &QPushButton::clicked, this, &PaperPreview::closeRequested);
    connect(m_previous, &QPushButton::clicked, this, [this] {
        --m_page;
        ask();
    });
    connect(m_next, &QPushButton::clicked, this, [this] {
        ++m_page;
        ask();
    });
    connect(m_smaller, &QPushButton::clicked, this, [this] { setZoom(m_zoom / 1.5); });
    connect(m_larger, &QPushButton::clicked, this, [this] { setZoom(m_zoom * 1.5); });
    clear();
}

void PaperPreview::show(const Attachment &paper, const QString &caption)
{
    const bool other = !m_paper || m_paper->id != paper.id;
    m_paper = paper;
    m_caption = caption;
    m_page = other ? 0 : std::min(m_page, paper.pages - 1);
    if (other)
        m_zoom = 1.0;
    ask();
}

void PaperPreview::clear()
{
    ++m_asked;
    m_paper.reset();
    m_image = {};
    m_title->clear();
    m_pages->clear();
    m_sheet->setPixmap({});
    m_sheet->setText(tr("A paper that you add is shown here."));
    for (IconButton *button : { m_previous, m_next, m_smaller, m_larger })
        button->hide();
}

void PaperPreview::setClosable(bool closable)
{
    if (closable == !m_close->isHidden())
        return;
    m_close->setVisible(closable);
    if (closable)
        m_close->setFocus(Qt::TabFocusReason);
}

void PaperPreview::ask()
{
    if (!m_paper)
        return;
    const bool several = m_paper->pages > 1;
    m_title->setText(m_caption);
    m_pages->setText(several ? tr("Page %1 of %2").arg(m_page + 1).arg(m_paper->pages) : QString());
    m_previous->setVisible(several);
    m_next->setVisible(several);
    m_previous->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < m_paper->pages);
    m_smaller->setVisible(true);
    m_larger->setVisible(true);
    m_smaller->setEnabled(m_zoom > 1.0);
    m_larger->setEnabled(m_zoom < largestZoom);
    const QSize room = (m_area->size() - QSize(12, 12)).expandedTo({ 80, 80 });
    const quint64 asked = ++m_asked;
    m_counter.paperPreview(*m_paper, m_page, room * (m_zoom * devicePixelRatioF()))
        .then(this, [this, asked](const Result<QImage> &image) {
            if (asked != m_asked)
                return;
            m_image = image ? *image : QImage();
            if (!image)
                m_sheet->setText(explainInOneLine(image.error()));
            else
                place();
        });
}

void PaperPreview::place()
{
    QPixmap picture = QPixmap::fromImage(m_image);
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_sheet->setPixmap(picture);
}

void PaperPreview::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, 1.0, largestZoom);
    ask();
}

void PaperPreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_paper)
        ask();
}

} // namespace motcua
