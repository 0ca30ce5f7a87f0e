#pragma once

#include "core/dossier/dossier.h"

#include <QList>
#include <QString>

namespace motcua {

// What the queue page asks for. Empty = everything, newest first.
struct DossierQuery
{
    enum class Filter { All, Drafts, Unsent, InDoubt, NeedsAction, Submitted, Late, Withdrawn };
    Filter filter = Filter::All;
    QString text; // name, local code or official code; tone marks do not matter
    int limit = 200;
    int offset = 0;
    QString onlyOf = {};    // login: only what this person began and has not handed over
    bool codesOnly = false; // `text` finds codes and no names
};

// The numbers of the home page, from one query.
struct DossierCounts
{
    int drafts = 0;
    int unsent = 0; // waiting, sending or in doubt
    int inDoubt = 0;
    int needsAction = 0; // refused, or the portal asks for papers or money, be it for one branch
    int submitted = 0;   // at the portal, not finished
    int late = 0;
    QDateTime oldestUnsent;
    int following = 0; // received, and the portal lacks a part: an original after its smaller picture, or what its restore lost
};

} // namespace motcua
