#include "core/procedure/people.h"

#include "core/procedure/formstate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString firstAnswer(const QStringList &pointers, const QJsonObject &answers)
{
    for (const QString &pointer : pointers) {
        QString answer = valueAt(answers, pointer).toString();
        if (!answer.isEmpty())
            return answer;
    }
    return {};
}

} // namespace

QString applicantName(const ProcedurePack &pack, const QJsonObject &answers)
{
    if (!pack.json.value("people"_L1).toObject().value("applicantsTogether"_L1).toBool())
        return firstAnswer(pack.applicantPointers, answers);
    QStringList names;
    for (const QString &pointer : pack.applicantPointers) {
        const QString name = valueAt(answers, pointer).toString();
        if (!name.isEmpty() && !names.contains(name))
            names.append(name);
    }
    return names.join(QCoreApplication::translate("People", " and "));
}

QString requesterName(const ProcedurePack &pack, const QJsonObject &answers)
{
    return firstAnswer(pack.requesterPointers, answers);
}

QString personalIdOf(const ProcedurePack &pack, const QJsonObject &answers)
{
    return firstAnswer(pack.personalIdPointers, answers);
}

QString phoneOf(const ProcedurePack &pack, const QJsonObject &answers)
{
    return firstAnswer(pack.phonePointers, answers);
}

} // namespace motcua
