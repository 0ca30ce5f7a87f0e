#include "core/store/deliverysteps.h"

#include "core/store/database.h"

#include <QSqlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

using enum DeliveryState;

namespace {

struct Step
{
    DeliveryState from;
    DeliveryState to;
};

// Staying where it is is always allowed: a call may be repeated after its answer was lost. A receipt or a refusal is an answer of the
// portal about what it holds, so it may come at any time, also replayed before the next attempt; nothing else leaves InDoubt.
constexpr std::array steps {
    Step { Waiting, Sending },  Step { InDoubt, Sending },  Step { Sending, Waiting },  Step { Sending, InDoubt },
    Step { Waiting, Received }, Step { Sending, Received }, Step { InDoubt, Received }, Step { Waiting, Refused },
    Step { Sending, Refused },  Step { InDoubt, Refused },
};

} // namespace

bool mayMove(DeliveryState from, DeliveryState to)
{
    return (from == to && from != DeliveryState::None)
           || std::any_of(steps.begin(), steps.end(), [=](const Step &step) { return step.from == from && step.to == to; });
}

Result<OutboxRow> outboxRow(const Database &database, const DeliveryKey &key)
{
    const Result<DossierKey> dossier = dossierKey(database, key.id);
    if (!dossier)
        return passOn(dossier);
    OutboxRow found { *dossier, 0, DeliveryState::None, key.revision < dossier->revision, false, false };
    const Result<void> read =
        database.rows(u"SELECT seq, state, offer_again, other_door FROM outbox WHERE dossier = ? AND revision = ?"_s,
                      { dossier->row, key.revision }, [&](const QSqlQuery &row) {
                          found.row = row.value(0).toLongLong();
                          found.state = deliveryStateFromStored(row.value(1).toString());
                          found.offeredAgain = row.value(2).toBool();
                          found.otherDoor = row.value(3).toInt() > 0;
                      });
    if (!read)
        return passOn(read);
    return found;
}

tl::unexpected<Error> forbidden(const OutboxRow &row, DeliveryState wanted)
{
    return fail(ErrorCode::DeliveryStepForbidden, row.dossier.id, toStored(row.state) + u" -> "_s + toStored(wanted));
}

Result<void> move(Database &database, const OutboxRow &row, DeliveryState state, const DeliveryProblem &problem)
{
    const QVariantList remembered = problem.errorId.isEmpty()
                                        ? QVariantList { QVariant(), QVariant(), QVariant(), QVariant() }
                                        : QVariantList { problem.errorId, problem.reason, problem.field, stored(problem.at) };
    // While it is being sent, what the last attempt met stays to be seen.
    const Result<int> moved =
        state == Sending
            ? database.change(u"UPDATE outbox SET state = ? WHERE seq = ?"_s, { toStored(state), row.row })
            : database.change(
                u"UPDATE outbox SET state = ?, problem_id = ?, problem_reason = ?, problem_field = ?, problem_at = ? WHERE seq = ?"_s,
                QVariantList { toStored(state) } + remembered + QVariantList { row.row });
    if (!moved)
        return passOn(moved);
    const Result<int> shown =
        database.change(u"UPDATE dossier SET delivery = ? WHERE seq = ?"_s, { toStored(state), row.dossier.row });
    if (!shown)
        return passOn(shown);
    return {};
}

} // namespace motcua
