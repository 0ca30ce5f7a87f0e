#pragma once

#include "core/deadline/estimate.h"
#include "ui/widgets/card.h"

namespace motcua {

// How long it takes, before the portal's receipt: an estimate with its assumption, never a due date. GUI thread.
class EstimateCard final : public Card
{
    Q_OBJECT

public:
    explicit EstimateCard(QWidget *parent = nullptr);

    void show(const Result<DeadlineEstimate> &estimate, const DeadlineRule &rule);

private:
    QWidget *m_content = nullptr;
};

} // namespace motcua
