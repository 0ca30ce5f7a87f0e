#include "app/engine/hardening.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#    include <sys/prctl.h>
#    include <sys/resource.h>
#    include <sys/stat.h>
#endif

namespace motcua {

void hardenProcess()
{
#ifdef Q_OS_LINUX
    const rlimit none { 0, 0 };
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    umask(0077);
#endif
}

} // namespace motcua
