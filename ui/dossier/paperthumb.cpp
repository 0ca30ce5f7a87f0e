#include "ui/dossier/paperthumb.h"

#include "ui/papers/papertile.h"
#include "ui/theme/icon.h"
#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace motcua {

PaperThumb::PaperThumb(const Attachment &paper, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_more(tr("%1 · %n page(s) · %2", nullptr, paper.pages).arg(paper.name, sizeWords(paper.size)))
    , m_original(paper.originalReturned ? tr("Original given back") : tr("Original kept at the counter"))
    , m_returned(paper.originalReturned)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(u"%1. %2"_s.arg(m_more, m_original));
    setToolTip(title);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PaperThumb::setPicture(const QImage &picture)
{
    m_picture = picture;
    update();
}

QSize PaperThumb::pictureSize() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(64), theme.px(80) };
}

QSize PaperThumb::sizeHint() const
{
    const Theme &theme = themeOf(this);
    return { theme.px(320), theme.px(104) };
}

QSize PaperThumb::minimumSizeHint() const
{
    return { themeOf(this).px(200), sizeHint().height() };
}

void PaperThumb::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    const ThemeColors &colors = theme.colors();
    QPainter painter(this);
    if (underMouse() || isDown())
        paintBox(painter, rect(), colors.primarySoft, Qt::transparent, 0, theme.radius());
    const int margin = theme.px(12);
    const QRect frame(QPoint(theme.px(8), margin), pictureSize());
    paintBox(painter, frame, colors.sunken, colors.lineStrong, 1, 2);
    if (m_picture.isNull()) {
        paintIcon(painter, QRectF(frame).adjusted(18, 26, -18, -26), Icon::Paper, colors.muted);
    } else {
        QSizeF size = m_picture.size();
        size.scale(frame.size() - QSize(4, 4), Qt::KeepAspectRatio);
        QRectF place(QPointF(), size);
        place.moveCenter(QRectF(frame).center());
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(place, m_picture);
    }

    const int left = frame.right() + theme.px(14);
    const int room = width() - left - theme.px(8);
    const QFontMetrics strong(theme.font(TextRole::Strong));
    painter.setFont(theme.font(TextRole::Strong));
    painter.setPen(colors.text);
    const QRect titlePlace(left, margin, room, strong.lineSpacing() * 2);
    // Two lines for the title of a paper; the law likes long ones.
    QString first = text();
    if (strong.horizontalAdvance(first) > room) {
        qsizetype cut = first.size();
        while (cut > 0 && strong.horizontalAdvance(first.left(cut)) > room)
            cut = first.lastIndexOf(u' ', cut - 1);
        if (cut > 0)
            first = first.left(cut) + u'\n' + strong.elidedText(first.mid(cut + 1), Qt::ElideRight, room);
    }
    painter.drawText(titlePlace, Qt::AlignLeft | Qt::AlignTop, first);

    const QFont small = theme.font(TextRole::Small);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(colors.muted);
    int y = height() - margin - 2 * metrics.lineSpacing();
    painter.drawText(QRect(left, y, room, metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(m_more, Qt::ElideMiddle, room));
    y += metrics.lineSpacing();
    const int side = theme.px(16);
    const QColor ink = theme.tone(m_returned ? Tone::Good : Tone::Waiting).ink;
    paintIcon(painter, QRectF(left, y + (metrics.lineSpacing() - side) / 2.0, side, side), m_returned ? Icon::Check : Icon::Safe,
              ink);
    painter.setPen(ink);
    painter.drawText(QRect(left + side + theme.px(6), y, room - side, metrics.lineSpacing()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_original);
    if (hasFocus())
        paintFocusRing(painter, rect(), colors.focus, theme.radius());
}

void PaperThumb::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace motcua
