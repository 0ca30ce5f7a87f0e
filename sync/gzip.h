#pragma once

#include <QByteArray>

namespace motcua {

// RFC 1952, for request bodies (portal-api.yaml allows Content-Encoding: gzip).
QByteArray gzip(const QByteArray &bytes);

} // namespace motcua
