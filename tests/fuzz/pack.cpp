// Procedure packs: whatever was accepted must be able to judge answers.
#include "core/procedure/formstate.h"
#include "core/procedure/procedurepack.h"
#include "tests/fuzz/fuzz.h"

using namespace motcua;

void eat(const QByteArray &bytes)
{
    const Result<PackPtr> pack = parseProcedurePack(bytes);
    if (!pack)
        return;
    insist((*pack)->source == bytes);
    (void)evaluateForm(**pack, initialData(**pack), {}, QDate(2026, 11, 22));
    (void)evaluateForm(**pack, {}, {}, QDate(2026, 11, 22));
}
