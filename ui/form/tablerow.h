#pragma once

#include "core/procedure/rowform.h"
#include "ui/form/formcontext.h"

#include <QFrame>
#include <QJsonObject>

class QBoxLayout;

namespace motcua {

class FieldRow;
class IconButton;
class TextLabel;

// One row of a table: its number, its cells as the pack lays them out, and the button that removes it.
class TableRow final : public QFrame
{
    Q_OBJECT

public:
    TableRow(const RowForm &form, const FormContext &context, QWidget *parent = nullptr);

    QJsonObject answers() const;
    void setAnswers(const QJsonObject &answers);
    bool isEmpty(const QJsonObject &defaults) const; // nothing but what the pack presets
    const QList<FieldRow *> &cells() const { return m_cells; }
    FieldRow *cell(const QString &column) const;
    QList<QWidget *> inputs() const;
    void setTitle(const QString &title);
    IconButton *removeButton() const { return m_remove; }

Q_SIGNALS:
    void edited();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build(const LayoutElement &element, QBoxLayout *column, const RowForm &form, const FormContext &context);
    FieldRow *makeCell(const LayoutElement &element, const RowForm &form, const FormContext &context);

    QList<FieldRow *> m_cells;
    TextLabel *m_title;
    IconButton *m_remove;
};

} // namespace motcua
