#pragma once

#include "ui/form/fieldeditor.h"
#include "ui/form/searchbox.h"

namespace motcua {

// One of many choices, found by typing.
class SearchEditor final : public FieldEditor
{
    Q_OBJECT

public:
    SearchEditor(const FieldInfo &field, const QList<SearchItem> &items, QWidget *parent = nullptr);

    QJsonValue value() const override { return m_box->value(); }
    void setValue(const QJsonValue &value) override { m_box->setValue(value); }
    QList<QWidget *> inputs() const override { return { m_box }; }
    void commit() override { m_box->commit(); }

private:
    SearchBox *m_box;
};

} // namespace motcua
