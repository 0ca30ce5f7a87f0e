#pragma once

#include <QString>

namespace motcua {

// The name of an upload, made on the kiosk so that asking for it twice makes it once: lower-case base32 (RFC 4648, no padding) of
// SHA-256(dossierId "\n" name "\n" sha256), first 32 characters (portal-api.yaml).
QString uploadIdOf(const QString &dossierId, const QString &fileName, const QString &sha256);

} // namespace motcua
