#pragma once

#include <QFont>
#include <QList>
#include <QPainter>
#include <QPdfWriter>
#include <QTextLayout>

#include <functional>
#include <memory>

namespace motcua {

// A piece of text set to a width, measured on the printer's own grid.
class SetText
{
public:
    SetText() = default;
    SetText(const QString &text, const QFont &font, qreal width, Qt::Alignment alignment, QPaintDevice *device);

    qreal height() const { return m_height; }
    qreal widthUsed() const { return m_widthUsed; } // of its longest line
    void draw(QPainter &painter, qreal x, qreal y) const { m_layout->draw(&painter, QPointF(x, y)); }

private:
    std::shared_ptr<QTextLayout> m_layout;
    qreal m_height = 0;
    qreal m_widthUsed = 0;
};

// A4 as a stack of blocks that never break inside. Lengths outside are millimetres, inside the printer's dots.
class Sheet
{
public:
    struct Block
    {
        qreal height = 0;          // dots
        bool keepWithNext = false; // a heading never ends a page
        bool repeats = false;      // the head of a table: drawn again where its rows go on
        bool isRow = false;        // belongs to the last repeating block
        std::function<void(QPainter &, qreal top)> paint;
    };
    using Footer = std::function<void(QPainter &, qreal top, int page, int pages)>;

    explicit Sheet(QPdfWriter &writer);

    qreal dots(qreal millimetres) const;
    QFont font(qreal points, QFont::Weight weight = QFont::Normal) const;
    SetText text(const QString &text, const QFont &font, qreal widthMm, Qt::Alignment alignment = Qt::AlignLeft) const;

    void add(Block block) { m_blocks.append(std::move(block)); }
    void addSpace(qreal millimetres);
    bool print(const Footer &footer);

    static constexpr qreal left = 18;
    static constexpr qreal top = 13;
    static constexpr qreal width = 177;
    static constexpr qreal bottom = 280; // where the footer begins

private:
    using Page = QList<const Block *>;
    QList<Page> paginated() const;

    QPdfWriter &m_writer;
    QList<Block> m_blocks;
};

} // namespace motcua
