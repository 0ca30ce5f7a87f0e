#include "core/paper/paperfile.h"

#include "core/paper/paperkind.h"

using namespace Qt::StringLiterals;

namespace motcua {

QString suffixFor(const QString &mediaType)
{
    switch (paperKindOfMediaType(mediaType)) {
    case PaperKind::Jpeg:
        return u"jpg"_s;
    case PaperKind::Png:
        return u"png"_s;
    case PaperKind::Pdf:
        return u"pdf"_s;
    default:
        return {};
    }
}

} // namespace motcua
