#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

QString normalized(QStringView text)
{
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text) {
        if (c.isSpace())
            kept.append(u' ');
        else if (c.category() != QChar::Other_Control)
            kept.append(c);
    }
    return kept.normalized(QString::NormalizationForm_C).simplified();
}

QString folded(QStringView text)
{
    const QString decomposed = text.toString().normalized(QString::NormalizationForm_D);
    QString kept;
    kept.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        kept.append(c == u'đ' || c == u'Đ' ? QChar(u'd') : c.toLower());
    }
    return kept.simplified();
}

bool matchesFolded(QStringView haystack, QStringView needle)
{
    const QString padded = u' ' + folded(haystack);
    const QStringList words = folded(needle).split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(), [&](const QString &word) { return padded.contains(u' ' + word); });
}

} // namespace motcua
