#pragma once

#include "core/base/error.h"

#include <QWidget>

namespace motcua {

// The only window when the kiosk cannot start: what happened, that nothing was lost, what to do, and the code for the help desk.
class StartProblem : public QWidget
{
    Q_OBJECT

public:
    explicit StartProblem(const Error &error, QWidget *parent = nullptr);
};

} // namespace motcua
