#pragma once

#include "core/fee/feesheet.h"

#include <QString>

namespace motcua {

QString groupedMoney(qint64 amount); // 1234567 -> "1.234.567 đồng"
QString moneyInWords(qint64 amount); // "Một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy đồng"; Vietnamese always

// For people, translated on the calling thread.
QString lineWords(const FeeLine &line);       // "3 × 8.000 đồng = 24.000 đồng", "not in the data of this machine"
QString waiverWords(const FeeWaiver &waiver); // reason and days
QString totalWords(const FeeSheet &sheet);    // in figures and words; says so when it is not known
QString feeOnPaper(const FeeSheet &sheet);    // several lines for the slip: total, waivers, the pack's own text when not known

} // namespace motcua
