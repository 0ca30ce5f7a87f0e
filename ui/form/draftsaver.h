#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace motcua {

class Clock;

// Keeps a draft safe while it is typed: 800 ms after the last edit, 1.5 s after the first unsaved one at the latest. "Saved" only
// after the store has answered. A failed save is tried again until it succeeds. One save is on its way at a time. GUI thread.
class DraftSaver final : public QObject
{
    Q_OBJECT

public:
    struct Draft
    {
        QJsonObject form;
        QString focus;
    };
    using Read = std::function<Draft()>;
    using Save = std::function<QFuture<Result<void>>(const Draft &)>;

    enum class State { Idle, Unsaved, Saving, Saved, Failed };

    DraftSaver(Read read, Save save, const Clock &clock, QObject *parent = nullptr);

    void touch();      // an answer changed
    void touchFocus(); // only the cursor moved: saved at leisure
    void flush(const std::function<void(bool safe)>
                   &then); // saves what is unsaved, then calls back; `safe` = everything lies in the store
    State state() const { return m_state; }
    bool hasUnsaved() const { return m_unsaved || m_saving; }
    QDateTime savedAt() const { return m_savedAt; }
    std::optional<Error> error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void save();
    void answered(const std::optional<Result<void>> &result); // nothing: dropped by the store
    void setState(State state);

    Read m_read;
    Save m_save;
    const Clock &m_clock;
    QTimer m_quiet;  // since the last edit
    QTimer m_latest; // since the first unsaved edit
    QTimer m_retry;
    State m_state = State::Idle;
    bool m_unsaved = false;
    bool m_saving = false;
    int m_failures = 0;
    QDateTime m_savedAt;
    std::optional<Error> m_error;
    QList<std::function<void(bool)>> m_waiting;
};

} // namespace motcua
