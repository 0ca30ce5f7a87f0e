#pragma once

#include "core/base/result.h"
#include "core/counter/counter.h"

#include <QByteArray>
#include <QFuture>
#include <QString>
#include <QThreadPool>

namespace motcua {

struct Act;

// A dossier that a person enters at a portal's page: the encrypted assist pack, and the code that comes back. From the first pack on
// sync leaves the dossier alone. Everything is journalled. Threads as Counter.
class HandOverDesk
{
public:
    HandOverDesk(Counter &counter, const Counter::Parts &parts);
    ~HandOverDesk();
    Q_DISABLE_COPY_MOVE(HandOverDesk)

    // The ZIP, in memory; taken out of the queue before it is given out. May be asked for again and again, also after the code was
    // entered. HandOverForbidden, AssistPassphraseShort, AssistPackNotMade.
    QFuture<Result<QByteArray>> assistPack(const QString &dossierId, const QString &passphrase);
    // Typed from the portal's page. OfficialCodeUnusable, HandOverForbidden.
    QFuture<Result<void>> enterCode(const QString &dossierId, const QString &typed);
    // Nobody entered it: sync may send it again. HandOverForbidden.
    QFuture<Result<void>> giveBack(const QString &dossierId);

private:
    Result<QByteArray> build(const Dossier &dossier, const QString &passphrase) const;
    template <typename Work>
    QFuture<Result<void>> act(Deed deed, const Act &act, Work work) const;

    Counter &m_counter;
    Counter::Parts m_parts;
    QThreadPool m_pool;
};

// As people paste it, without blanks around; OfficialCodeUnusable. Portals differ in their codes, so only what no code has is refused.
Result<QString> readOfficialCode(const QString &typed);

} // namespace motcua
