#pragma once

#include <QWidget>

namespace motcua {

class TextLabel;

// The words above an entry field: what to enter, whether it must be entered, one line of help. Wires accessible name and buddy.
class FieldLabel : public QWidget
{
    Q_OBJECT

public:
    explicit FieldLabel(const QString &text, QWidget *parent = nullptr);

    void setField(QWidget *field);
    void setRequired(bool required);
    void setHelp(const QString &help);
    void setText(const QString &text);
    QString text() const;

private:
    void tellField();

    TextLabel *m_text;
    TextLabel *m_required;
    TextLabel *m_help;
    QWidget *m_field = nullptr;
};

} // namespace motcua
