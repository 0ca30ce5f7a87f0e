#pragma once

#include <QDialog>

namespace motcua {

// F1: every key, and how to call for help.
class HelpSheet : public QDialog
{
    Q_OBJECT

public:
    explicit HelpSheet(QWidget *parent);
};

} // namespace motcua
