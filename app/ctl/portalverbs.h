#pragma once

#include "app/ctl/exitcode.h"
#include "core/dossier/dossier.h"

namespace motcua {

class Engine;
struct Arguments;

// send-now, mend, receipt, result, told, portal: what is done about the portal with one dossier.
ExitCode dossierPortalVerb(Engine &engine, const Dossier &dossier, const Arguments &arguments);

} // namespace motcua
