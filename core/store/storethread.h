#pragma once

#include "core/base/result.h"
#include "core/store/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QThread>

#include <memory>
#include <type_traits>

namespace motcua {

// Owns the thread that owns the only connection. Work is done in the order in which it is given.
class StoreThread
{
public:
    StoreThread();
    ~StoreThread(); // finishes the work given so far, closes the database

    // The key is taken over and wiped after the database is open.
    QFuture<Result<void>> open(const QString &path, Secret key, bool create);
    QFuture<Result<void>> close();
    // Before open(): by which clock a jump of the wall clock is seen. It outlives this object.
    void setBootClock(const BootClock &clock) { m_clock = &clock; }
    const BootClock *bootClock() const { return m_clock; }

    // `work` is called as Result<T>(Database &) on the store thread. StoreClosed when no database is open.
    template <typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Database &>>
    {
        using Answer = std::invoke_result_t<Work, Database &>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start();
        post([this, promise, work = std::move(work)]() mutable {
            promise->addResult(m_database ? work(*m_database) : Answer(closedError()));
            promise->finish();
        });
        return promise->future();
    }

private:
    void post(std::function<void()> task);
    static tl::unexpected<Error> closedError();

    const BootClock *m_clock = nullptr;
    QThread m_thread;
    std::unique_ptr<QObject> m_worker;
    std::unique_ptr<Database> m_database;
};

} // namespace motcua
