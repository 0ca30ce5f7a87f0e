#include "core/paper/sliptexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

SlipTexts::SlipTexts()
{
    // Without the catalogue translate() answers nothing and the screen's language is used.
    if (!m_vietnamese.load(u":/translations/motcua_vi.qm"_s))
        return;
}

QString SlipTexts::operator()(const char *source) const
{
    const QString vietnamese = m_vietnamese.translate("Slip", source);
    return vietnamese.isEmpty() ? QCoreApplication::translate("Slip", source) : vietnamese;
}

} // namespace motcua
