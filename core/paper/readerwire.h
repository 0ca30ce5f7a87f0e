#pragma once

#include "core/base/result.h"
#include "core/paper/paperfile.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QSize>
#include <QSizeF>
#include <QString>

#include <optional>

namespace motcua {

// What is said to motcua-reader and what it answers, over its standard input and output: a frame is two lengths (32 bits each, most
// significant byte first), a head, and a body of plain bytes. Pure: nothing here reads or writes.
struct ReaderQuestion
{
    enum class What : quint8 { Inspect, Render, Rotate, Sheets };

    What what = What::Inspect;
    QString name; // Inspect: the suffix that the file claims; else its media type
    PaperLimits limits;
    qint32 page = 0;
    QSize bounds;
    qint32 degrees = 0;
    qint32 pages = 1;
};

// The body of an answer: the pixels of Render, the file of Rotate, else nothing.
struct ReaderAnswer
{
    std::optional<Error> error;
    QString mediaType;
    qint32 pages = 0;
    QSize size;           // of the picture: 4 bytes a pixel, blue first, no alpha
    QList<QSizeF> sheets; // points
};

namespace readerwire {

constexpr qsizetype lengthsSize = 8;
constexpr quint32 longestHead = 256 * 1024;
constexpr quint32 longestBody = 512 * 1024 * 1024;

struct Lengths
{
    quint32 head = 0;
    quint32 body = 0;
};

QByteArray lengths(qsizetype head, qsizetype body);
Lengths readLengths(const char *eightBytes);

QByteArray headOf(const ReaderQuestion &question);
QByteArray headOf(const ReaderAnswer &answer);
std::optional<ReaderQuestion> readQuestion(const QByteArray &head);
std::optional<ReaderAnswer> readAnswer(const QByteArray &head);

// The most that a truthful answer to this question can weigh.
quint32 longestAnswer(const ReaderQuestion &question);

// Whether this can be a truthful answer to this question. What answers may have been taken over by a hostile file, so nothing that it
// says is used before this has looked at it.
bool fits(const ReaderQuestion &question, const ReaderAnswer &answer, qsizetype bodySize);

QByteArray pixelsOf(const QImage &picture);                    // as the body carries them
QImage pictureOf(const QSize &size, const QByteArray &pixels); // which fits()

} // namespace readerwire

} // namespace motcua
