#pragma once

namespace motcua {

// No core dumps and no reading of this process by others of the same user: memory holds keys and citizens' data. Call first in main().
void hardenProcess();

} // namespace motcua
