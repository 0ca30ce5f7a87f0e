#include "ui/theme/themestyle.h"

#include "ui/theme/paint.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>

using namespace Qt::StringLiterals;

namespace motcua {

ThemeStyle::ThemeStyle(const Theme &theme)
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
    , m_theme(theme)
{
}

void ThemeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QTabBar *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_DefaultFrameWidth:
        return metric == PM_DefaultFrameWidth ? 3 : 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return m_theme.px(22);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(10);
    case PM_ScrollBarExtent:
        return m_theme.px(14);
    case PM_ScrollBarSliderMin:
        return m_theme.px(40);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return m_theme.px(8);
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return m_theme.px(16);
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
        return m_theme.px(20);
    case PM_ToolTipLabelFrameWidth:
        return m_theme.px(6);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 3;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_UnderlineShortcut: // shortcuts are shown as key caps
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    case SH_ToolTip_WakeUpDelay:
        return 400;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                   const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    switch (type) {
    case CT_PushButton:
        return { contents.width() + m_theme.px(32), qMax(size.height(), m_theme.field()) };
    case CT_LineEdit:
    case CT_SpinBox:
        return { size.width(), qMax(size.height(), m_theme.field()) };
    case CT_ComboBox:
        return { contents.width() + m_theme.px(12 + 36), qMax(size.height(), m_theme.field()) };
    case CT_CheckBox:
    case CT_RadioButton:
        return { size.width() + m_theme.px(8), qMax(size.height(), m_theme.px(36)) };
    case CT_MenuItem:
    case CT_ItemViewItem:
        return { size.width(), qMax(size.height(), m_theme.px(34)) };
    case CT_TabBarTab:
        return { size.width() + m_theme.px(16), qMax(size.height(), m_theme.field()) };
    default:
        return size;
    }
}

QRect ThemeStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        return option->rect.adjusted(m_theme.px(8), 2, -m_theme.px(8), -2);
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect:
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_CheckBoxIndicator:
    case SE_RadioButtonIndicator:
    case SE_CheckBoxContents:
    case SE_RadioButtonContents:
        return QProxyStyle::subElementRect(element, option, widget).translated(m_theme.px(6), 0);
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const int arrow = m_theme.px(34);
        const QRect rect = option->rect;
        if (part == SC_ComboBoxEditField)
            return rect.adjusted(m_theme.px(8), 2, -arrow, -2);
        if (part == SC_ComboBoxArrow)
            return { rect.right() - arrow + 1, rect.top(), arrow, rect.height() };
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && part != SC_ScrollBarSlider) {
            if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
                return {};
            if (part == SC_ScrollBarGroove)
                return bar->rect;
        }
        if (bar) {
            const bool upright = bar->orientation == Qt::Vertical;
            const int length = upright ? bar->rect.height() : bar->rect.width();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            int slider = length;
            if (range > 0) {
                slider = int(qint64(bar->pageStep) * length / (range + bar->pageStep));
                slider = qBound(qMin(length, m_theme.px(40)), slider, length);
            }
            const int start =
                sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider, bar->upsideDown);
            if (part == SC_ScrollBarSlider)
                return upright ? QRect(0, start, bar->rect.width(), slider) : QRect(start, 0, slider, bar->rect.height());
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void ThemeStyle::drawField(const QStyleOption *option, QPainter *painter) const
{
    const ThemeColors &colors = m_theme.colors();
    const bool enabled = option->state & State_Enabled;
    const bool readOnly = option->state & State_ReadOnly;
    const QColor fill = enabled && !readOnly ? option->palette.color(QPalette::Base) : colors.sunken;
    paintBox(*painter, option->rect, fill, enabled && !readOnly ? colors.lineStrong : colors.line, m_theme.border(),
             m_theme.radius());
    if (option->state & State_HasFocus)
        paintFocusRing(*painter, option->rect, colors.focus, m_theme.radius());
}

