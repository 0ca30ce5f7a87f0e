#pragma once

#include "core/procedure/procedurepack.h"

#include <QString>

namespace motcua {

// What people call the field that a JSON pointer means, as it stands in the form: "Số định danh cá nhân", with its section where the
// same words stand twice, or "Thành viên 2: Họ tên" in a list. A part of a field ("/address/commune") is called after its field. The
// pointer itself when the pack knows no such field; empty for an empty pointer.
QString fieldLabel(const ProcedurePack &pack, const QString &pointer);

// The title of a component, or its code when the pack does not list it.
QString componentTitle(const ProcedurePack &pack, const QString &code);

} // namespace motcua
