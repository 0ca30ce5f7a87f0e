// What it costs that papers are read by another program: each question asked of the parser in this process and of motcua-reader, taking
// turns. The paper: ten pages scanned at 200 dpi in one PDF, and a photo of 12 million pixels.
#include "core/paper/readerprogram.h"
#include "core/reader/judge.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

constexpr int rounds = 15;
constexpr QSize scanned(1654, 2339);
constexpr QSize photographed(4000, 3000);
constexpr QSize shown(900, 1000);

// Grain as a scanner leaves it, so that nothing packs better than a real page.
QImage grainy(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < size.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const int grey = (y / 24 % 2 && x / 9 % 3 ? 40 : 235) + random.bounded(4);
            line[x] = qRgb(grey, grey, grey);
        }
    }
    return image;
}

QByteArray scan(int pages)
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering, false);
    const QImage page = grainy(scanned);
    for (int number = 0; number < pages; ++number) {
        if (number > 0)
            writer.newPage();
        QImage own = page;
        own.setPixel(number, 0, 0xffff0000);
        painter.drawImage(QRect(0, 0, writer.width(), writer.height()), own);
    }
    painter.end();
    return content;
}

QByteArray photo()
{
    QByteArray content;
    QBuffer buffer(&content);
    buffer.open(QIODevice::WriteOnly);
    grainy(photographed).save(&buffer, "jpeg", 90);
    return content;
}

template <typename Work>
double millisecondsOf(Work work)
{
    QElapsedTimer timer;
    timer.start();
    if (!work())
        qFatal("a question was not answered");
    return double(timer.nsecsElapsed()) / 1e6;
}

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.at(values.size() / 2);
}

template <typename Here, typename There>
void compare(const char *what, Here here, There there)
{
    QList<double> before;
    QList<double> after;
    for (int round = 0; round < rounds; ++round) {
        before.append(millisecondsOf(here));
        after.append(millisecondsOf(there));
    }
    std::printf("%-34s %9.1f ms %13.1f ms\n", what, median(before), median(after));
}

} // namespace

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QByteArray pdf = scan(10);
    const QByteArray jpeg = photo();
    const QString pdfType = u"application/pdf"_s;
    const QString jpegType = u"image/jpeg"_s;
    QList<double> cold;
    for (int round = 0; round < rounds; ++round) {
        ReaderProgram fresh;
        cold.append(millisecondsOf([&] { return !fresh.inspect("%PDF", {}, {}).result().has_value(); }));
    }
    ReaderProgram reader;
    std::printf("medians of %d; PDF of 10 scanned pages %.1f MB, photo %.1f MB\n", rounds, double(pdf.size()) / 1e6,
                double(jpeg.size()) / 1e6);
    std::printf("%-34s %12s %16s\n", "", "in process", "motcua-reader");
    compare(
        "adding the PDF (judged)", [&] { return inspectPaper(pdf, u"pdf"_s, {}).has_value(); },
        [&] { return reader.inspect(pdf, u"pdf"_s, {}).result().has_value(); });
    compare(
        "showing a page of it", [&] { return renderPaper(pdf, pdfType, 4, shown).has_value(); },
        [&] { return reader.render(pdf, pdfType, 4, shown).result().has_value(); });
    compare(
        "the same four times as large", [&] { return renderPaper(pdf, pdfType, 4, shown * 4).has_value(); },
        [&] { return reader.render(pdf, pdfType, 4, shown * 4).result().has_value(); });
    compare(
        "adding the photo (judged)", [&] { return inspectPaper(jpeg, u"jpg"_s, {}).has_value(); },
        [&] { return reader.inspect(jpeg, u"jpg"_s, {}).result().has_value(); });
    compare(
        "showing the photo", [&] { return renderPaper(jpeg, jpegType, 0, shown).has_value(); },
        [&] { return reader.render(jpeg, jpegType, 0, shown).result().has_value(); });
    std::printf("%-34s %12s %13.1f ms\n", "starting the reader, once a minute", "", median(cold));
}
