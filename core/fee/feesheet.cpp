#include "core/fee/feesheet.h"

#include "core/procedure/compiledpack.h"
#include "core/procedure/formstate.h"
#include "core/procedure/packparts.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// Numbers typed by people are multiplied: what is beyond this is cut, so that nothing overflows.
constexpr qint64 mostUnits = 100'000;

qint64 countIn(const QJsonValue &value)
{
    const qint64 count = value.isArray() ? value.toArray().size() : value.toInteger();
    return std::clamp<qint64>(count, 0, mostUnits);
}

LegalSource sourceOf(const QJsonObject &part)
{
    const QJsonObject source = part.value("x-source"_L1).toObject();
    return { source.value("text"_L1).toString(), source.value("confidence"_L1).toString() };
}

QDate dayOf(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

// The first tier up to its last page, the next one from there on; the last may be open.
qint64 feeOfOneCopy(const QJsonObject &item, qint64 pages)
{
    qint64 sum = 0;
    qint64 counted = 0;
    for (const auto &each : item.value("tiers"_L1).toArray()) {
        const QJsonObject tier = each.toObject();
        const qint64 upTo = std::min(pages, tier.value("upTo"_L1).toInteger(std::numeric_limits<qint64>::max()));
        if (upTo > counted) {
            sum += (upTo - counted) * tier.value("amount"_L1).toInteger();
            counted = upTo;
        }
    }
    return std::min(sum, item.value("cap"_L1).toInteger(std::numeric_limits<qint64>::max()));
}

class SheetMaker
{
public:
    SheetMaker(const ProcedurePack &pack, const QJsonObject &answers, const ProvinceFees &provinces, const QString &province,
               QDate day)
        : m_pack(pack)
        , m_answers(answers)
        , m_provinces(provinces)
        , m_province(province)
        , m_day(day)
    {
    }

    FeeSheet make()
    {
        const QJsonArray items = m_pack.fee.value("items"_L1).toArray();
        for (const auto &each : items) {
            const QJsonObject item = each.toObject();
            if (m_pack.compiled->holds(partName(u"fee/items"_s, item.value("id"_L1).toString()), m_answers))
                addLine(item);
        }
        for (const auto &each : m_pack.fee.value("waivers"_L1).toArray())
            applyWaiver(each.toObject());
        m_sheet.decidedByProvince = m_pack.fee.value("decidedBy"_L1) == "province"_L1;
        m_sheet.text = m_pack.feeText;
        m_sheet.source = sourceOf(m_pack.fee);
        // A pack that lists no item says nothing in figures: then nothing is claimed, not even that it is free.
        if (!items.isEmpty())
            m_sheet.total = sum();
        return m_sheet;
    }

private:
    void addLine(const QJsonObject &item)
    {
        FeeLine line;
        line.id = item.value("id"_L1).toString();
        line.title = item.value("title"_L1).toString();
        line.source = sourceOf(item);
        const QString per = item.value("per"_L1).toString();
        if (per == "row"_L1 && item.contains("tiers"_L1)) {
            addRows(item, line);
        } else {
            if (per != "dossier"_L1)
                line.quantity = quantityOf(item);
            line.unitAmount = amountOf(item, line);
            if (line.unitAmount)
                line.amount = line.quantity * *line.unitAmount;
        }
        if (line.quantity > 0)
            m_sheet.lines.append(line);
    }

    qint64 quantityOf(const QJsonObject &item) const
    {
        const qint64 counted = countIn(valueAt(m_answers, item.value("quantity"_L1).toString(item.value("rows"_L1).toString())));
        return std::max<qint64>(0, counted + item.value("plus"_L1).toInteger());
    }

    std::optional<qint64> amountOf(const QJsonObject &item, FeeLine &line) const
    {
        if (item.contains("amount"_L1))
            return item.value("amount"_L1).toInteger();
        const ProvinceFee *decided = m_provinces.find(m_province, m_pack.code, line.id, m_day);
        line.byProvince = decided != nullptr;
        if (!decided)
            return std::nullopt;
        line.source = decided->source;
        return decided->amount;
    }

    void addRows(const QJsonObject &item, FeeLine &line) const
    {
        const QString copiesName = item.value("copies"_L1).toString();
        const QString pagesName = item.value("pages"_L1).toString();
        line.quantity = 0;
        qint64 amount = 0;
        for (const auto &each : valueAt(m_answers, item.value("rows"_L1).toString()).toArray()) {
            const qint64 copies = countIn(each.toObject().value(copiesName));
            line.quantity += copies;
            amount += copies * feeOfOneCopy(item, countIn(each.toObject().value(pagesName)));
        }
        line.amount = amount;
    }

    void applyWaiver(const QJsonObject &waiver)
    {
        FeeWaiver applied { waiver.value("id"_L1).toString(), waiver.value("title"_L1).toString(),
                            dayOf(waiver.value("validFrom"_L1)), dayOf(waiver.value("validTo"_L1)), sourceOf(waiver) };
        const bool isCurrent = (!applied.validFrom.isValid() || applied.validFrom <= m_day)
                               && (!applied.validTo.isValid() || m_day <= applied.validTo);
        if (!isCurrent || !m_pack.compiled->holds(partName(u"fee/waivers"_s, applied.id), m_answers))
            return;
        const QJsonArray items = waiver.value("items"_L1).toArray();
        bool used = false;
        for (FeeLine &line : m_sheet.lines) {
            if (!line.waivedBy.isEmpty() || line.amount == 0 || (!items.isEmpty() && !items.contains(line.id)))
                continue;
            line.waivedBy = applied.id;
            used = true;
        }
        if (used)
            m_sheet.waivers.append(applied);
    }

    std::optional<qint64> sum() const
    {
        qint64 total = 0;
        for (const FeeLine &line : m_sheet.lines) {
            const std::optional<qint64> part = line.toPay();
            if (!part)
                return std::nullopt;
            total += *part;
        }
        return total;
    }

    const ProcedurePack &m_pack;
    const QJsonObject &m_answers;
    const ProvinceFees &m_provinces;
    const QString &m_province;
    const QDate m_day;
    FeeSheet m_sheet;
};

} // namespace

FeeSheet feeSheet(const ProcedurePack &pack, const QJsonObject &answers, const ProvinceFees &provinces, const QString &province,
                  QDate day)
{
    return SheetMaker(pack, answers, provinces, province, day).make();
}

} // namespace motcua
