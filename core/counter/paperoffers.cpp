#include "core/counter/paperoffers.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/packparts.h"
#include "core/procedure/packschema.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using Kind = OfferedPaper::Kind;

enum PortalStatus { NotAccepted = 3, SupplementWanted = 5, Stopped = 8 };

LegalSource oneStopForms()
{
    return { u"TT 03/2025/TT-VPCP, Phụ lục I"_s, u"verified"_s };
}

bool isPoliceMatter(const ProcedurePack &pack)
{
    return pack.handler.startsWith(u"Công an"_s);
}

QList<OfferedPaper> declarations(const ProcedurePack &pack, const FormState &state)
{
    QList<OfferedPaper> offered;
    for (const auto &value : pack.json.value("papers"_L1).toArray()) {
        const QJsonObject part = value.toObject();
        const QString id = part.value("id"_L1).toString();
        const bool applies = !part.contains("condition"_L1) || pack.compiled->holds(partName(u"papers"_s, id), state.answers);
        if (applies)
            offered.append({ id, part.value("title"_L1).toString(), part.value("template"_L1).toString(), Kind::Declaration,
                             legalSource(part.value("x-source"_L1)), part });
    }
    return offered;
}

void addPortalPapers(QList<OfferedPaper> &offered, const DossierSummary &summary, const std::optional<Receipt> &receipt,
                     bool police)
{
    const auto add = [&](const QString &id, Kind kind) { offered.append({ id, {}, id, kind, oneStopForms(), {} }); };
    if (summary.officialCode.isEmpty() || !summary.dueAt.isValid())
        return;
    if (!police)
        add(u"mau-01"_s, Kind::Receipt);
    if (!police && summary.portalStatus == SupplementWanted)
        add(u"mau-02"_s, Kind::Information);
    if (!police && summary.portalStatus == NotAccepted)
        add(u"mau-03"_s, Kind::Information);
    if (receipt && receipt->dueAt.isValid() && summary.dueAt > receipt->dueAt)
        add(u"mau-04"_s, Kind::Information);
    if (summary.portalStatus == Stopped)
        add(u"mau-05"_s, Kind::Information);
    add(u"mau-06"_s, Kind::Office);
}

} // namespace

QList<OfferedPaper> offeredPapers(const Dossier &dossier, const ProcedurePack &pack, const FormState &state, Role role)
{
    QList<OfferedPaper> offered = declarations(pack, state);
    const DossierSummary &summary = dossier.summary;
    if (mayBeEdited(summary.status))
        offered.append({ u"huong-dan"_s,
                         {},
                         u"huong-dan-hoan-thien"_s,
                         Kind::Guidance,
                         { u"Luật Hộ tịch 60/2014/QH13, Điều 9; NĐ 118/2025/NĐ-CP, Điều 17"_s, u"verified"_s },
                         {} });
    const QJsonObject mobile = pack.json.value("mobile"_L1).toObject();
    const bool handedIn = summary.submittedAt.isValid() && summary.status != DossierStatus::Withdrawn;
    // A helper's account never writes what the law gives to the civil-status officer.
    if (!mobile.isEmpty() && handedIn && role == Role::Officer)
        offered.append({ u"phieu-tiep-nhan-luu-dong"_s,
                         {},
                         mobile.value("receipt"_L1).toString(),
                         Kind::Receipt,
                         legalSource(mobile.value("x-source"_L1)),
                         {} });
    addPortalPapers(offered, summary, dossier.receipt, isPoliceMatter(pack));
    return offered;
}

} // namespace motcua
