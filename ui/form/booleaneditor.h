#pragma once

#include "ui/form/fieldeditor.h"

class QCheckBox;

namespace motcua {

class TextLabel;

// A tick with its whole sentence beside it, long ones wrapped. A statement under oath stands on a ground of its own.
class BooleanEditor final : public FieldEditor
{
    Q_OBJECT

public:
    explicit BooleanEditor(const FieldInfo &field, QWidget *parent = nullptr);

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;
    bool showsTitle() const override { return true; }
    void setTitle(const QString &title, bool required) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QCheckBox *m_box;
    TextLabel *m_sentence;
};

} // namespace motcua
