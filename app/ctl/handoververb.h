#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"
#include "core/dossier/dossier.h"

namespace motcua {

class Engine;

// `motcuactl dossier assist|entered|give-back ID …`: the encrypted pack for entering a dossier at a portal's page, the official code
// that came of it, or back into the queue.
ExitCode dossierHandOverVerb(Engine &engine, const Dossier &dossier, const Arguments &arguments);

} // namespace motcua
