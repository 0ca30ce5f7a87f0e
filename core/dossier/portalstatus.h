#pragma once

#include <QList>
#include <QString>

namespace motcua {

// Status numbers of the national portal (DVCQG TrangThaiHoSo, domain.md 4.1). 0 = none yet. After the portal's receipt the
// portal is the authority, so the kiosk shows whatever number comes and never forbids a transition.
QString portalStatusText(int status); // translated; "Trạng thái 42" for numbers it does not know
bool portalStatusIsFinal(int status);
bool portalStatusNeedsCitizen(int status); // 5 supplement, 6 money: the officer has to call somebody
QList<int> knownPortalStatuses();

} // namespace motcua
