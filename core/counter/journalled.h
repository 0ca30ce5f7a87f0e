#pragma once

#include "core/base/result.h"

#include <QString>

#include <functional>

namespace motcua {

class Clock;
class Database;
class DossierChanges;

// Who did what to which dossier, as the journal keeps it.
struct Act
{
    QString dossier; // empty: concerns none
    QString action;
    QString detail; // no personal data
    QString who;
};

// One durable act: the work and its journal row are committed together, and screens hear of it after the commit. On the store thread.
class Journalled
{
public:
    Journalled(const Clock &clock, DossierChanges &changes)
        : m_clock(clock)
        , m_changes(changes)
    {
    }

    Result<void> commit(Database &database, const Act &act, const std::function<Result<void>()> &work) const;
    Result<void> note(Database &database, const Act &act) const; // only the row: somebody looked, printed, exported

private:
    const Clock &m_clock;
    DossierChanges &m_changes;
};

} // namespace motcua
