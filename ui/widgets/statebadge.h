#pragma once

#include "ui/theme/icon.h"
#include "ui/theme/tone.h"

#include <QStyle>
#include <QWidget>

namespace motcua {

class Theme;

// What a badge says: never colour alone.
struct BadgeWords
{
    Tone tone = Tone::Neutral;
    Icon icon = Icon::None;
    QString text;
};

// For delegates: draws the badge left-aligned and vertically centred in `rect`, elided to fit.
void paintBadge(QPainter &painter, const QRect &rect, const Theme &theme, const BadgeWords &words);
QSize badgeSize(const Theme &theme, const BadgeWords &words);

// A pill with an icon and words.
class StateBadge : public QWidget
{
    Q_OBJECT

public:
    explicit StateBadge(QWidget *parent = nullptr);
    explicit StateBadge(const BadgeWords &words, QWidget *parent = nullptr);

    void setWords(const BadgeWords &words);
    const BadgeWords &words() const { return m_words; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeWords m_words;
};

} // namespace motcua
