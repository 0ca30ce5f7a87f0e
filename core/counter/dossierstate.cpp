#include "core/counter/dossierstate.h"

#include "core/base/clock.h"
#include "core/dossier/dossierstatus.h"
#include "core/procedure/derive.h"

namespace motcua {

QHash<QString, int> papersPerComponent(const QList<Attachment> &attachments)
{
    QHash<QString, int> papers;
    for (const Attachment &attachment : attachments)
        ++papers[attachment.component];
    return papers;
}

FormState stateOf(const Dossier &dossier, const ProcedurePack &pack, QDate today)
{
    const DossierSummary &summary = dossier.summary;
    const bool open = mayBeEdited(summary.status);
    const QDate day = open || !summary.submittedAt.isValid() ? today : toLegalTime(summary.submittedAt).date();
    return evaluateForm(pack, derive(pack, dossier.form, day), papersPerComponent(dossier.attachments), day);
}

} // namespace motcua
