#include "core/vault/spokencode.h"

#include <QRegularExpression>

#include <array>
#include <cstdint>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr QLatin1StringView alphabet("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr qsizetype signsPerGroup = 5;
constexpr qsizetype dataSigns = 4;
constexpr qsizetype bitsPerGroup = 20;
constexpr qsizetype checkGroups = 2;

using Symbol = std::uint32_t; // an element of GF(2^20), modulo x^20 + x^3 + 1

constexpr Symbol top = 1U << bitsPerGroup;

Symbol timesAlpha(Symbol a)
{
    a <<= 1;
    return (a & top) != 0 ? a ^ (top | 0b1001U) : a;
}

Symbol times(Symbol a, Symbol b)
{
    Symbol product = 0;
    for (; b != 0; b >>= 1, a = timesAlpha(a)) {
        if ((b & 1U) != 0)
            product ^= a;
    }
    return product;
}

Symbol inverse(Symbol a)
{
    Symbol result = 1; // a^(2^20 - 2)
    for (qsizetype i = 1; i < bitsPerGroup; ++i) {
        a = times(a, a);
        result = times(result, a);
    }
    return result;
}

struct Syndromes
{
    Symbol sum = 0;
    Symbol weighted = 0; // place i counts alpha^i
};

Syndromes syndromesOf(const QList<Symbol> &symbols)
{
    Syndromes found;
    for (qsizetype i = symbols.size() - 1; i >= 0; --i) {
        found.sum ^= symbols.at(i);
        found.weighted = timesAlpha(found.weighted) ^ symbols.at(i);
    }
    return found;
}

void appendChecks(QList<Symbol> &symbols)
{
    // p and q at the last two places n and n+1 make both syndromes zero.
    const qsizetype places = symbols.size();
    const Syndromes data = syndromesOf(symbols);
    Symbol weight = 1;
    for (qsizetype i = 0; i < places; ++i)
        weight = timesAlpha(weight);
    const Symbol shifted = times(data.weighted, inverse(weight)); // = p + alpha q, and p + q = sum
    const Symbol p = times(shifted ^ timesAlpha(data.sum), inverse(1U ^ 2U));
    symbols.append(p);
    symbols.append(data.sum ^ p);
}

// GF(32), modulo x^5 + x^2 + 1. Each sign has a weight of its own, so one wrong sign and two swapped ones never cancel out.
unsigned timesAlpha32(unsigned a)
{
    a <<= 1U;
    return (a & 32U) != 0 ? a ^ 0b100101U : a;
}

unsigned checkSign(Symbol symbol, qsizetype place)
{
    unsigned check = 0;
    for (qsizetype i = 0; i < dataSigns; ++i)
        check = timesAlpha32(check ^ ((symbol >> (5 * i)) & 31U));
    return check ^ unsigned(place & 31);
}

QString textOf(Symbol symbol, qsizetype place)
{
    QString group;
    for (qsizetype i = dataSigns - 1; i >= 0; --i)
        group += QChar(alphabet.at((symbol >> (5 * i)) & 31U));
    return group + QChar(alphabet.at(checkSign(symbol, place)));
}

// -1 when it is no group or its own check fails.
int symbolOf(const QString &group, qsizetype place)
{
    if (group.size() != signsPerGroup)
        return -1;
    Symbol symbol = 0;
    for (qsizetype i = 0; i < signsPerGroup; ++i) {
        const qsizetype value = alphabet.indexOf(group.at(i));
        if (value < 0)
            return -1;
        if (i == dataSigns)
            return unsigned(value) == checkSign(symbol, place) ? int(symbol) : -1;
        symbol = (symbol << 5) | Symbol(value);
    }
    return -1;
}

tl::unexpected<Error> misread(const QString &groups)
{
    return fail(ErrorCode::RecoveryTextWrong, groups);
}

// The one place where an error would explain both syndromes; nothing when it is more than one group.
QString wrongPlace(const QList<Symbol> &symbols)
{
    const Syndromes found = syndromesOf(symbols);
    if (found.sum == 0 && found.weighted == 0)
        return {};
    Symbol here = found.sum;
    for (qsizetype i = 0; found.sum != 0 && i < symbols.size(); ++i, here = timesAlpha(here)) {
        if (here == found.weighted)
            return QString::number(i + 1);
    }
    return u"1–%1"_s.arg(symbols.size());
}

} // namespace

qsizetype spokenGroupCount(qsizetype bits)
{
    return bits / bitsPerGroup + checkGroups;
}

QStringList spokenGroups(const QByteArray &bytes, qsizetype bits)
{
    QList<Symbol> symbols;
    for (qsizetype at = 0; at < bits; at += bitsPerGroup) {
        Symbol symbol = 0;
        for (qsizetype i = at; i < at + bitsPerGroup; ++i)
            symbol = (symbol << 1) | ((std::uint8_t(bytes.at(i / 8)) >> (7 - i % 8)) & 1U);
        symbols.append(symbol);
    }
    appendChecks(symbols);
    QStringList groups;
    for (qsizetype i = 0; i < symbols.size(); ++i)
        groups.append(textOf(symbols.at(i), i));
    return groups;
}

QString foldedSigns(const QString &text)
{
    QString folded = text.toUpper();
    return folded.replace(u'O', u'0').replace(u'I', u'1').replace(u'L', u'1');
}

QString withoutGroupNumbers(QString text)
{
    static const QRegularExpression numbers(u"\\d{1,2}\\s*-\\s*\\d{1,2}\\s*:"_s);
    return text.remove(numbers);
}

QStringList splitGroups(const QString &text)
{
    static const QRegularExpression gap(u"[^0-9A-Z]+"_s);
    QStringList groups = foldedSigns(withoutGroupNumbers(text)).split(gap, Qt::SkipEmptyParts);
    if (groups.size() != 1)
        return groups;
    const QString whole = groups.takeFirst();
    for (qsizetype at = 0; at < whole.size(); at += signsPerGroup)
        groups.append(whole.mid(at, signsPerGroup));
    return groups;
}

bool isGroupRight(const QString &group, qsizetype place)
{
    return symbolOf(foldedSigns(group), place) >= 0;
}

Result<QByteArray> bytesFromSpoken(const QString &text, qsizetype bits)
{
    const QStringList groups = splitGroups(text);
    if (groups.size() != spokenGroupCount(bits))
        return misread(u"1–%1"_s.arg(spokenGroupCount(bits)));
    QList<Symbol> symbols;
    QStringList wrong;
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const int symbol = symbolOf(groups.at(i), i);
        if (symbol < 0)
            wrong.append(QString::number(i + 1));
        symbols.append(Symbol(symbol));
    }
    if (wrong.isEmpty()) {
        if (const QString place = wrongPlace(symbols); !place.isEmpty())
            wrong.append(place);
    }
    if (!wrong.isEmpty())
        return misread(wrong.join(u", "_s));
    QByteArray bytes((bits + 7) / 8, '\0');
    for (qsizetype i = 0; i < bits; ++i) {
        if (((symbols.at(i / bitsPerGroup) >> (bitsPerGroup - 1 - i % bitsPerGroup)) & 1U) != 0)
            bytes[i / 8] = char(std::uint8_t(bytes.at(i / 8)) | (0x80U >> (i % 8)));
    }
    return bytes;
}

} // namespace motcua
