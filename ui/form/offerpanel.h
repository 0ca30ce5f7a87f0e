#pragma once

#include "core/procedure/prefill.h"

#include <QFrame>

class QPushButton;

namespace motcua {

class FlowLayout;
class TextLabel;

// A quiet offer at the top of a group: what is known already, all of it with one key or one by one; what was taken can be undone.
class OfferPanel final : public QFrame
{
    Q_OBJECT

public:
    // An answer with its words for people.
    struct Line
    {
        OfferedAnswer answer;
        QString text;
    };

    explicit OfferPanel(QWidget *parent = nullptr);

    void offer(const QString &sentence, const QList<Line> &lines);
    void showTaken(const QString &sentence);
    void clear();
    bool isOffering() const { return !m_answers.isEmpty(); }
    const QList<OfferedAnswer> &answers() const { return m_answers; }
    QPushButton *button() const { return m_button; } // takes all, or undoes

Q_SIGNALS:
    void taken(const QList<motcua::OfferedAnswer> &answers);
    void undone();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clearLines();

    QList<OfferedAnswer> m_answers;
    TextLabel *m_sentence;
    QPushButton *m_button;
    QWidget *m_holder;
    FlowLayout *m_lines;
    QString m_shown;
};

} // namespace motcua
