#pragma once

#include "core/dossier/dossier.h"
#include "ui/widgets/card.h"

namespace motcua {

class StateBadge;
class TextLabel;

// Three axes side by side, never one: where the dossier stands here, whether the portal has it, what the portal says.
class Axes : public Card
{
    Q_OBJECT

public:
    explicit Axes(QWidget *parent = nullptr);

    void show(const Dossier &dossier, const QDateTime &now);

private:
    struct Axis
    {
        StateBadge *badge = nullptr;
        TextLabel *detail = nullptr;
    };
    Axis addAxis(QLayout *row, const QString &name);

    Axis m_status;
    Axis m_delivery;
    Axis m_portal;
};

} // namespace motcua
