#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <span>

namespace motcua {

// Who sat at the kiosk for the citizen, and how the citizen made the declaration their own: a helper's account never replaces the
// requester (domain.md 0.8, 6; Luật Hộ tịch 2014 on people who cannot read: written, read back, fingerprint).
struct Assistance
{
    enum class Confirmation { Signature, Fingerprint, ReadAloud };

    QString helper;         // login
    QString helperName;     // as shown at the time
    QString helperRole;     // stored word of Role
    QString forWhom;        // the requester as named in the answers
    QString consentVersion; // of the text that was read to the citizen
    Confirmation confirmation = Confirmation::Signature;
    QString language; // BCP 47, in which it was read aloud or explained
    QDateTime at;     // text and confirmation are one act

    bool operator==(const Assistance &) const = default;
};

// The text that consentText() shows now. A change of the text is a new version.
inline constexpr QLatin1StringView consentVersion("2026-11");
QString consentText();

QString confirmationWord(Assistance::Confirmation how); // "signature", "fingerprint", "read-aloud"
std::optional<Assistance::Confirmation> confirmationFrom(const QString &word);
QString confirmationText(const Assistance &given); // for people, with the language

struct SpokenLanguage
{
    const char *tag;
    const char *name; // the people's own name in Vietnamese; not translated
};
std::span<const SpokenLanguage> spokenLanguages(); // domain.md 7
bool isSpokenLanguage(const QString &tag);

QJsonObject toJson(const Assistance &given);
std::optional<Assistance> assistanceFrom(const QJsonObject &json);
// What the portal is told: who by role and login, under which text, how. The form itself names the citizen.
QJsonObject assistanceForPortal(const Assistance &given);

} // namespace motcua
