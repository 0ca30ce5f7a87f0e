// SlipLayout, the code for transfers: beside it in words what a banking app will show, so that people can compare, and what it is not.
#include "core/paper/sliptexts.h"
#include "core/paper/slippage.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qreal codeSide = 22; // millimetres; modules of 0.6 mm, which phones read from a table
constexpr qreal quietSide = 2.6;
constexpr qreal wordsLeft = codeSide + 2 * quietSide + 2;
constexpr qreal labelWidth = 30;

} // namespace

void SlipLayout::addTransfer()
{
    if (!m_payCode)
        return;
    const SlipTransfer &transfer = m_content.transfer;
    addHeading(m_say(QT_TRANSLATE_NOOP("Slip", "Transfer by VietQR (if you wish)")));
    const std::pair<QString, QString> facts[] = {
        { m_say(QT_TRANSLATE_NOOP("Slip", "Amount")), transfer.amount },
        { m_say(QT_TRANSLATE_NOOP("Slip", "Account holder")), transfer.holder },
        { m_say(QT_TRANSLATE_NOOP("Slip", "Account")),
          m_say(QT_TRANSLATE_NOOP("Slip", "%1 (bank code %2)")).arg(transfer.account, transfer.bin) },
        { m_say(QT_TRANSLATE_NOOP("Slip", "Purpose of payment")), transfer.purpose },
    };
    QList<std::pair<SetText, SetText>> lines;
    qreal height = 0;
    for (const auto &[label, value] : facts) {
        lines.append({ m_sheet.text(label, m_sheet.font(9.5), labelWidth),
                       m_sheet.text(value, m_sheet.font(9.5, QFont::DemiBold), Sheet::width - wordsLeft - labelWidth) });
        height += std::max(lines.last().first.height(), lines.last().second.height()) + m_sheet.dots(0.5);
    }
    const SetText state = m_sheet.text(
        m_say(QT_TRANSLATE_NOOP(
            "Slip", "State: waiting for reconciliation. This code only fills in a transfer; it is no proof of payment. "
                    "The fee counts as paid only when the portal or the office confirms it.")),
        m_sheet.font(8.5), Sheet::width - wordsLeft);
    height = std::max(height + state.height() + m_sheet.dots(1), m_sheet.dots(codeSide + 2 * quietSide));
    m_sheet.add({ .height = height, .paint = [=, this](QPainter &painter, qreal top) {
                     const qreal left = m_sheet.dots(Sheet::left);
                     drawQr(painter, *m_payCode, left + m_sheet.dots(quietSide), top + m_sheet.dots(quietSide),
                            m_sheet.dots(codeSide));
                     painter.setPen(Qt::black);
                     qreal y = top + m_sheet.dots(1);
                     for (const auto &[label, value] : lines) {
                         label.draw(painter, left + m_sheet.dots(wordsLeft), y);
                         value.draw(painter, left + m_sheet.dots(wordsLeft + labelWidth), y);
                         y += std::max(label.height(), value.height()) + m_sheet.dots(0.5);
                     }
                     state.draw(painter, left + m_sheet.dots(wordsLeft), y + m_sheet.dots(1));
                 } });
}

} // namespace motcua
