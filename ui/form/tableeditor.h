#pragma once

#include "core/procedure/rowform.h"
#include "ui/form/fieldeditor.h"
#include "ui/form/formcontext.h"

class QPushButton;
class QVBoxLayout;

namespace motcua {

class FieldRow;
class NoteLine;
class TableRow;

// A list of people or things: rows that are filled in where they stand. Enter and Tab walk through the cells, Ctrl+Enter adds a row,
// Ctrl+Delete removes it; what was removed can be brought back. Rows without an answer are no rows.
class TableEditor final : public FieldEditor
{
    Q_OBJECT

public:
    TableEditor(const FieldInfo &field, const RowForm &form, const FormContext &context, QWidget *parent = nullptr);
    ~TableEditor() override;

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;
    QList<QWidget *> stops() const override;
    QWidget *focusTarget(const QString &pointer = {}) const override;
    QString pointerOf(QWidget *input) const override;
    void commit() override;
    void setTitle(const QString &title, bool required) override;
    void showInside(const QList<Finding> &findings, const QSet<QString> &required) override;
    void reveal() override;
    bool hasInside() const override { return true; }

    void addRow(); // and puts the cursor there
    void removeRow(int row);
    int rowCount() const { return int(m_rows.size()); }
    FieldRow *cell(int row, const QString &column) const; // nullptr when there is none
    NoteLine *note() const { return m_note; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    TableRow *makeRow();
    QString rowTitle(int row) const;
    void numberRows();
    void orderTabs();
    void goOn(TableRow *row, FieldRow *cell, QWidget *input);
    int rowOf(const QObject *input) const;
    QList<int> answeredRows() const; // those that value() holds, in its order
    void bringBack(int row, const QJsonObject &answers);

    RowForm m_form;
    FormContext m_context;
    QJsonObject m_defaults;
    QList<TableRow *> m_rows;
    QVBoxLayout *m_column;
    QPushButton *m_add;
    NoteLine *m_note;
};

} // namespace motcua
