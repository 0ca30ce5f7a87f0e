#pragma once

#include "core/catalog/catalog.h"
#include "core/identity/kioskprofile.h"

#include <memory>

namespace motcua {

// The real readers of what a signed file may carry beside procedures; named here because only the app knows every room.
FileReaders fileReaders();

// The catalog of a profile. A key in it that is no key is left out: what it signed is then refused, nothing else.
std::unique_ptr<Catalog> makeCatalog(const ProfileFiles &files, const KioskProfile &profile);

} // namespace motcua
