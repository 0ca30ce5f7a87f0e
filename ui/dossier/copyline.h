#pragma once

#include <QWidget>

namespace motcua {

class TextLabel;

// "Official code  25231-261123-00012  [copy]"
class CopyLine : public QWidget
{
    Q_OBJECT

public:
    explicit CopyLine(const QString &label, QWidget *parent = nullptr);

    void setCode(const QString &code); // empty hides the line

Q_SIGNALS:
    void copied();

private:
    TextLabel *m_code;
};

} // namespace motcua
