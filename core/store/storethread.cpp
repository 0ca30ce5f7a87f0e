#include "core/store/storethread.h"

#include "core/base/log.h"

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace motcua {

StoreThread::StoreThread()
    : m_worker(std::make_unique<QObject>())
{
    m_thread.setObjectName(u"store"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

StoreThread::~StoreThread()
{
    // Comes after all work given so far, and the connection must end on its own thread.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_database.reset();
            // wait() returns before the destructors of thread-local data have run; OpenSSL's would race with its own end at exit().
            OPENSSL_thread_stop();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<Result<void>> StoreThread::open(const QString &path, Secret key, bool create)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    auto taken = std::make_shared<Secret>(std::move(key));
    promise->start();
    post([this, promise, taken, path, create] {
        Result<void> answer;
        if (!m_database) {
            Result<std::unique_ptr<Database>> opened = Database::open(path, *taken, create);
            if (opened)
                m_database = std::move(*opened);
            else
                answer = passOn(opened);
        }
        *taken = Secret();
        if (!answer)
            qCWarning(logStore).noquote() << "not opened:" << forLog(answer.error());
        promise->addResult(answer);
        promise->finish();
    });
    return promise->future();
}

QFuture<Result<void>> StoreThread::close()
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    post([this, promise] {
        m_database.reset();
        promise->addResult(Result<void>());
        promise->finish();
    });
    return promise->future();
}

void StoreThread::post(std::function<void()> task)
{
    QMetaObject::invokeMethod(m_worker.get(), std::move(task), Qt::QueuedConnection);
}

tl::unexpected<Error> StoreThread::closedError()
{
    return fail(ErrorCode::StoreClosed);
}

} // namespace motcua
