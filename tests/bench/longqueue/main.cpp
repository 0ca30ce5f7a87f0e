// bench_longqueue PROFILE PASSPHRASE_FILE: what a long queue costs: reading it as a pass of sync does, the lists and numbers that screens
// ask for, finding a person; medians, and the memory after each. Changes nothing that is not changed back.
#include "app/engine/engine.h"
#include "core/base/log.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int rounds = 9;
constexpr int everything = 1'000'000;

double residentMegabytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    const auto line = std::find_if(lines.cbegin(), lines.cend(), [](const QByteArray &one) { return one.startsWith("VmRSS:"); });
    return line == lines.cend() ? 0 : line->simplified().split(' ').value(1).toDouble() / 1024;
}

template <typename Work>
void measure(const char *name, Work work)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.append(double(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-52s first-to-last %8.2f - %8.2f  median %8.2f ms  memory %6.1f MB\n", name, times.first(), times.last(),
                times.at(rounds / 2), residentMegabytes());
    std::fflush(stdout);
}

int complain(const Error &error)
{
    std::fprintf(stderr, "bench_longqueue: %s\n", qPrintable(forLog(error)));
    return 1;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile passphrase(arguments.value(2));
    if (arguments.size() != 3 || !passphrase.open(QIODevice::ReadOnly)) {
        std::fputs("bench_longqueue PROFILE PASSPHRASE_FILE\n", stderr);
        return 2;
    }
    const Result<std::unique_ptr<Engine>> opened = Engine::open({ arguments.at(1) });
    if (!opened)
        return complain(opened.error());
    Engine &engine = **opened;
    const Result<Account> account = engine.gate.signIn({}, Secret(passphrase.readAll().trimmed())).result();
    if (!account)
        return complain(account.error());
    engine.counter.setActor(*account);

    std::printf("open: memory %.1f MB; unsent %d\n", residentMegabytes(), engine.outbox->unsentCount().value_or(-1));
    measure("list page: newest 200", [&] { (void)engine.counter.list({}).result(); });
    measure("list page: unsent, 200", [&] { (void)engine.counter.list({ DossierQuery::Filter::Unsent, {} }).result(); });
    measure("list page: search by name", [&] {
        (void)engine.counter.list({ DossierQuery::Filter::All, u"nguyen van"_s }).result();
    });
    measure("numbers of the home page", [&] { (void)engine.counter.counts().result(); });
    measure("earlier person by number", [&] { (void)engine.counter.earlierPerson({ u"070195000123"_s, {}, {}, {} }).result(); });
    measure("earlier person by birth date", [&] {
        (void)engine.counter.earlierPerson({ {}, u"Điểu Thị Mai"_s, u"1995-01-02"_s, {} }).result();
    });
    measure("outbox: outline, everything", [&] { (void)engine.outbox->outline(everything); });
    measure("outbox: outline, 1000", [&] { (void)engine.outbox->outline(1000); });
    measure("outbox: pending with forms, 25", [&] { (void)engine.outbox->pending(25); });
    measure("outbox: pending with forms, 1000", [&] { (void)engine.outbox->pending(1000); });

    const auto first = engine.outbox->outline(1);
    if (!first || first->isEmpty())
        return 0;
    const DeliveryKey key = keyOf(first->first());
    measure("one dossier: sending, waiting, outline everything", [&] {
        (void)engine.outbox->markSending({ key });
        (void)engine.outbox->markWaiting({ key });
        (void)engine.outbox->outline(everything);
    });
    measure("form of one dossier", [&] { (void)engine.outbox->form(key); });
    return 0;
}
