#pragma once

#include "core/base/result.h"
#include "core/dossier/payment.h"

#include <QString>

namespace motcua {

class Database;

// Where the money of a dossier stands. Like the other repositories: on the store thread, changes inside Database::write().
class PaymentRepository
{
public:
    explicit PaymentRepository(Database &database);

    Result<Payment> find(const QString &dossierId) const; // DossierUnknown; MoneyState::None when nothing was noted yet
    Result<void> save(const QString &dossierId, const Payment &payment);

    // At submission. What was declared or confirmed for the same amount stays so; another amount is owed anew, unless confirmed.
    Result<void> freeze(const QString &dossierId, qint64 amount);

private:
    Database &m_database;
};

} // namespace motcua
