#include "core/counter/earlierperson.h"

#include "core/base/text.h"
#include "core/procedure/formstate.h"

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool isMeant(const QJsonObject &person, const PersonQuestion &question)
{
    const QString number = person.value("personalId"_L1).toString();
    if (!question.personalId.isEmpty())
        return number == question.personalId;
    return person.value("birthDate"_L1).toString() == question.birthDate
           && folded(person.value("name"_L1).toString()) == folded(question.name);
}

} // namespace

std::optional<QJsonObject> personIn(const ProcedurePack &pack, const QJsonObject &answers, const PersonQuestion &question)
{
    if (question.isEmpty())
        return {};
    const QJsonObject persons = pack.json.value("persons"_L1).toObject();
    for (const auto &pointer : persons) {
        const QJsonObject person = valueAt(answers, pointer.toString()).toObject();
        if (isMeant(person, question))
            return person;
    }
    return {};
}

} // namespace motcua
