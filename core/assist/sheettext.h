#pragma once

#include "core/assist/assistsheet.h"

#include <QByteArray>

namespace motcua {

// The sheet as a file. Text: UTF-8 with a mark and CRLF, because Notepad is what every machine has. Page: HTML that works from a
// folder without a network; one click copies a value.
QByteArray sheetAsText(const AssistSheet &sheet);
QByteArray sheetAsPage(const AssistSheet &sheet);

} // namespace motcua
