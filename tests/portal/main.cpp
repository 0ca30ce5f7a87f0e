// motcua-portal: a second implementation of sync/portal-api.yaml, for demonstrations and as a judge in tests.
#include "tests/portal/options.h"
#include "tests/portal/reception.h"
#include "tests/portal/server.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <atomic>
#include <csignal>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace {

enum ExitCode { stopped = 0, badUsage = 2, cannotStart = 3 };

int complain(const char *what)
{
    std::fprintf(stderr, "motcua-portal: %s\n", what);
    return cannotStart;
}

// Two portals on one store would both hand out the next serial; the kernel lets go of this when we die.
bool lockStore(const std::filesystem::path &store)
{
    const int descriptor = ::open((store / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    return descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

bool readToken(const std::filesystem::path &file, std::string &token)
{
    std::ifstream stream(file);
    return bool(stream >> token) && token.size() >= 16;
}

sigset_t stopSignals()
{
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    return set;
}

} // namespace

int main(int argc, char **argv)
{
    const auto [options, error] = portal::parseOptions(argc, argv);
    if (error) {
        std::fputs(error->text.c_str(), error->exitCode == 0 ? stdout : stderr);
        return error->exitCode;
    }
    ::umask(077);
    ::signal(SIGPIPE, SIG_IGN);
    const sigset_t signals = stopSignals();
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    std::string token;
    if (!options.tokenFile.empty() && !readToken(options.tokenFile, token))
        return complain("--token-file holds no token of 16 or more characters");
    try {
        std::filesystem::create_directories(options.store);
        if (!lockStore(options.store))
            return complain("the store is in use by another portal, or cannot be written");
        portal::Reception reception(options.store, options.agency, portal::Limits {});
        portal::PortalServer server(options, token, reception);
        if (!server.hasValidCertificate())
            return complain("--cert and --key cannot be used together");
        const int port = server.bind();
        if (port <= 0)
            return complain("the address cannot be listened on");
        const bool six = options.host.find(':') != std::string::npos;
        std::printf("listening https://%s%s%s:%d\n", six ? "[" : "", options.host.c_str(), six ? "]" : "", port);
        std::fflush(stdout);

        std::atomic<bool> asked = false;
        std::thread([&server, &asked, signals] {
            int which = 0;
            ::sigwait(&signals, &which);
            asked = true;
            server.stop();
            // Idle connections keep their threads for minutes. Everything promised is on disk, so nobody has to wait for them.
            std::this_thread::sleep_for(std::chrono::milliseconds(200));
            std::_Exit(stopped);
        }).detach();
        server.run();
        if (!asked)
            return complain("the address cannot be listened on any more");
    } catch (const std::exception &fault) {
        return complain(fault.what());
    }
    return stopped;
}
