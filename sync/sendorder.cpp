#include "sync/sendorder.h"

#include "sync/uploadid.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace motcua {

QList<qsizetype> sendOrder(const QList<OutboundDossier> &dossiers, const QHash<DeliveryKey, int> &fruitless)
{
    const auto rank = [&](const OutboundDossier &dossier) {
        const bool pressed = dossier.nearestDate.isValid();
        return std::make_tuple(fruitless.value(keyOf(dossier)), !dossier.now, !pressed,
                               pressed ? dossier.nearestDate.toJulianDay() : 0, dossier.submittedAt.toMSecsSinceEpoch());
    };
    QList<qsizetype> order(dossiers.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype left, qsizetype right) { return rank(dossiers.at(left)) < rank(dossiers.at(right)); });
    return order;
}

bool mayFollowLater(const OutboundDossier &dossier, const QString &uploadId)
{
    return std::any_of(dossier.files.cbegin(), dossier.files.cend(), [&](const OutboundFile &file) {
        return dossier.renditionOf(file.name) && uploadIdOf(dossier.id, file.name, file.sha256) == uploadId;
    });
}

} // namespace motcua
