#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace motcua {

// Money: an axis of its own beside status and delivery. This program never says "paid": a citizen's word is Declared, and only the
// portal's word is Confirmed.
enum class MoneyState {
    None,      // nothing to pay, or the amount is not known here
    Owed,      // a known amount waits
    Declared,  // the citizen says it was transferred: "đã khai, chờ đối soát"
    Confirmed, // the portal says that the money arrived
};

QString toStored(MoneyState state);
MoneyState moneyStateFromStored(const QString &word);

// What one dossier costs, frozen at its submission, and where the money stands.
struct Payment
{
    MoneyState state = MoneyState::None;
    qint64 amount = 0; // đồng
    QDateTime declaredAt;

    bool operator==(const Payment &) const = default;
};

// Steps: Owed -> Declared -> Owed (declared by mistake). PaymentNotOwed for any other; only the portal leads to Confirmed.
Result<Payment> withDeclaration(const Payment &payment, bool declared, const QDateTime &at);

} // namespace motcua
