#pragma once

#include <QObject>

class QWidget;

namespace motcua {

// Prints {"firstPaintMs":…,"rssKiB":…} when `window` has been painted for the first time, then ends the program. The time counts
// from the start of the process as the kernel knows it, so that the dynamic linker is measured too.
class StartMeasure : public QObject
{
    Q_OBJECT

public:
    explicit StartMeasure(QWidget *window);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void print();
};

} // namespace motcua
