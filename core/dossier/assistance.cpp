#include "core/dossier/assistance.h"

#include "core/base/clock.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

struct Word
{
    Assistance::Confirmation how;
    QLatin1StringView stored;
};

constexpr std::array words {
    Word { Assistance::Confirmation::Signature, "signature"_L1 },
    Word { Assistance::Confirmation::Fingerprint, "fingerprint"_L1 },
    Word { Assistance::Confirmation::ReadAloud, "read-aloud"_L1 },
};

constexpr std::array languages {
    SpokenLanguage { "vi", "Kinh" },    SpokenLanguage { "sti", "Xtiêng" }, SpokenLanguage { "cmo", "Mnông" },
    SpokenLanguage { "km", "Khmer" },   SpokenLanguage { "tyz", "Tày" },    SpokenLanguage { "nut", "Nùng" },
    SpokenLanguage { "blt", "Thái" },   SpokenLanguage { "hmn", "Mông" },   SpokenLanguage { "kjg", "Khơ-mú" },
    SpokenLanguage { "hni", "Hà Nhì" }, SpokenLanguage { "lo", "Lào" },     SpokenLanguage { "cjm", "Chăm" },
    SpokenLanguage { "rgs", "Raglai" }, SpokenLanguage { "ium", "Dao" },    SpokenLanguage { "jra", "Gia-rai" },
    SpokenLanguage { "bdq", "Ba-na" },
};

QString languageName(const QString &tag)
{
    const auto found = std::find_if(languages.begin(), languages.end(),
                                    [&](const SpokenLanguage &one) { return tag == QLatin1StringView(one.tag); });
    return found == languages.end() ? tag : QString::fromUtf8(found->name);
}

QString told(const char *text)
{
    return QCoreApplication::translate("Assistance", text);
}

} // namespace

QString consentText()
{
    return told(QT_TRANSLATE_NOOP(
        "Assistance",
        "I ask the person at this counter to enter my declaration for me and to hand it to the portal. It was shown "
        "or read to me and it says what I mean. My data are used for this procedure only. I may see the "
        "declaration, have it mended, or withdraw it before the portal has received it."));
}

QString confirmationWord(Assistance::Confirmation how)
{
    return std::find_if(words.begin(), words.end(), [=](const Word &one) { return one.how == how; })->stored;
}

std::optional<Assistance::Confirmation> confirmationFrom(const QString &word)
{
    const auto *found = std::find_if(words.begin(), words.end(), [&](const Word &one) { return one.stored == word; });
    return found == words.end() ? std::nullopt : std::optional(found->how);
}

QString confirmationText(const Assistance &given)
{
    switch (given.confirmation) {
    case Assistance::Confirmation::Signature:
        return told(QT_TRANSLATE_NOOP("Assistance", "signed the declaration"));
    case Assistance::Confirmation::Fingerprint:
        return told(QT_TRANSLATE_NOOP("Assistance", "put a fingerprint on the declaration, read out in: %1"))
            .arg(languageName(given.language));
    case Assistance::Confirmation::ReadAloud:
        break;
    }
    return told(QT_TRANSLATE_NOOP("Assistance", "agreed by word after it was read out in: %1")).arg(languageName(given.language));
}

std::span<const SpokenLanguage> spokenLanguages()
{
    return languages;
}

bool isSpokenLanguage(const QString &tag)
{
    return std::any_of(languages.begin(), languages.end(),
                       [&](const SpokenLanguage &one) { return tag == QLatin1StringView(one.tag); });
}

QJsonObject toJson(const Assistance &given)
{
    QJsonObject json = assistanceForPortal(given);
    json.insert("helperName"_L1, given.helperName);
    json.insert("forWhom"_L1, given.forWhom);
    return json;
}

std::optional<Assistance> assistanceFrom(const QJsonObject &json)
{
    const auto how = confirmationFrom(json.value("confirmation"_L1).toString());
    if (!how)
        return {};
    return Assistance { json.value("helper"_L1).toString(),   json.value("helperName"_L1).toString(),
                        json.value("role"_L1).toString(),     json.value("forWhom"_L1).toString(),
                        json.value("consent"_L1).toString(),  *how,
                        json.value("language"_L1).toString(), fromRfc3339(json.value("at"_L1).toString()) };
}

QJsonObject assistanceForPortal(const Assistance &given)
{
    return { { "helper"_L1, given.helper },          { "role"_L1, given.helperRole },
             { "consent"_L1, given.consentVersion }, { "confirmation"_L1, confirmationWord(given.confirmation) },
             { "language"_L1, given.language },      { "at"_L1, toRfc3339(given.at) } };
}

} // namespace motcua
