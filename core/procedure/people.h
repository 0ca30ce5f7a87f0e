#pragma once

#include <QJsonObject>
#include <QString>

namespace motcua {

struct ProcedurePack;

// Who is who in the answers of any procedure: the first non-empty answer among the pointers of the pack, or an empty string.
// "Same as the requester" works by this: the applicant's own name is not asked then, so the requester's wins. A marriage is that of
// both: with `applicantsTogether` their names stand together. Thread-safe.
QString applicantName(const ProcedurePack &pack, const QJsonObject &answers);
QString requesterName(const ProcedurePack &pack, const QJsonObject &answers);
QString personalIdOf(const ProcedurePack &pack, const QJsonObject &answers); // of the applicant
QString phoneOf(const ProcedurePack &pack, const QJsonObject &answers);      // to call about the dossier

} // namespace motcua
