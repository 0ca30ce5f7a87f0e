#pragma once

#include "core/dossier/payment.h"
#include "core/fee/feesheet.h"
#include "ui/widgets/card.h"

#include <optional>

namespace motcua {

class ActionButton;

// What a dossier costs: lines, waivers with their days, the sum in figures and words; with a payment also where the money stands.
// Says "declared", never "paid". GUI thread.
class FeeCard final : public Card
{
    Q_OBJECT

public:
    explicit FeeCard(QWidget *parent = nullptr);

    void show(const FeeSheet &sheet, const std::optional<Payment> &payment = {});
    ActionButton *action() const { return m_action; } // nullptr when nothing can be declared now

Q_SIGNALS:
    void declarationRequested(bool declared); // false = it was declared by mistake

private:
    void addLines(const FeeSheet &sheet);
    void addTotal(const FeeSheet &sheet);
    void addPayment(const Payment &payment);

    QWidget *m_content = nullptr;
    ActionButton *m_action = nullptr;
};

} // namespace motcua
