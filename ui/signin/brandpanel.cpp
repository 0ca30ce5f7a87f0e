#include "ui/signin/brandpanel.h"

#include "ui/theme/icon.h"
#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace motcua {

namespace {

class IconLabel final : public QWidget
{
public:
    IconLabel(Icon icon, int side)
        : m_icon(icon)
    {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, themeOf(this).colors().focusOnDark);
    }

private:
    Icon m_icon;
};

} // namespace

BrandPanel::BrandPanel(const QString &commune, const QString &province, QWidget *parent)
    : QWidget(parent)
{
    const Theme &theme = themeOf(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(theme.px(48), theme.px(48), theme.px(40), theme.px(40));
    column->setSpacing(theme.px(8));
    column->addWidget(new IconLabel(Icon::Lotus, theme.px(56)));
    column->addSpacing(theme.px(8));
    auto *name = new TextLabel(tr("Một Cửa"), TextRole::Number, TextLabel::Ink::OnRail);
    column->addWidget(name);
    column->addWidget(new TextLabel(commune, TextRole::Heading, TextLabel::Ink::OnRail));
    column->addWidget(new TextLabel(province, TextRole::Body, TextLabel::Ink::OnRailMuted));
    column->addStretch(1);
    const auto promise = [&](Icon icon, const QString &text) {
        auto *row = new QHBoxLayout;
        row->setSpacing(theme.px(14));
        row->addWidget(new IconLabel(icon, theme.px(22)), 0, Qt::AlignTop);
        row->addWidget(new TextLabel(text, TextRole::Body, TextLabel::Ink::OnRail), 1);
        column->addLayout(row);
        column->addSpacing(theme.px(8));
    };
    promise(Icon::LinkOff, tr("Receives dossiers even without a network."));
    promise(Icon::Safe, tr("Everything entered is encrypted on this machine and kept until the portal has it."));
    promise(Icon::Received, tr("Each dossier reaches the portal exactly once."));
    column->addStretch(1);
}

void BrandPanel::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.colors().rail);
    if (m_stands)
        paintLotus(painter);
    else // half of all painting, and only an ornament: nobody waits for it
        QTimer::singleShot(0, this, qOverload<>(&QWidget::update));
    m_stands = true;
    if (theme.isHighContrast())
        painter.fillRect(width() - 2, 0, 2, height(), theme.colors().lineStrong);
}

// Large and quiet, cut off by the edge.
void BrandPanel::paintLotus(QPainter &painter)
{
    const int side = qMin(width(), height()) * 3 / 4;
    const QRectF place(width() - side * 0.62, height() - side * 0.72, side, side);
    paintIcon(painter, place, Icon::Lotus, themeOf(this).colors().railRaised);
}

} // namespace motcua
