#include "core/identity/personalid.h"

#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QSet<QString> loadPlaceCodes()
{
    QFile file(u":/data/id_place_codes.tsv"_s);
    QSet<QString> codes;
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n'))
            codes.insert(QString::fromUtf8(line.left(3)));
    }
    return codes;
}

} // namespace

bool isPersonalId(const QString &number)
{
    return number.size() == 12 && std::all_of(number.cbegin(), number.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QList<PersonalIdDoubt> doubtsAbout(const QString &number, std::optional<Sex> sex, std::optional<int> birthYear)
{
    if (!isPersonalId(number))
        return {};
    static const QSet<QString> placeCodes = loadPlaceCodes();
    QList<PersonalIdDoubt> doubts;
    if (!placeCodes.contains(number.left(3)))
        doubts.append(PersonalIdDoubt::UnknownPlaceCode);

    const int centuryAndSex = number.at(3).digitValue();
    const int century = 1900 + 100 * (centuryAndSex / 2);
    const Sex written = centuryAndSex % 2 == 0 ? Sex::Male : Sex::Female;
    if ((sex && *sex != written) || (birthYear && *birthYear / 100 * 100 != century))
        doubts.append(PersonalIdDoubt::CenturyOrSexMismatch);
    if (birthYear && *birthYear % 100 != number.mid(4, 2).toInt())
        doubts.append(PersonalIdDoubt::BirthYearMismatch);
    return doubts;
}

} // namespace motcua
