#include "core/dossier/localcode.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QLatin1StringView alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*");
constexpr int modulus = 37;

QChar checkCharacter(const QString &body)
{
    int sum = 0;
    for (const QChar c : body) {
        if (c != u'-')
            sum = (sum + int(alphabet.indexOf(c))) * 2 % modulus;
    }
    return alphabet.at((modulus + 1 - sum) % modulus);
}

} // namespace

QString makeLocalCode(const QString &communeCode, const QString &machine, const QDate &legalDate, int serial)
{
    const QString body =
        u"TAM-%1-%2-%3-%4"_s.arg(communeCode, machine, legalDate.toString(u"yyMMdd")).arg(serial, 3, 10, QLatin1Char('0'));
    return body + u'-' + checkCharacter(body);
}

bool isLocalCode(const QString &text)
{
    static const QRegularExpression shape(u"^(TAM-\\d{5}-\\d{2}-\\d{6}-\\d{3,})-([0-9A-Z*])$"_s);
    const QRegularExpressionMatch match = shape.match(text.trimmed().toUpper());
    return match.hasMatch() && checkCharacter(match.captured(1)) == match.captured(2).at(0);
}

} // namespace motcua
