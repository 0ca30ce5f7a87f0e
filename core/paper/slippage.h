#pragma once

#include "core/paper/qrcode.h"
#include "core/paper/sheet.h"
#include "core/paper/slip.h"

#include <array>
#include <optional>

namespace motcua {

class SlipTexts;

QString maskedPersonalId(const QString &number); // "070*****0123"

// The look of the slip: what stands where. The head follows Decree 30/2020/NĐ-CP (agency left, national motto right), the QR code
// stands in the top left corner (TT 01/2023/TT-VPCP Art. 26).
class SlipLayout
{
public:
    SlipLayout(QPdfWriter &writer, const SlipContent &content, const QrCode &qr, const std::optional<QrCode> &payCode,
               const SlipTexts &say);

    bool print();

private:
    void addHead();
    void addTitle();
    void addLocalCode();
    void addFacts();
    void addFact(const QString &label, const QString &value, bool important = false);
    void addBranches();
    void addBranchRow(const std::array<QString, 4> &texts, bool isHead);
    void addPapers();
    void addPaper(int number, const SlipPaper &paper);
    void addTransfer(); // slippayment.cpp
    void addNextSteps();
    void addSignatures();
    void addHeading(const QString &text);

    static void drawQr(QPainter &painter, const QrCode &qr, qreal x, qreal y, qreal side);
    void drawTick(QPainter &painter, qreal x, qreal y, qreal side, bool ticked) const;
    void drawFooter(QPainter &painter, qreal top, int page, int pages) const;
    QString amountOf(const SlipPaper &paper) const;

    Sheet m_sheet;
    const SlipContent &m_content;
    const QrCode &m_qr;
    const std::optional<QrCode> &m_payCode;
    const SlipTexts &m_say;
};

} // namespace motcua
