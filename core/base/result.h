#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace motcua {

template <typename T>
using Result = tl::expected<T, Error>;

// Raises an error. The error book test counts these calls: each code is raised in exactly one place.
[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, QString subject = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error { code, std::move(subject), std::move(detail) });
}

// Hands an error on unchanged.
template <typename T>
[[nodiscard]] tl::unexpected<Error> passOn(const Result<T> &failed)
{
    return tl::unexpected<Error>(failed.error());
}

} // namespace motcua
