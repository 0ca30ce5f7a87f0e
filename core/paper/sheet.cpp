#include "core/paper/sheet.h"

#include "core/paper/fonts.h"

#include <QPageSize>

namespace motcua {

namespace {

constexpr int dotsPerInch = 1200;
constexpr qreal millimetresPerInch = 25.4;

} // namespace

SetText::SetText(const QString &text, const QFont &font, qreal width, Qt::Alignment alignment, QPaintDevice *device)
    : m_layout(std::make_shared<QTextLayout>(text, font, device))
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, m_height));
        m_height += line.height();
        m_widthUsed = std::max(m_widthUsed, line.naturalTextWidth());
    }
    m_layout->endLayout();
}

Sheet::Sheet(QPdfWriter &writer)
    : m_writer(writer)
{
    m_writer.setResolution(dotsPerInch);
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins(QMarginsF());
}

qreal Sheet::dots(qreal millimetres) const
{
    return millimetres / millimetresPerInch * dotsPerInch;
}

QFont Sheet::font(qreal points, QFont::Weight weight) const
{
    QFont font(bundledFontFamily());
    font.setPointSizeF(points);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

SetText Sheet::text(const QString &text, const QFont &font, qreal widthMm, Qt::Alignment alignment) const
{
    return SetText(text, font, dots(widthMm), alignment, &m_writer);
}

void Sheet::addSpace(qreal millimetres)
{
    add({ .height = dots(millimetres), .keepWithNext = true, .paint = {} });
}

QList<Sheet::Page> Sheet::paginated() const
{
    const qreal room = dots(bottom - top);
    QList<Page> pages { Page() };
    const Block *head = nullptr;
    qreal used = 0;
    for (qsizetype i = 0; i < m_blocks.size(); ++i) {
        const Block &block = m_blocks.at(i);
        if (block.repeats)
            head = &block;
        qreal needed = block.height;
        for (qsizetype next = i; m_blocks.at(next).keepWithNext && next + 1 < m_blocks.size(); ++next)
            needed += m_blocks.at(next + 1).height;
        if (used + needed > room && used > 0) {
            pages.append(Page());
            used = 0;
            if (block.isRow && head) {
                pages.last().append(head);
                used += head->height;
            }
        }
        const bool spaceAtTheTop = !block.paint && used == 0;
        if (spaceAtTheTop)
            continue;
        pages.last().append(&block);
        used += block.height;
    }
    return pages;
}

bool Sheet::print(const Footer &footer)
{
    QPainter painter;
    if (!painter.begin(&m_writer))
        return false;
    const QList<Page> pages = paginated();
    for (qsizetype number = 0; number < pages.size(); ++number) {
        if (number > 0 && !m_writer.newPage())
            return false;
        qreal y = dots(top);
        for (const Block *block : pages.at(number)) {
            if (block->paint)
                block->paint(painter, y);
            y += block->height;
        }
        footer(painter, dots(bottom), int(number) + 1, int(pages.size()));
    }
    return painter.end();
}

} // namespace motcua
