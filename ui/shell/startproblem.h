#pragma once

#include <QWidget>

namespace motcua {

struct Error;

// Instead of the kiosk, when it cannot start: what happened, that nothing was lost, what to do. Needs no store and no profile.
class StartProblem : public QWidget
{
    Q_OBJECT

public:
    explicit StartProblem(const Error &error, QWidget *parent = nullptr);
};

} // namespace motcua
