#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace motcua {

// Nobody has touched keys, pointer or screen of this program for a while. GUI thread.
class IdleWatch : public QObject
{
    Q_OBJECT

public:
    explicit IdleWatch(QObject *parent = nullptr);

    // Anew from now on; 0 = stop. `warning` before the end `aboutToBeIdle` is emitted, where there is room for it.
    void start(std::chrono::milliseconds idleAfter, std::chrono::milliseconds warning = std::chrono::seconds(30));
    void stop();

Q_SIGNALS:
    void aboutToBeIdle();
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void touched();

    QTimer m_warn;
    QTimer m_end;
};

} // namespace motcua
