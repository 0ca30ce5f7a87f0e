// A reader that a hostile file has taken over: does whatever the first word of the file says. Speaks the real protocol.
#include "core/paper/readerwire.h"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

using namespace motcua;

namespace {

QByteArray receive(qsizetype size)
{
    QByteArray bytes(size, '\0');
    if (std::fread(bytes.data(), 1, size_t(size), stdin) != size_t(size))
        std::exit(0);
    return bytes;
}

void give(const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

[[noreturn]] void hang()
{
    while (true)
        std::this_thread::sleep_for(std::chrono::hours(1));
}

void answer(const ReaderAnswer &said, const QByteArray &body = {})
{
    const QByteArray head = readerwire::headOf(said);
    give(readerwire::lengths(head.size(), body.size()) + head + body);
}

ReaderAnswer jpeg(int pages)
{
    ReaderAnswer said;
    said.mediaType = QStringLiteral("image/jpeg");
    said.pages = pages;
    return said;
}

} // namespace

int main()
{
    while (true) {
        const readerwire::Lengths lengths = readerwire::readLengths(receive(readerwire::lengthsSize).constData());
        receive(lengths.head);
        const QByteArray order = receive(lengths.body);
        if (order.startsWith("crash"))
            std::raise(SIGSEGV);
        else if (order.startsWith("exit"))
            return 0;
        else if (order.startsWith("hang"))
            hang();
        else if (order.startsWith("half")) { // killed in the middle of its answer
            give(readerwire::lengths(100, 0) + "half");
            std::raise(SIGKILL);
        } else if (order.startsWith("slow")) { // and one that never ends it
            give(readerwire::lengths(100, 0) + "half");
            hang();
        } else if (order.startsWith("long"))
            give(readerwire::lengths(0x7fffffff, 0x7fffffff));
        else if (order.startsWith("noise"))
            give(QByteArray(4096, '\x5a'));
        else if (order.startsWith("pages"))
            answer(jpeg(1'000'000));
        else if (order.startsWith("more")) { // answers more than was asked
            answer(jpeg(1));
            answer(jpeg(1));
        } else if (order.startsWith("words")) {
            ReaderAnswer said;
            said.error = Error { ErrorCode::PaperBroken, {}, QStringLiteral("Điểu Thị Mai") };
            answer(said);
        } else if (order.startsWith("other")) {
            ReaderAnswer said;
            said.error = Error { ErrorCode::WrongPassphrase, {}, {} };
            answer(said);
        } else
            answer(jpeg(1));
    }
}
