#pragma once

#include "ui/form/fieldeditor.h"
#include "ui/form/lineformat.h"

class QLineEdit;

namespace motcua {

// Any answer of one line; the format says how it is typed and stored.
class LineEditor : public FieldEditor
{
    Q_OBJECT

public:
    explicit LineEditor(const FieldInfo &field, QWidget *parent = nullptr);
    ~LineEditor() override;

    QJsonValue value() const override;
    void setValue(const QJsonValue &value) override;
    QList<QWidget *> inputs() const override;
    void commit() override;
    QString noteFor(const QJsonValue &value) const override;

protected:
    QLineEdit *line() const { return m_line; }
    void typed(const QString &text); // as if the person had typed it

private:
    class Line;
    void tidy();

    std::unique_ptr<LineFormat> m_format;
    QLineEdit *m_line;
};

} // namespace motcua
