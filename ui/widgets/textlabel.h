#pragma once

#include "ui/theme/theme.h"

#include <QHash>
#include <QLabel>
#include <QMargins>

namespace motcua {

// Text in one of the theme's roles; follows a change of theme or text size by itself. Plain text, wraps.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Ink { Normal, Muted, OnRail, OnRailMuted, Primary, Error };

    explicit TextLabel(const QString &text = {}, TextRole role = TextRole::Body, Ink ink = Ink::Normal,
                       QWidget *parent = nullptr);

    void setInk(Ink ink);
    void setRole(TextRole role);
    void setTone(Tone tone); // ink of a tone instead

    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    // A layout asks for the same few widths again and again, and each answer sets the whole text.
    struct Heights
    {
        QString text;
        QFont font;
        QMargins margins;
        QHash<int, int> ofWidth;
    };

    void restyle();

    mutable Heights m_heights;
    TextRole m_role;
    Ink m_ink;
    int m_tone = -1;
    bool m_restyling = false;
};

} // namespace motcua
