#include "core/paper/formthings.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qreal millimetresPerInch = 25.4;
constexpr int digitsOfId = 12;

// Millimetres.
constexpr qreal digitWidth = 5.2;
constexpr qreal digitHeight = 5.8;
constexpr qreal tickSide = 3.3;
constexpr qreal shortestDots = 22;
constexpr qreal thinLine = 0.18;
constexpr qreal defaultQr = 24;

enum class Thing { None, Fill, Digits, Box, Qr };

Thing thingOf(const QString &name)
{
    const QString kind = name.section(u':', 0, 0);
    if (kind == "fill"_L1)
        return Thing::Fill;
    if (kind == "digits"_L1)
        return Thing::Digits;
    if (kind == "box"_L1)
        return Thing::Box;
    return kind == "qr"_L1 ? Thing::Qr : Thing::None;
}

QString saidBy(const QString &name)
{
    return name.section(u':', 1);
}

qsizetype boxesFor(const QString &digits)
{
    return std::max<qsizetype>(digitsOfId, digits.size());
}

// How far below the line a thing hangs, in parts of its height, so that it looks centred beside the letters.
qreal drop(Thing thing)
{
    return thing == Thing::Digits ? 0.24 : thing == Thing::Box ? 0.12 : 0;
}

} // namespace

FormThings::FormThings(QTextDocument &document, const std::optional<QrCode> &qr)
    : m_document(document)
    , m_qr(qr)
{
    document.documentLayout()->registerHandler(QTextFormat::ImageObject, this);
}

qreal FormThings::dots(qreal millimetres) const
{
    return millimetres / millimetresPerInch * m_document.documentLayout()->paintDevice()->logicalDpiX();
}

QSizeF FormThings::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const QTextImageFormat image = format.toImageFormat();
    const QFontMetricsF letters(image.font(), m_document.documentLayout()->paintDevice());
    const QString said = saidBy(image.name());
    switch (thingOf(image.name())) {
    case Thing::Fill:
        return { image.width() > 0 ? image.width() : dots(said.isEmpty() ? shortestDots : said.toDouble()), letters.ascent() };
    case Thing::Digits:
        return { dots(digitWidth) * qreal(boxesFor(said)), dots(digitHeight) * (1 - drop(Thing::Digits)) };
    case Thing::Box:
        return { dots(tickSide) * 1.15, dots(tickSide) * (1 - drop(Thing::Box)) };
    case Thing::Qr: {
        const qreal side = dots(image.height() > 0 ? image.height() : defaultQr);
        return { side, side };
    }
    case Thing::None:
        break;
    }
    return {};
}

void FormThings::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format)
{
    const QTextImageFormat image = format.toImageFormat();
    const Thing thing = thingOf(image.name());
    painter->save();
    painter->setPen(QPen(Qt::black, dots(thinLine)));
    painter->setBrush(Qt::NoBrush);
    // Text is laid out at the printer's resolution; the painter's own device must not scale it again.
    const QFont font(image.font());
    painter->setFont(font);
    const QFontMetricsF letters(font, m_document.documentLayout()->paintDevice());
    const QString said = saidBy(image.name());
    if (thing == Thing::Fill) {
        const auto count = qsizetype(rect.width() / letters.horizontalAdvance(u'.'));
        painter->drawText(QPointF(rect.left(), rect.bottom()), QString(count, u'.'));
    } else if (thing == Thing::Digits) {
        const qreal side = dots(digitWidth);
        const qreal height = dots(digitHeight);
        const qreal top = rect.bottom() + height * drop(thing) - height;
        for (qsizetype i = 0; i < boxesFor(said); ++i) {
            const QRectF box(rect.left() + side * qreal(i), top, side, height);
            painter->drawRect(box);
            if (i < said.size()) {
                const qreal left = box.center().x() - letters.horizontalAdvance(said.at(i)) / 2;
                painter->drawText(QPointF(left, box.center().y() + letters.capHeight() / 2), said.at(i));
            }
        }
    } else if (thing == Thing::Box) {
        const qreal side = dots(tickSide);
        const QRectF box(rect.left(), rect.bottom() + side * drop(thing) - side, side, side);
        painter->drawRect(box);
        if (said == "1"_L1) {
            painter->setPen(QPen(Qt::black, dots(0.4)));
            painter->drawLine(box.topLeft() + QPointF(side, side) * 0.2, box.topLeft() + QPointF(side, side) * 0.8);
            painter->drawLine(box.topLeft() + QPointF(side * 0.2, side * 0.8), box.topLeft() + QPointF(side * 0.8, side * 0.2));
        }
    } else if (thing == Thing::Qr && m_qr) {
        painter->translate(rect.topLeft());
        painter->scale(rect.width() / m_qr->modules, rect.height() / m_qr->modules);
        painter->fillPath(m_qr->dark, Qt::black);
    }
    painter->restore();
}

void FormThings::stretchDottedLines()
{
    struct Dots
    {
        int position;
        qreal width;
    };
    QList<Dots> stretched;
    m_document.documentLayout()->documentSize(); // lays all of it out: it is done lazily
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const QTextLayout *layout = block.layout();
        QHash<int, QList<int>> byLine;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            const QTextImageFormat image = fragment.charFormat().toImageFormat();
            if (!image.isValid() || thingOf(image.name()) != Thing::Fill || !saidBy(image.name()).isEmpty())
                continue;
            for (int i = 0; i < fragment.length(); ++i) {
                const int at = fragment.position() + i;
                if (const QTextLine line = layout->lineForTextPosition(at - block.position()); line.isValid())
                    byLine[line.lineNumber()].append(at);
            }
        }
        const bool mayStretch = !(block.blockFormat().alignment() & (Qt::AlignHCenter | Qt::AlignRight));
        for (auto it = byLine.cbegin(); it != byLine.cend() && mayStretch; ++it) {
            const QTextLine line = layout->lineAt(it.key());
            const qreal left = line.width() - line.naturalTextWidth() - dots(0.5);
            if (left > 0) {
                for (const int at : it.value())
                    stretched.append({ at, dots(shortestDots) + left / qreal(it.value().size()) });
            }
        }
    }
    QTextCursor cursor(&m_document);
    cursor.beginEditBlock();
    for (const Dots &one : std::as_const(stretched)) {
        cursor.setPosition(one.position);
        cursor.setPosition(one.position + 1, QTextCursor::KeepAnchor);
        QTextImageFormat image = cursor.charFormat().toImageFormat();
        image.setWidth(one.width);
        cursor.setCharFormat(image);
    }
    cursor.endEditBlock();
}

} // namespace motcua
