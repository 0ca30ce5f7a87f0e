// Answers judge.py, one line each: "words N" -> the amount in words and figures; "qr BIN ACCOUNT AMOUNT KIND CODE" -> the payload.
#include "core/fee/feewords.h"
#include "core/fee/vietqr.h"

#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QString answer(const QStringList &question)
{
    if (question.at(0) == "words"_L1)
        return moneyInWords(question.at(1).toLongLong()) + u'\t' + groupedMoney(question.at(1).toLongLong());
    VietQr qr;
    qr.to = { question.at(1), question.at(2), {} };
    qr.amount = question.at(3).toLongLong();
    qr.kind = question.at(4) == "static"_L1 ? VietQr::Kind::Static : VietQr::Kind::Dynamic;
    qr.purpose = question.at(0) == "purpose"_L1 ? question.mid(5).join(u' ') : paymentPurpose(question.value(5));
    return QString::fromLatin1(vietQrPayload(qr));
}

} // namespace

int main()
{
    QTextStream in(stdin);
    QTextStream out(stdout);
    while (!in.atEnd())
        out << answer(in.readLine().split(u' ')) << '\n';
    return 0;
}
