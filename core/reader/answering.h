#pragma once

#include "core/paper/readerwire.h"

#include <QByteArray>

#include <utility>

namespace motcua {

// The answer of motcua-reader to one question: what is said, and the body that goes with it.
std::pair<ReaderAnswer, QByteArray> answerOf(const ReaderQuestion &question, const QByteArray &content);

} // namespace motcua
