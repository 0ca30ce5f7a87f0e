#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <tl/expected.hpp>

namespace motcua {

// A JSON object read strictly (RFC 8259, I-JSON): one object and nothing after it, valid UTF-8 without a mark before it, no name
// twice in one object, at most 64 levels. Readers that differ on such texts would differ on what was signed. The error says where.
tl::expected<QJsonObject, QString> strictObject(const QByteArray &text);

} // namespace motcua
