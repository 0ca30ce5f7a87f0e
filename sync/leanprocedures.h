#pragma once

#include <QByteArray>

#include <optional>

namespace motcua {

inline constexpr char leanProceduresType[] = "application/vnd.motcua.procedures+zstd";

// The signed file, byte for byte, out of its lean form (portal-api.yaml, /catalog/packs). `base`: the signed file that it builds on;
// empty: none. Nothing when it is not one, or would be larger than ProcedureInbox::largestFile. Verifies no signature.
std::optional<QByteArray> fromLeanProcedures(const QByteArray &lean, const QByteArray &base);

} // namespace motcua
