#pragma once

#include <QDialog>

namespace motcua {

struct ProcedurePack;

// What differs between two versions of a procedure, as a list to read before a draft is moved. Open it with open().
class ChangesSheet final : public QDialog
{
    Q_OBJECT

public:
    ChangesSheet(const ProcedurePack &from, const ProcedurePack &to, QWidget *parent);
};

} // namespace motcua
