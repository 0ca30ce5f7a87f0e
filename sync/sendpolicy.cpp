#include "sync/sendpolicy.h"

namespace motcua {

HeldBack heldBackBy(const SyncPolicy &policy, qint64 spentToday)
{
    if (policy.formsOnly)
        return HeldBack::Metered;
    if (policy.dailyBytes > 0 && spentToday >= policy.dailyBytes)
        return HeldBack::Budget;
    return HeldBack::Nothing;
}

bool papersMayGo(HeldBack why, const OutboundDossier &dossier)
{
    return why == HeldBack::Nothing || dossier.now;
}

bool mayFetch(Outbox &outbox, const QDate &legalDay)
{
    const Result<SyncPolicy> policy = outbox.policy();
    const Result<qint64> spent = outbox.bytesToday(legalDay);
    return policy && spent && heldBackBy(*policy, *spent) == HeldBack::Nothing;
}

} // namespace motcua
