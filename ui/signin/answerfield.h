#pragma once

#include <QList>
#include <QWidget>

class QLineEdit;

namespace motcua {

class TextLabel;

// Takes the province's answer in nine groups, as it is read over the telephone. Each group is checked as soon as it is full: a right one
// hands the keyboard on, a wrong one is named at once. A whole answer may be pasted into any group.
class AnswerField : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerField(QWidget *parent = nullptr);

    QString text() const; // the groups with blanks between
    void clear();
    void focusFirst(); // the first group that is not right
    bool isRight() const;

private:
    void typed(int place);
    void tell();

    QList<QLineEdit *> m_groups;
    TextLabel *m_word;
};

} // namespace motcua
