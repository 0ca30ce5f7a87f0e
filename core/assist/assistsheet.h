#pragma once

#include "core/assist/portalorder.h"
#include "core/dossier/dossier.h"
#include "core/procedure/formstate.h"

#include <QList>
#include <QString>

namespace motcua {

class AdministrativeUnits;

// One thing to type or paste at the portal.
struct AssistLine
{
    int number = 0; // 1, 2, 3 … through the whole sheet
    QString label;
    QString text; // ready to paste; never empty
};

struct AssistSection
{
    QString title;
    QList<AssistLine> lines;
};

struct AssistPaper
{
    int number = 0;
    QString attachmentId;
    QString component; // code
    QString title;     // as the procedure calls it
    QString file;      // its place in the pack
    qint64 size = 0;
};

// What is entered at the portal, in its order: everything answered, nothing twice. A pure function of its arguments.
struct AssistSheet
{
    QString localCode;
    QString procedureCode;
    QString procedureName;
    QString page;             // of the portal; empty = not known
    bool portalOrder = false; // false: the order of our own form
    QList<AssistSection> sections;
    QList<AssistPaper> papers;
};

AssistSheet makeAssistSheet(const Dossier &dossier, const ProcedurePack &pack, const FormState &state,
                            const AdministrativeUnits &units, const PortalOrder &order);

} // namespace motcua
