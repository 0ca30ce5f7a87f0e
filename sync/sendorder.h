#pragma once

#include "core/outbox/outbox.h"

#include <QHash>
#include <QList>

namespace motcua {

// The order in which dossiers get the link for their papers; forms, news and acknowledgements of all of them go before. First the ones
// that held up the others least often (`fruitless`), then what the officer ordered to go now, then the nearest legal date, then the
// oldest submission. -> positions in `dossiers`.
QList<qsizetype> sendOrder(const QList<OutboundDossier> &dossiers, const QHash<DeliveryKey, int> &fruitless);

// Whether this upload can wait until everything else is at the portal: the original of a picture that goes small first.
bool mayFollowLater(const OutboundDossier &dossier, const QString &uploadId);

} // namespace motcua
