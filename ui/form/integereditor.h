#pragma once

#include "ui/form/fieldeditor.h"

class QSpinBox;

namespace motcua {

// A whole number; the arrow keys count, empty is an answer not given.
class IntegerEditor final : public FieldEditor
{
    Q_OBJECT

public:
    IntegerEditor(const FieldInfo &field, int minimum, int maximum, QWidget *parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;

private:
    QSpinBox *m_spin;
    int m_none; // one below the minimum stands for no answer
};

} // namespace motcua
