#include "tests/procedure/sampleanswers.h"

#include "core/procedure/formstate.h"

using namespace Qt::StringLiterals;
using namespace motcua;

namespace sample {

namespace {

QJsonObject daKia(const QString &hamlet)
{
    return { { u"country"_s, u"VN"_s }, { u"province"_s, u"75"_s }, { u"commune"_s, u"25231"_s }, { u"detail"_s, hamlet } };
}

} // namespace

PackPtr pack()
{
    static const PackPtr shipped = [] {
        const Result<PackCatalog> catalog = PackCatalog::shipped();
        if (!catalog)
            qFatal("%s: %s", qPrintable(catalog.error().subject), qPrintable(catalog.error().detail));
        return catalog->newest(u"1.004873"_s);
    }();
    return shipped;
}

QJsonObject forSelf()
{
    return with(initialData(*pack()), {
                                          { u"/request/purpose"_s, u"loan"_s },
                                          { u"/requester/relation"_s, u"self"_s },
                                          { u"/requester/name"_s, u"Điểu Thị Mai"_s },
                                          { u"/requester/birthDate"_s, u"1995-03-14"_s },
                                          { u"/requester/sex"_s, u"female"_s },
                                          { u"/requester/ethnicity"_s, u"19"_s },
                                          { u"/requester/personalId"_s, u"070195000123"_s },
                                          { u"/requester/residence"_s, daKia(u"Thôn Bù Đăk"_s) },
                                          { u"/requester/phone"_s, u"0912345678"_s },
                                          { u"/status/kind"_s, u"single"_s },
                                          { u"/statement/sworn"_s, true },
                                      });
}

QJsonObject forOther()
{
    return with(forSelf(), {
                               { u"/request/purpose"_s, u"property"_s },
                               { u"/requester/relation"_s, u"other"_s },
                               { u"/requester/kinship"_s, u"child"_s },
                               { u"/subject/name"_s, u"Điểu K'Lơi"_s },
                               { u"/subject/birthDate"_s, u"1961"_s },
                               { u"/subject/sex"_s, u"male"_s },
                               { u"/subject/ethnicity"_s, u"19"_s },
                               { u"/subject/nationality"_s, u"VN"_s },
                               { u"/subject/identification"_s, u"personalId"_s },
                               { u"/subject/personalId"_s, u"070061000456"_s },
                               { u"/status/kind"_s, u"widowed"_s },
                               { u"/status/death/document"_s, u"extract"_s },
                               { u"/status/death/number"_s, u"12/2021"_s },
                               { u"/status/death/issuer"_s, u"UBND xã Đa Kia"_s },
                               { u"/status/death/date"_s, u"2021-08-02"_s },
                           });
}

QJsonObject with(QJsonObject data, const QList<std::pair<QString, QJsonValue>> &changes)
{
    for (const auto &[pointer, value] : changes)
        setValueAt(data, pointer, value);
    return data;
}

} // namespace sample
