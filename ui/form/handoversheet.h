#pragma once

#include <QDialog>

namespace motcua {

// Asks a team member before a draft goes to the officers, since it cannot be looked at afterwards. Open it with open(); accepted = do it.
class HandOverSheet final : public QDialog
{
    Q_OBJECT

public:
    // Where nothing is missing any more, `missing` is 0.
    HandOverSheet(const QString &code, int missing, QWidget *parent);
};

} // namespace motcua
