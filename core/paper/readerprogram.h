#pragma once

#include "core/base/result.h"
#include "core/paper/paperfile.h"

#include <QByteArray>
#include <QFuture>
#include <QImage>
#include <QList>
#include <QSizeF>
#include <QString>
#include <QThread>

#include <chrono>
#include <memory>

namespace motcua {

class ReaderProcess;
struct ReaderQuestion;

// Everything that parses the files of others happens in a program of its own, motcua-reader, which has no keys, no store, no network
// and, where the platform can, no way to open or write files (app/reader/confinement.h). It starts with the first question, one at a
// time, ends after a quiet minute and with the program that started it. Files travel through pipes only.
//
// Thread-safe. Futures answer on the reader's own thread: continue with then(context, …), or wait on a thread that may wait. Beside the
// errors of the single questions every one of them answers PaperReaderMissing (the program is not there) and PaperReaderFailed (it
// crashed, fell silent or talked rubbish over this file; the next file gets a fresh one).
class ReaderProgram
{
public:
    struct Options
    {
        QString program;                                               // empty: motcua-reader beside this program
        std::chrono::milliseconds patience = std::chrono::seconds(30); // for one answer
        std::chrono::milliseconds idle = std::chrono::seconds(60);
    };

    ReaderProgram();
    explicit ReaderProgram(const Options &options);
    ~ReaderProgram(); // questions that were not answered yet are given up
    ReaderProgram(const ReaderProgram &) = delete;
    ReaderProgram &operator=(const ReaderProgram &) = delete;

    // Decides from the bytes, not from the name: PaperEmpty, PaperTooLarge, PaperKindUnknown (not JPEG, PNG or PDF), PaperBroken,
    // PaperEncrypted, PaperTooManyPages, PaperTooManyPixels … `claimedSuffix` ("jpg") only sharpens the message: PaperNotWhatItClaims.
    QFuture<Result<PaperFile>> inspect(const QByteArray &content, const QString &claimedSuffix, const PaperLimits &limits);
    // One page as a picture that fits into `bounds`: PaperNotShown.
    QFuture<Result<QImage>> render(const QByteArray &content, const QString &mediaType, int page, const QSize &bounds);
    // Turned clockwise by 90, 180 or 270 degrees; every page of a PDF: PaperNotTurned, PaperSigned.
    QFuture<Result<PaperFile>> rotate(const PaperFile &paper, int degrees);
    // The pages of a PDF, in points: PaperNotShown.
    QFuture<Result<QList<QSizeF>>> sheets(const QByteArray &pdf);

    qint64 processId(); // of the reader that runs now, 0 = none; for tests, blocking

private:
    template <typename T, typename Take>
    QFuture<Result<T>> ask(const ReaderQuestion &question, const QByteArray &content, Take take);

    struct Desk;
    const Options m_options;
    QThread m_thread;
    std::unique_ptr<Desk> m_desk;
};

} // namespace motcua
