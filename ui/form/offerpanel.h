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
    QString offered() const { return m_shown; }      // sentence and answers, to know the same offer again
    QPushButton *button() const { return m_button; } // takes all, or undoes
    QPushButton *skipButton() const { return m_skip; }

Q_SIGNALS:
    void taken(const QList<motcua::OfferedAnswer> &answers);
    void undone();
    void skipped();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void clearLines();

    QList<OfferedAnswer> m_answers;
    TextLabel *m_sentence;
    QPushButton *m_button;
    QPushButton *m_skip;
    QWidget *m_holder;
    FlowLayout *m_lines;
    QString m_shown;
};

} // namespace motcua
