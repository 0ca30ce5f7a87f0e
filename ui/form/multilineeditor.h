#pragma once

#include "ui/form/fieldeditor.h"

class QPlainTextEdit;

namespace motcua {

// Several lines; Enter goes on to the next field as everywhere, Shift+Enter breaks the line.
class MultilineEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit MultilineEditor(const FieldInfo &field, QWidget *parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;

private:
    QPlainTextEdit *m_text;
    bool m_loading = false;
};

} // namespace motcua
