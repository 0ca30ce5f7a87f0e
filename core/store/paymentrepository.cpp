#include "core/store/paymentrepository.h"

#include "core/store/database.h"
#include "core/store/dossierrows.h"

#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace motcua {

PaymentRepository::PaymentRepository(Database &database)
    : m_database(database)
{
}

Result<Payment> PaymentRepository::find(const QString &dossierId) const
{
    const Result<DossierKey> key = dossierKey(m_database, dossierId);
    if (!key)
        return passOn(key);
    Payment payment;
    const Result<void> read = m_database.rows(
        u"SELECT state, amount, declared_at FROM payment WHERE dossier = ?"_s, { key->row }, [&](const QSqlQuery &row) {
            payment = { moneyStateFromStored(row.value(0).toString()), row.value(1).toLongLong(), timeFrom(row.value(2)) };
        });
    if (!read)
        return passOn(read);
    return payment;
}

Result<void> PaymentRepository::save(const QString &dossierId, const Payment &payment)
{
    const Result<DossierKey> key = dossierKey(m_database, dossierId);
    if (!key)
        return passOn(key);
    const Result<int> kept = m_database.change(
        u"INSERT INTO payment (dossier, state, amount, declared_at) VALUES (?, ?, ?, ?) ON CONFLICT (dossier) DO UPDATE "
        "SET state = excluded.state, amount = excluded.amount, declared_at = excluded.declared_at"_s,
        { key->row, toStored(payment.state), payment.amount, stored(payment.declaredAt) });
    if (!kept)
        return passOn(kept);
    return {};
}

Result<void> PaymentRepository::freeze(const QString &dossierId, qint64 amount)
{
    const Result<Payment> before = find(dossierId);
    if (!before)
        return passOn(before);
    const bool stays =
        before->state == MoneyState::Confirmed || (before->state == MoneyState::Declared && before->amount == amount);
    if (stays)
        return {};
    return save(dossierId, { amount > 0 ? MoneyState::Owed : MoneyState::None, amount, {} });
}

} // namespace motcua
