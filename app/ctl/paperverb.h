#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"
#include "core/dossier/dossier.h"

namespace motcua {

class Engine;

// `motcuactl dossier missing|papers|paper ID …`: what is missing, which official papers there are, one of them as PDF. Each PDF written
// goes into the journal as a print.
ExitCode dossierPaperVerb(Engine &engine, const Dossier &dossier, const Arguments &arguments);

} // namespace motcua
