#pragma once

#include "ui/theme/theme.h"

#include <QProxyStyle>

namespace motcua {

// Draws the stock Qt widgets in our look: flat, 3-px focus rings, targets large enough for a finger. Fusion does the rest.
class ThemeStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit ThemeStyle(const Theme &theme);

    const Theme &theme() const { return m_theme; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    QPalette standardPalette() const override { return m_theme.palette(); }
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;

private:
    void drawField(const QStyleOption *option, QPainter *painter) const;
    void drawProblem(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawMark(PrimitiveElement element, const QStyleOption *option, QPainter *painter) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawCombo(const QStyleOptionComplex *option, QPainter *painter) const;

    Theme m_theme;
};

} // namespace motcua
