#include "core/procedure/prefill.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/packparts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

bool saysSomething(const QJsonValue &value)
{
    return !(value.isUndefined() || value.isNull() || value == QJsonValue(QString())
             || value.toObject() == QJsonObject { { u"country"_s, u"VN"_s } });
}

bool fits(const FieldInfo &field, const QJsonValue &value)
{
    if (field.choices.isEmpty())
        return true;
    return std::any_of(field.choices.cbegin(), field.choices.cend(), [&](const Choice &choice) { return choice.value == value; });
}

// Values below an object by the pointers of the fields that take them.
void collect(const ProcedurePack &pack, const QJsonObject &answers, const QJsonValue &value, const QString &to,
             QList<OfferedAnswer> &offered)
{
    const FieldInfo *field = pack.compiled->fieldOf(to);
    if (field && field->pointer == to) {
        if (saysSomething(value) && value != valueAt(answers, to) && fits(*field, value))
            offered.append({ to, field->title, value });
        return;
    }
    const QJsonObject members = value.toObject();
    for (auto it = members.begin(); it != members.end(); ++it)
        collect(pack, answers, it.value(), to + u'/' + it.key(), offered);
}

} // namespace

QList<OfferedAnswer> answersToTake(const ProcedurePack &pack, const QJsonObject &answers, const QJsonObject &from,
                                   const QString &to, const QJsonObject &renamed)
{
    QList<OfferedAnswer> offered;
    for (auto it = from.begin(); it != from.end(); ++it)
        collect(pack, answers, it.value(), to + u'/' + renamed.value(it.key()).toString(it.key()), offered);
    std::stable_sort(offered.begin(), offered.end(), [&](const OfferedAnswer &one, const OfferedAnswer &other) {
        return pack.compiled->orderOf(one.pointer) < pack.compiled->orderOf(other.pointer);
    });
    return offered;
}

QList<PrefillOffer> prefillOffers(const ProcedurePack &pack, const QJsonObject &answers)
{
    QList<PrefillOffer> offers;
    for (const auto &one : pack.json.value("prefill"_L1).toArray()) {
        const QJsonObject part = one.toObject();
        PrefillOffer offer {
            part.value("id"_L1).toString(), part.value("title"_L1).toString(), part.value("to"_L1).toString(), {}
        };
        if (!pack.compiled->holds(partName(u"prefill"_s, offer.id), answers))
            continue;
        const QJsonValue from = valueAt(answers, part.value("from"_L1).toString());
        const FieldInfo *field = pack.compiled->fieldOf(offer.to);
        if (field && field->pointer == offer.to)
            collect(pack, answers, from, offer.to, offer.answers);
        else
            offer.answers = answersToTake(pack, answers, from.toObject(), offer.to, part.value("members"_L1).toObject());
        if (!offer.answers.isEmpty())
            offers.append(offer);
    }
    return offers;
}

} // namespace motcua
