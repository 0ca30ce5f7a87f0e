#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

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

protected:
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    TextRole m_role;
    Ink m_ink;
    int m_tone = -1;
    bool m_restyling = false;
};

} // namespace motcua