// Form fields carry what is wrong with them in the property "problem": missing, error or doubt. The focus ring has precedence.
void ThemeStyle::drawProblem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const QString problem = widget ? widget->property("problem").toString() : QString();
    if (problem.isEmpty() || (option->state & State_HasFocus))
        return;
    const QColor line = m_theme.tone(problem == "error"_L1 ? Tone::Error : Tone::Waiting).ink;
    paintBox(*painter, option->rect, Qt::transparent, line, 2, m_theme.radius());
}

void ThemeStyle::drawMark(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const
{
    const ThemeColors &colors = m_theme.colors();
    const bool enabled = option->state & State_Enabled;
    const bool on = option->state & State_On;
    const bool some = option->state & State_NoChange;
    const QColor strong = enabled ? colors.primary : colors.lineStrong;
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const bool round = element == PE_IndicatorRadioButton;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool filled = !round && (on || some);
    const QColor rim = on || some || (option->state & State_MouseOver) ? strong : colors.lineStrong;
    paintBox(*painter, box, filled ? strong : colors.surface, rim, 2, round ? box.width() / 2 : m_theme.px(4));
    if (round && on) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(strong);
        const qreal inset = box.width() * 0.27;
        painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    } else if (filled) {
        painter->setPen(QPen(colors.onPrimary, box.width() / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        QPainterPath tick;
        if (on) {
            tick.moveTo(box.left() + box.width() * 0.25, box.top() + box.height() * 0.53);
            tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71);
            tick.lineTo(box.left() + box.width() * 0.76, box.top() + box.height() * 0.32);
        } else {
            tick.moveTo(box.left() + box.width() * 0.28, box.center().y());
            tick.lineTo(box.left() + box.width() * 0.72, box.center().y());
        }
        painter->setBrush(Qt::NoBrush);
        painter->drawPath(tick);
    }
    painter->restore();
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    const ThemeColors &colors = m_theme.colors();
    switch (element) {
    case PE_PanelLineEdit: {
        // An edit inside a combo or spin box has no frame of its own.
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (!frame || frame->lineWidth > 0)
            drawField(option, painter);
        drawProblem(option, painter, widget);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            QStyleOption copy(*option);
            copy.state.setFlag(State_HasFocus, widget->hasFocus());
            paintBox(*painter, copy.rect, Qt::transparent, colors.lineStrong, m_theme.border(), m_theme.radius());
            if (widget->hasFocus())
                paintFocusRing(*painter, copy.rect, colors.focus, m_theme.radius());
            drawProblem(option, painter, widget);
            return;
        }
        paintBox(*painter, option->rect, Qt::transparent, colors.line, m_theme.border(), m_theme.radius());
        return;
    case PE_FrameMenu:
        paintBox(*painter, option->rect, colors.surface, colors.lineStrong, m_theme.border(), 0);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, colors.surface);
        return;
    case PE_FrameFocusRect:
        paintFocusRing(*painter, option->rect, colors.focus, m_theme.radius());
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool main = button && (button->features & QStyleOptionButton::DefaultButton);
        paintButton(*painter, option->rect, m_theme, main ? Emphasis::Primary : Emphasis::Secondary, option->state);
        return;
    }
    case PE_PanelButtonTool:
        paintButton(*painter, option->rect, m_theme, Emphasis::Quiet, option->state);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorRadioButton:
    case PE_IndicatorItemViewItemCheck:
        drawMark(element, option, painter);
        return;
    case PE_PanelItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (item && item->backgroundBrush.style() != Qt::NoBrush)
            painter->fillRect(option->rect, item->backgroundBrush);
        if (option->state & State_Selected)
            painter->fillRect(option->rect, colors.primarySoft);
        else if (option->state & State_MouseOver)
            painter->fillRect(option->rect, colors.sunken);
        return;
    }
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colors.rail);
        if (m_theme.isHighContrast())
            paintBox(*painter, option->rect, Qt::transparent, colors.lineStrong, 2, 0);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ThemeStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const ThemeColors &colors = m_theme.colors();
    switch (element) {
    case CE_PushButtonLabel: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        QStyleOptionButton copy(*button);
        const bool main = copy.features & QStyleOptionButton::DefaultButton;
        const bool enabled = copy.state & State_Enabled;
        copy.palette.setColor(QPalette::ButtonText, !enabled ? colors.lineStrong : main ? colors.onPrimary : colors.primary);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_CheckBox:
    case CE_RadioButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (!button)
            break;
        const bool check = element == CE_CheckBox;
        QStyleOptionButton part(*button);
        part.rect = visualRect(option->direction, option->rect,
                               subElementRect(check ? SE_CheckBoxIndicator : SE_RadioButtonIndicator, option, widget));
        drawMark(check ? PE_IndicatorCheckBox : PE_IndicatorRadioButton, &part, painter);
        part.rect = visualRect(option->direction, option->rect,
                               subElementRect(check ? SE_CheckBoxContents : SE_RadioButtonContents, option, widget));
        QProxyStyle::drawControl(check ? CE_CheckBoxLabel : CE_RadioButtonLabel, &part, painter, widget);
        if (option->state & State_HasFocus)
            paintFocusRing(*painter, option->rect, colors.focus, m_theme.radius());
        return;
    }
    case CE_ItemViewItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        if (!item)
            break;
        QStyleOptionViewItem copy(*item);
        copy.palette.setColor(QPalette::HighlightedText, colors.text);
        copy.state.setFlag(State_HasFocus, false); // the row is marked as a whole
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_HeaderSection: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        painter->fillRect(option->rect, colors.sunken);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), colors.lineStrong);
        if (header && header->position != QStyleOptionHeader::End && header->position != QStyleOptionHeader::OnlyOneSection)
            painter->fillRect(QRect(option->rect.right(), option->rect.top() + 8, 1, option->rect.height() - 16), colors.line);
        return;
    }
    case CE_HeaderLabel: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        if (!header)
            break;
        const QRect place = header->rect.adjusted(m_theme.px(12) - 2, 0, 0, 0);
        painter->setFont(m_theme.font(TextRole::Small));
        painter->setPen(colors.muted);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(header->text, Qt::ElideRight, place.width()));
        return;
    }
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, colors.sunken);
        return;
    case CE_ProgressBarGroove:
        paintBox(*painter, option->rect, colors.sunken, colors.line, 1, m_theme.px(4));
        return;
    case CE_FocusFrame:
        paintFocusRing(*painter, option->rect, colors.focus, m_theme.radius());
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ThemeStyle::drawCombo(const QStyleOptionComplex *option, QPainter *painter) const
{
    const QStyleOption &plain = *option; // a field knows nothing of a combo box's parts
    QStyleOption field(plain);
    field.state.setFlag(State_ReadOnly, false);
    drawField(&field, painter);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, nullptr);
    const bool enabled = option->state & State_Enabled;
    paintChevron(*painter, QRectF(arrow).center(), m_theme.px(11), enabled ? m_theme.colors().text : m_theme.colors().lineStrong);
}

void ThemeStyle::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const ThemeColors &colors = m_theme.colors();
    const QRectF slider = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
    const bool active = option->state & (State_MouseOver | State_Sunken);
    painter->fillRect(option->rect, colors.window);
    const qreal inset = active ? 2 : 4;
    const QRectF shape = slider.adjusted(inset, inset, -inset, -inset);
    const qreal radius = qMin(shape.width(), shape.height()) / 2;
    paintBox(*painter, shape, active ? colors.muted : colors.lineStrong, Qt::transparent, 0, radius);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    if (control == CC_ComboBox)
        return drawCombo(option, painter);
    if (control == CC_ScrollBar)
        return drawScrollBar(option, painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace motcua
