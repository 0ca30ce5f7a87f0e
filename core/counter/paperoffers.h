#pragma once

#include "core/dossier/dossier.h"
#include "core/identity/account.h"
#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace motcua {

// A paper that may be printed for a dossier now.
struct OfferedPaper
{
    enum class Kind {
        Declaration, // from the answers, for the citizen to sign
        Guidance,    // what is still missing: claims no legal effect
        Receipt,     // of the counter itself (mobile registration) or after the portal's receipt
        Information, // what the portal said, as a copy to read
        Office,      // for the office's own files
    };
    QString id;
    QString title; // empty: that of the template
    QString templateId;
    Kind kind = Kind::Declaration;
    LegalSource source;
    QJsonObject part; // of the pack, for its own papers
};

// Which papers, and why (domain.md 0.4, 0.5, 2.0-2.6): declarations whose condition holds, at any time; the guidance while something
// may still be mended; the mobile receipt only from a civil-status officer; Mẫu 01 and 06 only with the portal's code and due date;
// Mẫu 02, 03, 05 only when the portal has said so; Mẫu 04 only when it has moved the due date. Residence has police forms in place of
// Mẫu 01-03, which the police print themselves. Pure.
QList<OfferedPaper> offeredPapers(const Dossier &dossier, const ProcedurePack &pack, const FormState &state, Role role);

} // namespace motcua
