#include "app/ctl/healthcheck.h"

using namespace Qt::StringLiterals;

namespace motcua {

QString verdictWord(HealthCheck::Verdict verdict)
{
    switch (verdict) {
    case HealthCheck::Verdict::Good:
        return u"good"_s;
    case HealthCheck::Verdict::Attention:
        return u"attention"_s;
    case HealthCheck::Verdict::Bad:
        return u"bad"_s;
    }
    return {};
}

QJsonObject toJson(const HealthCheck &check)
{
    return { { "check"_L1, check.name },
             { "verdict"_L1, verdictWord(check.verdict) },
             { "finding"_L1, check.finding },
             { "next"_L1, check.next } };
}

} // namespace motcua
