#pragma once

#include "core/base/result.h"
#include "core/paper/papertemplate.h"

#include <QByteArray>
#include <QString>

namespace motcua {

// What goes onto paper beside the text of the template.
struct PaperPrint
{
    QString html;
    PaperSheet sheet;
    QString title;  // of the PDF; names nobody
    QString footer; // small, at the foot of each page; empty = none
    QString qrText; // what the image "qr" says
};

// A4, selectable text, Liberation Serif embedded (the widths of Times New Roman, which state forms ask for). Needs a QGuiApplication;
// any thread. PaperNotDrawn.
Result<QByteArray> renderPaperSheet(const PaperPrint &paper);

} // namespace motcua
