#pragma once

#include "core/procedure/procedurepack.h"

#include <QJsonObject>

class QWidget;

namespace motcua {

class FieldEditor;
struct FormContext;

// The editor for a field, by its x-format, type and choices; a line of text for what nobody knows.
FieldEditor *makeFieldEditor(const FieldInfo &field, const QJsonObject &schema, const QJsonObject &options,
                             const FormContext &context, QWidget *parent = nullptr);

} // namespace motcua
