#pragma once

#include <QFuture>
#include <QPromise>

namespace motcua {

// A future that is already answered (Qt 6.4 and 6.8 name this differently).
template <typename T>
QFuture<T> ready(T value)
{
    QPromise<T> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

} // namespace motcua
