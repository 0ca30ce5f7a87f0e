#pragma once

#include "core/procedure/procedurepack.h"

namespace motcua {

// How much a pack holds: for lists and reports.
struct PackCounts
{
    int fields = 0;
    int rules = 0; // rules of the form, if/then of the schema, conditions of papers, advice and other parts
    int components = 0;
    int sources = 0;
    int unverified = 0; // of the sources
};

PackCounts countPack(const ProcedurePack &pack);

} // namespace motcua
