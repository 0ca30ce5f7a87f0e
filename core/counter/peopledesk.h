#pragma once

#include "core/base/result.h"
#include "core/counter/counter.h"

#include <QFuture>
#include <QList>
#include <QString>

namespace motcua {

// Who may sign in at this kiosk, and how work passes from one person to another. Everything is journalled. Threads as Counter.
class PeopleDesk
{
public:
    PeopleDesk(Counter &counter, const Counter::Parts &parts);

    QFuture<Result<QList<Account>>> people(); // everybody who ever worked here
    // What they began stays sealed, what they submitted is sent. AccountStillNeeded, AccountUnknown.
    QFuture<Result<void>> disable(const QString &login);
    QFuture<Result<void>> enable(const QString &login);

    QFuture<Result<void>> handOver(const QString &dossierId); // a draft of one's own to the officers: DraftNotHandedOver
    QFuture<Result<void>> takeOver(const QString &dossierId); // an officer answers for it from now on: DraftNotHandedOver
    // The citizen heard or read it all and confirmed it, now, to whoever is signed in.
    QFuture<Result<Assistance>> recordAssistance(const QString &dossierId, Assistance::Confirmation how, const QString &language);

private:
    Counter &m_counter;
    Counter::Parts m_parts;
};

} // namespace motcua
