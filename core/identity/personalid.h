#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <optional>

namespace motcua {

// Doubts about a personal ID number. They warn and never block: the law says only "12 digits" (Luật Căn cước 2023 Art. 12).
enum class PersonalIdDoubt { UnknownPlaceCode, CenturyOrSexMismatch, BirthYearMismatch };

enum class Sex { Male, Female };

bool isPersonalId(const QString &number); // exactly 12 digits

// Structure PPP C YY NNNNNN (TT 07/2016/TT-BCA). What is not known is not compared.
QList<PersonalIdDoubt> doubtsAbout(const QString &number, std::optional<Sex> sex, std::optional<int> birthYear);

} // namespace motcua
