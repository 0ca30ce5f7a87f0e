#include "core/procedure/people.h"

#include "core/procedure/formstate.h"

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
    return firstAnswer(pack.applicantPointers, answers);
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
