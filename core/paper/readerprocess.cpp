#include "core/paper/readerprocess.h"

#include "core/base/log.h"

#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

using std::chrono::steady_clock;

// A reader that a file has taken over can lie about those that come after; not for long.
constexpr int questionsOfOne = 50;
constexpr int startPatience = 10'000; // ms

int millisecondsUntil(steady_clock::time_point until)
{
    return int(std::max<qint64>(0, std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now()).count()));
}

// What programs need to start at all, and nothing that tells of the person at the machine.
QProcessEnvironment bareEnvironment()
{
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment bare;
    for (const QString &name : { u"LD_LIBRARY_PATH"_s, u"QT_PLUGIN_PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s,
                                 u"LSAN_OPTIONS"_s, u"SystemRoot"_s, u"PATH"_s }) {
        if (ours.contains(name))
            bare.insert(name, ours.value(name));
    }
    bare.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return bare;
}

} // namespace

ReaderProcess::ReaderProcess(const QString &program, std::chrono::milliseconds patience)
    : m_program(program)
    , m_patience(patience)
{
}

ReaderProcess::~ReaderProcess()
{
    end();
}

bool ReaderProcess::start()
{
    // Bytes that nobody asked for: it is not to be trusted with another file.
    const bool usable = m_process && m_process->state() == QProcess::Running && m_process->bytesAvailable() == 0;
    if (usable && m_asked < questionsOfOne)
        return true;
    end();
    m_process = std::make_unique<QProcess>();
    m_process->setProcessEnvironment(bareEnvironment());
    m_process->setStandardErrorFile(QProcess::nullDevice()); // libraries quote from files when they complain
    m_process->start(m_program, {});
    m_asked = 0;
    return m_process->waitForStarted(startPatience);
}

void ReaderProcess::end()
{
    if (!m_process)
        return;
    m_process->kill(); // it holds nothing that could be lost
    m_process->waitForFinished();
    m_process.reset();
}

bool ReaderProcess::receive(char *into, qsizetype size, steady_clock::time_point until)
{
    qsizetype got = 0;
    while (got < size) {
        if (m_process->bytesAvailable() == 0 && !m_process->waitForReadyRead(millisecondsUntil(until)))
            return false;
        const qint64 read = m_process->read(into + got, size - got);
        if (read < 0 || (read == 0 && steady_clock::now() > until))
            return false;
        got += read;
    }
    return true;
}

tl::unexpected<Error> ReaderProcess::giveUp(const char *why)
{
    end();
    return fail(ErrorCode::PaperReaderFailed, {}, QString::fromLatin1(why));
}

tl::unexpected<Error> ReaderProcess::lost(steady_clock::time_point until)
{
    return giveUp(steady_clock::now() >= until ? "time" : "ended");
}

Result<ReaderProcess::Spoken> ReaderProcess::ask(const ReaderQuestion &question, const QByteArray &content)
{
    if (!start()) {
        const QString why = m_process->errorString();
        qCWarning(logApp).noquote() << "motcua-reader does not start:" << why;
        m_process.reset();
        return fail(ErrorCode::PaperReaderMissing, {}, u"motcua-reader"_s);
    }
    ++m_asked;
    const auto until = steady_clock::now() + m_patience;
    const QByteArray head = readerwire::headOf(question);
    m_process->write(readerwire::lengths(head.size(), content.size()));
    m_process->write(head);
    m_process->write(content);

    char prefix[readerwire::lengthsSize];
    if (!receive(prefix, sizeof prefix, until))
        return lost(until);
    const readerwire::Lengths lengths = readerwire::readLengths(prefix);
    if (lengths.head > readerwire::longestHead || lengths.body > readerwire::longestAnswer(question))
        return giveUp("rubbish");
    QByteArray answerHead(qsizetype(lengths.head), Qt::Uninitialized);
    Spoken spoken;
    spoken.body = QByteArray(qsizetype(lengths.body), Qt::Uninitialized);
    if (!receive(answerHead.data(), answerHead.size(), until) || !receive(spoken.body.data(), spoken.body.size(), until))
        return lost(until);
    const std::optional<ReaderAnswer> answer = readerwire::readAnswer(answerHead);
    if (!answer || !readerwire::fits(question, *answer, spoken.body.size()))
        return giveUp("rubbish");
    if (answer->error)
        return tl::unexpected<Error>(*answer->error);
    spoken.answer = *answer;
    return spoken;
}

} // namespace motcua
