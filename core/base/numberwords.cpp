#include "core/base/numberwords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr quint64 billion = 1'000'000'000;

QString digitWord(quint64 digit)
{
    static const QStringList words { u"không"_s, u"một"_s, u"hai"_s, u"ba"_s,  u"bốn"_s,
                                     u"năm"_s,   u"sáu"_s, u"bảy"_s, u"tám"_s, u"chín"_s };
    return words.at(int(digit));
}

// "mốt", "tư" and "lăm" are how one, four and five are said behind tens.
void appendUnit(quint64 unit, quint64 tens, QStringList &words)
{
    if (unit == 0)
        return;
    if (unit == 1 && tens > 1)
        words.append(u"mốt"_s);
    else if (unit == 4 && tens > 1)
        words.append(u"tư"_s);
    else if (unit == 5 && tens > 0)
        words.append(u"lăm"_s);
    else
        words.append(digitWord(unit));
}

// 0 to 999; `inside` = larger groups were said before it, so its hundreds are said even when there are none.
void appendGroup(quint64 group, bool inside, QStringList &words)
{
    const quint64 hundreds = group / 100;
    const quint64 tens = group / 10 % 10;
    const quint64 unit = group % 10;
    if (hundreds > 0 || inside)
        words << digitWord(hundreds) << u"trăm"_s;
    if (tens == 1)
        words.append(u"mười"_s);
    else if (tens > 1)
        words << digitWord(tens) << u"mươi"_s;
    else if (unit > 0 && (hundreds > 0 || inside))
        words.append(u"linh"_s);
    appendUnit(unit, tens, words);
}

void appendNumber(quint64 number, bool inside, QStringList &words)
{
    if (number >= billion) {
        appendNumber(number / billion, inside, words);
        words.append(u"tỷ"_s);
        number %= billion;
        inside = true;
    }
    const std::pair<quint64, QString> groups[] = { { number / 1'000'000, u"triệu"_s },
                                                   { number / 1000 % 1000, u"nghìn"_s },
                                                   { number % 1000, QString() } };
    for (const auto &[group, name] : groups) {
        if (group == 0)
            continue;
        appendGroup(group, inside, words);
        if (!name.isEmpty())
            words.append(name);
        inside = true;
    }
}

} // namespace

QString numberInWords(qint64 number)
{
    if (number == 0)
        return digitWord(0);
    QStringList words;
    if (number < 0)
        words.append(u"âm"_s);
    appendNumber(number < 0 ? quint64(0) - quint64(number) : quint64(number), false, words);
    return words.join(u' ');
}

} // namespace motcua
