#include "core/dossier/payment.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::array<std::pair<MoneyState, QLatin1StringView>, 4> words { {
    { MoneyState::None, "none"_L1 },
    { MoneyState::Owed, "owed"_L1 },
    { MoneyState::Declared, "declared"_L1 },
    { MoneyState::Confirmed, "confirmed"_L1 },
} };

} // namespace

QString toStored(MoneyState state)
{
    return words.at(size_t(state)).second;
}

MoneyState moneyStateFromStored(const QString &word)
{
    for (const auto &[state, known] : words) {
        if (known == word)
            return state;
    }
    return MoneyState::None;
}

Result<Payment> withDeclaration(const Payment &payment, bool declared, const QDateTime &at)
{
    if (payment.state != (declared ? MoneyState::Owed : MoneyState::Declared))
        return fail(ErrorCode::PaymentNotOwed, {}, toStored(payment.state));
    Payment changed = payment;
    changed.state = declared ? MoneyState::Declared : MoneyState::Owed;
    changed.declaredAt = declared ? at : QDateTime();
    return changed;
}

} // namespace motcua
