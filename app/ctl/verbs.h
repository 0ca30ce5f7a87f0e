#pragma once

#include "app/ctl/arguments.h"
#include "app/ctl/exitcode.h"

namespace motcua {

class Engine;
class Secret;

// Each verb prints its answer or explains its failure, and returns the exit code.
ExitCode initVerb(const Arguments &arguments);
ExitCode doctorVerb(const Arguments &arguments);
ExitCode officeVerb(const Arguments &arguments);
ExitCode procedureVerb(const Arguments &arguments);
ExitCode vaultVerb(const Arguments &arguments);
ExitCode accountVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments);
ExitCode paymentVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments);
ExitCode proceduresVerb(Engine &engine, const Arguments &arguments);
ExitCode dossierVerb(Engine &engine, const Arguments &arguments);
ExitCode registerVerb(Engine &engine, const Arguments &arguments);
ExitCode settingsVerb(Engine &engine, const Arguments &arguments);
ExitCode portalVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments);
ExitCode kioskVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments);
ExitCode storeVerb(Engine &engine, const Secret &passphrase, const Arguments &arguments);
ExitCode brokenStoreVerb(const Arguments &arguments); // restore, salvage: of a database that does not open
ExitCode syncVerb(Engine &engine, const Arguments &arguments);
ExitCode journalVerb(Engine &engine, const Arguments &arguments);

} // namespace motcua
