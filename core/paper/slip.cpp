#include "core/paper/slip.h"

#include "core/base/clock.h"
#include "core/paper/fonts.h"
#include "core/paper/slippage.h"
#include "core/paper/sliptexts.h"

#include <QBuffer>
#include <QPdfWriter>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> slipNotMade(const QString &why)
{
    return fail(ErrorCode::SlipNotMade, {}, why);
}

} // namespace

QString maskedPersonalId(const QString &number)
{
    constexpr qsizetype shownAtStart = 3;
    constexpr qsizetype shownAtEnd = 4;
    if (number.size() <= shownAtStart + shownAtEnd)
        return QString(number.size(), u'*');
    const qsizetype hidden = number.size() - shownAtStart - shownAtEnd;
    return number.first(shownAtStart) + QString(hidden, u'*') + number.last(shownAtEnd);
}

QString slipQrText(const SlipContent &content)
{
    const SlipTexts say;
    const QString name = say(QT_TRANSLATE_NOOP("Slip", "Provisional record of a dossier"));
    return QStringList {
        u"LOAI=TAM"_s,
        u"MA_HO_SO="_s,
        u"MA_TAM="_s + content.localCode,
        u"MA_TTHC="_s + content.procedureCode,
        u"MA_DINH_DANH="_s + maskedPersonalId(content.personalId),
        u"TEN_GIAY="_s + name,
        u"HE_THONG=Một Cửa"_s,
        u"CAP_LUC="_s + toLegalTime(content.capturedAt).toString(Qt::ISODate),
    }
        .join(u'\n');
}

Result<QByteArray> renderSlip(const SlipContent &content)
{
    if (!ensureFonts())
        return slipNotMade(u"font"_s);
    const std::optional<QrCode> qr = makeQrCode(slipQrText(content).toUtf8());
    if (!qr)
        return slipNotMade(u"qr"_s);
    const std::optional<QrCode> payCode =
        content.transfer.code.isEmpty() ? std::optional<QrCode>() : makeQrCode(content.transfer.code);
    const SlipTexts say;
    QByteArray pdf;
    QBuffer buffer(&pdf);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setCreator(u"Một Cửa"_s);
    writer.setTitle(say(QT_TRANSLATE_NOOP("Slip", "Provisional record of a dossier")));
    SlipLayout page(writer, content, *qr, payCode, say);
    if (!page.print())
        return slipNotMade(u"printer"_s);
    return pdf;
}

} // namespace motcua
