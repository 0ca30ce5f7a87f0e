#pragma once

#include "ui/form/fieldeditor.h"

class QButtonGroup;

namespace motcua {

// A few choices in full view. Arrow keys and the keys 1 to 9 choose, Space chooses what has the cursor.
class RadioEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit RadioEditor(const FieldInfo &field, QWidget *parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;
    QList<QWidget *> stops() const override;
    QWidget *focusTarget(const QString &pointer = {}) const override;
    void setTitle(const QString &title, bool required) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int index);

    QButtonGroup *m_group;
};

} // namespace motcua
