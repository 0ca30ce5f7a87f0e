#pragma once

#include <QByteArray>
#include <QString>

namespace motcua {

// Unpadded base64url, refused unless it is the one spelling of its bytes; nothing when it is not.
QByteArray toBase64Url(const QByteArray &bytes);
bool fromBase64Url(const QString &text, QByteArray &bytes);

} // namespace motcua
