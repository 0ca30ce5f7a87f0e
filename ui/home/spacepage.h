#pragma once

#include "ui/shell/page.h"

namespace motcua {

class Counter;
class TextLabel;

// In the place of a new dossier when the disk is too full to keep one: what is safe, what still works, what to do. Nobody types in vain.
class SpacePage : public Page
{
    Q_OBJECT

public:
    explicit SpacePage(const Counter &counter, QWidget *parent = nullptr);

    QString title() const override;
    void enter() override;

Q_SIGNALS:
    void roomAgain(); // there is enough now

private:
    void look();

    const Counter &m_counter;
    TextLabel *m_happened;
    TextLabel *m_kept;
    TextLabel *m_next;
    TextLabel *m_numbers;
    QWidget *m_again;
};

} // namespace motcua
