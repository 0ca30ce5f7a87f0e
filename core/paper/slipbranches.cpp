// The part of the slip about linked procedures: which agency settles what, and in what time.
#include "core/paper/slippage.h"

#include "core/paper/slipstyle.h"
#include "core/paper/sliptexts.h"

#include <array>

namespace motcua {

using namespace slipstyle;

namespace {

constexpr Column numberColumn { 0, 9 };
constexpr Column titleColumn { 9, 57 };
constexpr Column agencyColumn { 66, 48 };
constexpr Column timeColumn { 114, 63 };
constexpr std::array columns { numberColumn, titleColumn, agencyColumn, timeColumn };

} // namespace

void SlipLayout::addBranches()
{
    if (m_content.branches.isEmpty())
        return;
    addHeading(m_say(QT_TRANSLATE_NOOP("Slip", "One dossier, settled by several agencies")));
    addBranchRow({ m_say(QT_TRANSLATE_NOOP("Slip", "No.")), m_say(QT_TRANSLATE_NOOP("Slip", "What is asked for")),
                   m_say(QT_TRANSLATE_NOOP("Slip", "Agency")), m_say(QT_TRANSLATE_NOOP("Slip", "Estimated time")) },
                 true);
    int number = 0;
    for (const SlipBranch &branch : m_content.branches)
        addBranchRow({ QString::number(++number), branch.title, branch.agency, branch.time }, false);
}

void SlipLayout::addBranchRow(const std::array<QString, 4> &texts, bool isHead)
{
    const QFont font = isHead ? m_sheet.font(smallSize, QFont::DemiBold) : m_sheet.font(cellSize);
    std::array<SetText, columns.size()> cells;
    qreal height = 0;
    for (size_t i = 0; i < columns.size(); ++i) {
        cells[i] = m_sheet.text(texts[i], font, columns[i].width - 2 * cellPad, i == 0 ? Qt::AlignHCenter : Qt::AlignLeft);
        height = std::max(height, cells[i].height());
    }
    const qreal pad = m_sheet.dots(1.1);
    height += 2 * pad;
    m_sheet.add({ .height = height,
                  .keepWithNext = isHead,
                  .repeats = isHead,
                  .isRow = !isHead,
                  .paint = [=, this](QPainter &painter, qreal top) {
                      const QRectF band(m_sheet.dots(Sheet::left), top, m_sheet.dots(Sheet::width), height);
                      if (isHead) {
                          painter.fillRect(band, tint);
                          painter.setPen(hairline(m_sheet.dots(0.3), ink));
                          painter.drawLine(band.topLeft(), band.topRight());
                      } else {
                          painter.setPen(hairline(m_sheet.dots(0.15)));
                      }
                      painter.drawLine(band.bottomLeft(), band.bottomRight());
                      painter.setPen(ink);
                      for (size_t i = 0; i < columns.size(); ++i)
                          cells[i].draw(painter, m_sheet.dots(Sheet::left + columns[i].left + cellPad), top + pad);
                  } });
}

} // namespace motcua
