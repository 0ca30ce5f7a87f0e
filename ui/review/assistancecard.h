#pragma once

#include "core/dossier/assistance.h"
#include "ui/widgets/card.h"

#include <optional>

class QButtonGroup;
class QComboBox;

namespace motcua {

class ActionButton;
class TextLabel;

// The text that is read to the citizen, and how the citizen confirmed the answers. What was confirmed stays only while the answers
// stay as they were. GUI thread.
class AssistanceCard final : public Card
{
    Q_OBJECT

public:
    explicit AssistanceCard(QWidget *parent = nullptr);

    void show(const std::optional<Assistance> &given);
    void ask(); // nothing is recorded, and without it the dossier is not submitted

Q_SIGNALS:
    void confirmed(motcua::Assistance::Confirmation how, const QString &language);

private:
    void tell();
    void record();
    bool saysWhatIsRecorded() const;

    TextLabel *m_state;
    QButtonGroup *m_ways;
    QComboBox *m_language;
    ActionButton *m_record;
    std::optional<Assistance> m_given;
};

} // namespace motcua
