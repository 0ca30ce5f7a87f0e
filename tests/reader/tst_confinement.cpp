// What a file would find that has taken motcua-reader over: each forbidden thing is really tried, in a process behind the same door.
#include "app/reader/confinement.h"

#include <QTest>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace motcua;

namespace {

// Of this run alone; known before the door is shut, since the child cannot be told afterwards.
const std::string place = "/tmp/motcua-confinement-" + std::to_string(getpid());
const std::string bait = place + ".bait";
const std::string folder = place + ".d";

struct Attempt
{
    const char *name;
    bool (*done)(); // in the confined process; whether it succeeded
};

bool opens(const char *path, int how)
{
    const int file = open(path, how | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    close(file);
    return true;
}

template <int family, int type>
bool makesSocket()
{
    return socket(family, type, 0) >= 0;
}

bool runsProgram()
{
    std::array<char, 10> name { "/bin/true" };
    char *arguments[] { name.data(), nullptr };
    execv(name.data(), arguments);
    return false; // a program that runs never comes back: the parent sees its exit code 0
}

bool makesProcess()
{
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    return child > 0;
}

const std::array forbidden {
    Attempt { "internet socket", makesSocket<AF_INET, SOCK_STREAM> },
    Attempt { "internet socket, IPv6 datagrams", makesSocket<AF_INET6, SOCK_DGRAM> },
    Attempt { "local socket", makesSocket<AF_UNIX, SOCK_STREAM> },
    Attempt { "run a program", runsProgram },
    Attempt { "make a process", makesProcess },
    Attempt { "write a file", [] { return opens(place.c_str(), O_WRONLY | O_CREAT); } },
    Attempt { "open for reading and writing", [] { return opens("/dev/null", O_RDWR); } },
    Attempt { "make a folder", [] { return mkdirat(AT_FDCWD, folder.c_str(), 0700) == 0; } },
    Attempt { "delete a file", [] { return unlink(bait.c_str()) == 0; } },
    Attempt { "read a file that is no font", [] { return opens("/etc/passwd", O_RDONLY); } },
    Attempt { "read memory through /proc", [] { return opens("/proc/self/mem", O_RDONLY); } },
    Attempt { "trace", [] { return ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; } },
    Attempt { "signal its parent", [] { return kill(getppid(), 0) == 0; } },
};

// The exit code of a child that shuts the door behind itself, or leaves it open, and tries.
int outcome(const Attempt &attempt, bool confined)
{
    const pid_t child = fork();
    if (child == 0) {
        if (confined) {
            shedEverything();
            lockTheDoor();
        }
        _exit(attempt.done() ? 0 : 3);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

} // namespace

class TestConfinement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isForbidden_data();
    void isForbidden();
    void whatIsNeededWorks();
};

void TestConfinement::init()
{
    QVERIFY(opens(bait.c_str(), O_WRONLY | O_CREAT));
}

void TestConfinement::cleanup()
{
    unlink(bait.c_str());
    unlink(place.c_str());
    rmdir(folder.c_str());
}

void TestConfinement::isForbidden_data()
{
    QTest::addColumn<int>("index");
    for (size_t index = 0; index < forbidden.size(); ++index)
        QTest::newRow(forbidden.at(index).name) << int(index);
}

void TestConfinement::isForbidden()
{
    QFETCH(int, index);
    const Attempt &attempt = forbidden.at(size_t(index));
    // Where the machine itself forbids it, the door proves nothing.
    if (outcome(attempt, false) != 0)
        QSKIP("this machine does not allow it to anybody");
    cleanup();
    init();
    QVERIFY2(outcome(attempt, true) != 0, attempt.name);
}

void TestConfinement::whatIsNeededWorks()
{
    const Attempt memory {
        "memory", [] { return mmap(nullptr, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED; }
    };
    QCOMPARE(outcome(memory, true), 0);
}

QTEST_APPLESS_MAIN(TestConfinement)

#include "tst_confinement.moc"
