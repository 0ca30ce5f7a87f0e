#pragma once

#include "core/procedure/procedurepack.h"
#include "ui/procedures/listcard.h"

namespace motcua {

// A procedure of ours: name, code and field, who handles it, how long it takes and what it costs. A version that is not in
// force is said to be so and can still be opened: the clock may be wrong, or the newer file late. Pressing begins a dossier.
class PackCard final : public ListCard
{
    Q_OBJECT

public:
    explicit PackCard(const PackOnDay &offer, QWidget *parent = nullptr);

    QString code() const { return m_code; }

private:
    void fact(const QString &pattern, const QString &text);

    QString m_code;
};

} // namespace motcua
