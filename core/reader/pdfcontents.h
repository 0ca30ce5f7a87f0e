#pragma once

#include <QByteArray>
#include <QSize>

#include <optional>

namespace motcua {

// What lies inside a PDF, seen by qpdf without showing or running anything.
struct PdfContents
{
    enum class Trouble { None, Encrypted, Damaged, UnpacksTooFar };

    Trouble trouble = Trouble::None;
    const char *why = ""; // for the help desk
    int pages = 0;
    bool active = false;  // programs, launch actions, XFA forms or files inside
    QSize largestPicture; // pixels
};

// `maxUnpacked`: bytes that all streams together may grow to. Thread-safe.
PdfContents readPdfContents(const QByteArray &content, qint64 maxUnpacked);

// Whether a digital signature covers its bytes. Thread-safe.
bool pdfIsSigned(const QByteArray &content);

// Every page turned clockwise, everything else kept as it is. Nothing when qpdf cannot. Thread-safe.
std::optional<QByteArray> turnPdfPages(const QByteArray &content, int degrees);

} // namespace motcua
