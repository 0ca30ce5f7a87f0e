#include "app/reader/confinement.h"
#include "core/reader/answering.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>

#include <cstdio>
#include <optional>

#ifdef Q_OS_WIN
#    include <fcntl.h>
#    include <io.h>
#endif

using namespace motcua;

namespace {

bool receive(QByteArray &into, qsizetype size)
{
    into.resize(size);
    return std::fread(into.data(), 1, size_t(size), stdin) == size_t(size);
}

bool give(const QByteArray &bytes)
{
    return std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size());
}

// Loads now what could not be loaded behind the locked door: the plugin of JPEG and the tables of the PDF library.
void warmUp()
{
    QImage dot(8, 8, QImage::Format_RGB32);
    dot.fill(Qt::white);
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    dot.save(&buffer, "jpeg");
    ReaderQuestion question;
    answerOf(question, jpeg);
    question.what = ReaderQuestion::What::Sheets;
    answerOf(question, "%PDF-1.4\n");
}

// One question after the other, until the asking program closes its end.
bool serveOne()
{
    QByteArray prefix;
    QByteArray head;
    QByteArray content;
    if (!receive(prefix, readerwire::lengthsSize))
        return false;
    const readerwire::Lengths lengths = readerwire::readLengths(prefix.constData());
    if (lengths.head > readerwire::longestHead || lengths.body > readerwire::longestBody || !receive(head, lengths.head)
        || !receive(content, lengths.body))
        return false;
    const std::optional<ReaderQuestion> question = readerwire::readQuestion(head);
    if (!question)
        return false;
    const auto [answer, body] = answerOf(*question, content);
    const QByteArray answerHead = readerwire::headOf(answer);
    return give(readerwire::lengths(answerHead.size(), body.size())) && give(answerHead) && give(body)
           && std::fflush(stdout) == 0;
}

} // namespace

// Reads the files of others and nothing else; see core/paper/readerprogram.h for its callers and core/reader for the work.
int main(int argc, char *argv[])
{
    shedEverything();
#ifdef Q_OS_WIN
    _setmode(_fileno(stdin), _O_BINARY);
    _setmode(_fileno(stdout), _O_BINARY);
#endif
    const QCoreApplication application(argc, argv);
    warmUp();
    lockTheDoor();
    while (serveOne()) {
    }
    return 0;
}
