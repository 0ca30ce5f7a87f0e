#pragma once

#include <QString>
#include <QTranslator>

namespace motcua {

// The words of the printed slip. A paper of the state is in Vietnamese whatever the language of the screen, so they come straight
// from the Vietnamese catalogue in the program; without it (a test that links no texts), from the screen's language.
class SlipTexts
{
public:
    SlipTexts();

    QString operator()(const char *source) const; // source marked with QT_TRANSLATE_NOOP("Slip", …)

private:
    QTranslator m_vietnamese;
};

} // namespace motcua
