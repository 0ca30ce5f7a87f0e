#pragma once

#include <QJsonObject>
#include <QString>

namespace motcua {

// One finding of the doctor: what was looked at, the verdict, what was seen, and what to do about it.
struct HealthCheck
{
    enum class Verdict { Good, Attention, Bad };
    QString name; // stable word: "cipher", "keychain", "disk", "clock", "link", "queue", "versions" …
    Verdict verdict = Verdict::Good;
    QString finding;
    QString next; // empty when nothing is to be done
};

QString verdictWord(HealthCheck::Verdict verdict); // "good", "attention", "bad"
QJsonObject toJson(const HealthCheck &check);

} // namespace motcua
