#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"
#include "core/dossier/dossier.h"

namespace motcua {

class Engine;

// dossier hand-over, take-over, confirm: whose work it is, and how the citizen confirmed it.
ExitCode dossierPeopleVerb(Engine &engine, const QString &id, const Arguments &arguments);

} // namespace motcua
