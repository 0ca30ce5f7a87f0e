#pragma once

#include "core/procedure/rowform.h"
#include "core/procedure/schemavalidator.h"

#include <QString>

namespace motcua {

// The sentences of findings, translated on the calling thread. `label` is the title of the field or paper.
QString missingSentence(const QString &label, bool choice);
QString missingRowsSentence(const QString &label);
QString missingPaperSentence(const QString &label);
QString confirmationSentence();

// "Thành viên 2 – Họ, chữ đệm và tên"; `row` counts from 0, `column` may be empty (the row itself).
QString rowLabel(const QString &list, const RowForm &form, int row, const QString &column);
QString violationSentence(const SchemaViolation &violation, const QString &label);

} // namespace motcua
