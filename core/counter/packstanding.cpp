#include "core/counter/packstanding.h"

#include "core/dossier/dossier.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/unitchanges.h"
#include "core/store/repositories.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

QString leftSetting(const QString &dossierId)
{
    return u"left-answers/"_s + dossierId;
}

QString declinedSetting(const QString &dossierId)
{
    return u"declined-version/"_s + dossierId;
}

QList<LeftAnswer> leftAnswers(const QString &text)
{
    QList<LeftAnswer> left;
    const QJsonArray list = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &one : list)
        left.append({ one["pointer"_L1].toString(), one["section"_L1].toString(), one["title"_L1].toString(), one["value"_L1],
                      one["shown"_L1].toString() });
    return left;
}

void judgeDay(PackStanding &standing, const std::optional<PackOnDay> &now, const QDate &today)
{
    const ProcedurePack &pack = *standing.pack;
    const auto doubt = [&standing](PackStanding::Doubt why, const QDate &day = {}) {
        standing.doubt = why;
        standing.day = day;
    };
    if (isDraftVersion(pack.version))
        doubt(PackStanding::Doubt::Writing);
    else if (pack.validFrom > today)
        doubt(PackStanding::Doubt::NotYet, pack.validFrom);
    else if (pack.validTo.isValid() && pack.validTo < today)
        doubt(PackStanding::Doubt::Expired, pack.validTo);
    else if (!now)
        doubt(PackStanding::Doubt::Withdrawn);
    else if (now->state == PackOnDay::State::Expired) // a correction ended it earlier than its own text says
        doubt(PackStanding::Doubt::Expired, now->pack->validTo);
}

} // namespace

Result<PackStanding> packStanding(Database &database, const DossierSummary &dossier, const PackPtr &pack,
                                  const PackCatalog &packs, const QDate &today)
{
    SettingsRepository settings(database);
    const Result<QString> left = settings.value(leftSetting(dossier.id));
    const Result<QString> declined = settings.value(declinedSetting(dossier.id));
    if (!left || !declined)
        return passOn(left ? declined : left);
    PackStanding standing;
    standing.pack = pack;
    const std::optional<PackOnDay> now = packs.onDay(pack->code, today);
    judgeDay(standing, now, today);
    standing.left = leftAnswers(*left);
    const bool inForce = now && now->state == PackOnDay::State::InForce && !isDraftVersion(now->pack->version);
    if (dossier.status == DossierStatus::Draft && inForce && now->pack->version != pack->version
        && now->pack->version != *declined)
        standing.newer = now->pack;
    return standing;
}

QList<LeftAnswer> leftPapers(const QList<Attachment> &papers, const ProcedurePack &from, const ProcedurePack &to)
{
    QList<LeftAnswer> left;
    for (const Attachment &paper : papers) {
        const auto isIts = [&](const Component &component) { return component.code == paper.component; };
        if (std::any_of(to.components.cbegin(), to.components.cend(), isIts))
            continue;
        const auto before = std::find_if(from.components.cbegin(), from.components.cend(), isIts);
        const QString title = before == from.components.cend() ? paper.component : before->title;
        left.append({ {}, {}, title, paper.name, paper.name });
    }
    return left;
}

QList<PackStanding::OldCommune> oldCommunes(const QJsonValue &answers, const AdministrativeUnits &units, const UnitChanges &known,
                                            const QDate &today)
{
    QList<PackStanding::OldCommune> found;
    const QJsonArray rows = answers.toArray();
    for (const auto &row : rows)
        found += oldCommunes(row, units, known, today);
    const QJsonObject object = answers.toObject();
    const QString code = object.value("commune"_L1).toString();
    if (!code.isEmpty() && object.value("country"_L1).toString() == "VN"_L1) {
        const UnitChanges::Change *change = known.find(code);
        const bool changed = change && change->on <= today;
        if (changed || !units.find(code)) {
            PackStanding::OldCommune old { changed ? change->from.name : code, changed ? change->on : QDate(), {} };
            for (const UnitChanges::Unit &unit : changed ? change->to : QList<UnitChanges::Unit>())
                old.now.append(unit.name);
            found.append(old);
        }
    }
    for (auto it = object.begin(); it != object.end(); ++it)
        found += oldCommunes(it.value(), units, known, today);
    return found;
}

Result<void> keepLeftAnswers(Database &database, const QString &dossierId, const QList<LeftAnswer> &left)
{
    QJsonArray list;
    for (const LeftAnswer &one : left)
        list.append(QJsonObject { { "pointer"_L1, one.pointer },
                                  { "section"_L1, one.section },
                                  { "title"_L1, one.title },
                                  { "value"_L1, one.value },
                                  { "shown"_L1, one.shown } });
    const QString text = left.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact));
    return SettingsRepository(database).setValue(leftSetting(dossierId), text);
}

Result<void> keepDeclined(Database &database, const QString &dossierId, const QString &version)
{
    return SettingsRepository(database).setValue(declinedSetting(dossierId), version);
}

} // namespace motcua
