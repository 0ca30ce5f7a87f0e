#pragma once

#include <QString>

namespace motcua {

class Clock;

// A UUID version 7 (RFC 9562): made on the kiosk, sorts by time, never reused. Thread-safe.
QString newUuid7(const Clock &clock);

// Lower-case hexadecimal SHA-256, the form in which digests are stored, sent and compared.
QString sha256Hex(const QByteArray &content);

} // namespace motcua
