#pragma once

#include "core/procedure/schemavalidator.h"

#include <QString>

namespace motcua {

// The sentences of findings, translated on the calling thread. `label` is the title of the field or paper.
QString missingSentence(const QString &label, bool choice);
QString missingPaperSentence(const QString &label);
QString confirmationSentence();
QString violationSentence(const SchemaViolation &violation, const QString &label);

} // namespace motcua
