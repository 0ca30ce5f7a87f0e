#pragma once

#include "core/paper/qrcode.h"

#include <QObject>
#include <QTextObjectInterface>

#include <optional>

class QTextDocument;

namespace motcua {

// Draws the images of paper templates: dotted lines, boxes for digits, boxes to tick, the QR code. Takes the place of the engine's own
// handler of images, so that no image is ever loaded.
class FormThings final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    FormThings(QTextDocument &document, const std::optional<QrCode> &qr);

    // Dotted lines take what is left of their line. After the document has its width.
    void stretchDottedLines();

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;

private:
    qreal dots(qreal millimetres) const;

    QTextDocument &m_document;
    std::optional<QrCode> m_qr;
};

} // namespace motcua
