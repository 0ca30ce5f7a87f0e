#include "app/reader/confinement.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#    include <fcntl.h>
#    include <linux/landlock.h>
#    include <sched.h>
#    include <seccomp.h>
#    include <sys/prctl.h>
#    include <sys/resource.h>
#    include <sys/stat.h>
#    include <sys/syscall.h>
#    include <unistd.h>

#    include <algorithm>
#    include <cerrno>
#    include <csignal>
#    include <cstdlib>
#endif

namespace motcua {

#ifdef Q_OS_LINUX

namespace {

// Sanitizers map terabytes of shadow and look at themselves when they end.
#    if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool underSanitizer = true;
#    else
constexpr bool underSanitizer = false;
#    endif

constexpr rlim_t mostMemory = rlim_t(2) * 1024 * 1024 * 1024; // turning the largest allowed picture takes 1.3 GB
constexpr rlim_t mostSeconds = 300;                           // of CPU; the caller puts a reader away sooner
constexpr rlim_t mostFiles = 64;
constexpr int pipeSize = 1024 * 1024; // the most that everybody may have

void limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both { value, value };
    setrlimit(resource, &both);
}

// Files without embedded fonts are shown with those of the machine.
constexpr const char *fontFolders[] { "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts" };

bool onlyFontsFromNowOn()
{
    landlock_ruleset_attr ruled {};
    ruled.handled_access_fs = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // all rights of the first version
    const int rules = int(syscall(SYS_landlock_create_ruleset, &ruled, sizeof ruled, 0));
    if (rules < 0)
        return false;
    for (const char *folder : fontFolders) {
        landlock_path_beneath_attr mayRead {};
        mayRead.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
        mayRead.parent_fd = open(folder, O_PATH | O_CLOEXEC);
        if (mayRead.parent_fd < 0)
            continue;
        syscall(SYS_landlock_add_rule, rules, LANDLOCK_RULE_PATH_BENEATH, &mayRead, 0);
        close(mayRead.parent_fd);
    }
    const bool closed = syscall(SYS_landlock_restrict_self, rules, 0) == 0;
    close(rules);
    return closed;
}

// Everything that reading, decoding and answering needs; the rest answers EPERM, which libraries take for a poor machine.
constexpr int needed[] {
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(lseek),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(getdents64),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(fcntl),
    SCMP_SYS(getcwd),
    SCMP_SYS(mmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getppid),
    SCMP_SYS(tgkill),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(prctl),
    SCMP_SYS(getrusage),
    SCMP_SYS(times),
    SCMP_SYS(membarrier),
    SCMP_SYS(eventfd2),
    SCMP_SYS(restart_syscall),
};

void onlyWhatIsNeededFromNowOn(bool mayOpen)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter)
        return;
    for (const int call : needed)
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
    // Threads yes, processes no. glibc asks with clone3 first, whose flags a filter cannot see, and then with clone.
    seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    if (mayOpen) {
        constexpr scmp_datum_t changes = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC;
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, changes, 0));
        seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, SCMP_A1(SCMP_CMP_MASKED_EQ, changes, 0));
    }
    seccomp_load(filter);
    seccomp_release(filter);
}

} // namespace

void shedEverything()
{
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    umask(0077);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CPU, mostSeconds);
#    ifdef SYS_close_range
    syscall(SYS_close_range, 3u, ~0u, 0u);
#    endif
    limit(RLIMIT_NOFILE, mostFiles);
    // A page of pixels through an ordinary pipe of 64 KiB costs a hundred changes of process.
    for (const int pipe : { STDIN_FILENO, STDOUT_FILENO })
        fcntl(pipe, F_SETPIPE_SZ, pipeSize);
    if (!underSanitizer)
        limit(RLIMIT_DATA, mostMemory); // not RLIMIT_AS: newer PDF libraries reserve far more addresses than they ever fill
}

void lockTheDoor()
{
    if (underSanitizer)
        return;
    const bool mayOpen = onlyFontsFromNowOn();
    onlyWhatIsNeededFromNowOn(mayOpen);
}

#else

void shedEverything() {}

void lockTheDoor() {}

#endif

} // namespace motcua
