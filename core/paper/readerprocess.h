#pragma once

#include "core/paper/readerwire.h"

#include <QProcess>

#include <chrono>
#include <memory>

namespace motcua {

// One running motcua-reader. Everything blocking, on the thread that made it. A reader that crashed, fell silent or talked rubbish is
// put away at once, and the next question starts another.
class ReaderProcess
{
public:
    struct Spoken
    {
        ReaderAnswer answer;
        QByteArray body;
    };

    ReaderProcess(const QString &program, std::chrono::milliseconds patience);
    ~ReaderProcess();

    // PaperReaderMissing, PaperReaderFailed (detail: what it did), and what the reader itself says of the file.
    Result<Spoken> ask(const ReaderQuestion &question, const QByteArray &content);
    void end();
    qint64 processId() const { return m_process ? m_process->processId() : 0; } // 0: none runs

private:
    bool start();
    bool receive(char *into, qsizetype size, std::chrono::steady_clock::time_point until);
    tl::unexpected<Error> giveUp(const char *why);
    tl::unexpected<Error> lost(std::chrono::steady_clock::time_point until);

    const QString m_program;
    const std::chrono::milliseconds m_patience;
    std::unique_ptr<QProcess> m_process;
    int m_asked = 0;
};

} // namespace motcua
