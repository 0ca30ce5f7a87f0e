#pragma once

#include <QWidget>

#include <functional>

class QPushButton;

namespace motcua {

class TextLabel;

// A quiet sentence below an input, with at most one thing to do about it.
class NoteLine final : public QWidget
{
    Q_OBJECT

public:
    explicit NoteLine(QWidget *parent = nullptr);

    void say(const QString &sentence, const QString &action = {}, std::function<void()> act = {}); // empty = nothing to say
    QString sentence() const;
    QPushButton *button() const { return m_button; } // not visible when there is nothing to do

private:
    TextLabel *m_sentence;
    QPushButton *m_button;
    std::function<void()> m_act;
};

} // namespace motcua
