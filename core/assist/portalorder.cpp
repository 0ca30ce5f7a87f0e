#include "core/assist/portalorder.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace motcua {

PortalOrder portalOrder(const QByteArray &json, const QString &procedureCode)
{
    const QJsonObject all = QJsonDocument::fromJson(json).object().value("procedures"_L1).toObject();
    const QJsonObject one = all.value(procedureCode).toObject();
    PortalOrder order;
    order.page = one.value("page"_L1).toString();
    for (const auto &field : one.value("fields"_L1).toArray()) {
        const QString pointer = field.toObject().value("pointer"_L1).toString();
        if (!pointer.isEmpty())
            order.fields.append({ pointer, field.toObject().value("label"_L1).toString() });
    }
    return order;
}

} // namespace motcua
