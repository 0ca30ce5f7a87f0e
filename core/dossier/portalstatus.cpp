#include "core/dossier/portalstatus.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::array texts {
    QT_TRANSLATE_NOOP("PortalStatus", "Newly registered"),
    QT_TRANSLATE_NOOP("PortalStatus", "Accepted"),
    QT_TRANSLATE_NOOP("PortalStatus", "Not accepted"),
    QT_TRANSLATE_NOOP("PortalStatus", "Being processed"),
    QT_TRANSLATE_NOOP("PortalStatus", "More papers requested"),
    QT_TRANSLATE_NOOP("PortalStatus", "Payment requested"),
    QT_TRANSLATE_NOOP("PortalStatus", "Withdrawn by the citizen"),
    QT_TRANSLATE_NOOP("PortalStatus", "Stopped"),
    QT_TRANSLATE_NOOP("PortalStatus", "Processed"),
    QT_TRANSLATE_NOOP("PortalStatus", "Result handed over"),
};

} // namespace

QString portalStatusText(int status)
{
    if (status < 1 || status > int(texts.size()))
        return QCoreApplication::translate("PortalStatus", "Status %1").arg(status);
    return QCoreApplication::translate("PortalStatus", texts[size_t(status - 1)]);
}

bool portalStatusIsFinal(int status)
{
    return status == 3 || status == 7 || status == 8 || status == 10;
}

bool portalStatusNeedsCitizen(int status)
{
    return status == 5 || status == 6;
}

QList<int> knownPortalStatuses()
{
    QList<int> all;
    for (int status = 1; status <= int(texts.size()); ++status)
        all.append(status);
    return all;
}

} // namespace motcua
