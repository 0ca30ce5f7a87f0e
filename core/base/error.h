#pragma once

#include "core/base/errorcode.h"

#include <QString>

namespace motcua {

// What went wrong. `subject` says about which thing (an id, a JSON pointer, a component code) and `detail` is for the help
// desk; neither ever carries personal data, because both are logged and shown.
struct Error
{
    ErrorCode code;
    QString subject;
    QString detail;

    bool operator==(const Error &) const = default;
};

} // namespace motcua
