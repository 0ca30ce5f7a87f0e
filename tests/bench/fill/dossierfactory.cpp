#include "tests/bench/fill/dossierfactory.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/dossier/localcode.h"

#include <QJsonObject>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::array<QStringView, 8> surnames { u"Nguyễn", u"Trần", u"Điểu", u"Lê", u"Phạm", u"Thị", u"Hoàng", u"Vũ" };
constexpr std::array<QStringView, 6> middles { u"Văn", u"Thị", u"Minh", u"Ngọc", u"Đức", u"Thu" };
constexpr std::array<QStringView, 10> givens { u"Mai",  u"Bình",  u"Hoa",  u"Khoa", u"Lan",
                                               u"Dũng", u"Sương", u"Phúc", u"Yến",  u"Đạt" };

template <std::size_t Count>
QString pick(const std::array<QStringView, Count> &words, int number)
{
    return words.at(std::size_t(number) % Count).toString();
}

class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime time)
        : m_time(std::move(time))
    {
    }
    QDateTime now() const override { return m_time; }

private:
    QDateTime m_time;
};

} // namespace

DossierFactory::DossierFactory(PackPtr pack, QString communeCode, QString login)
    : m_pack(std::move(pack))
    , m_communeCode(std::move(communeCode))
    , m_login(std::move(login))
{
}

QDateTime DossierFactory::createdAt(int index, const QDateTime &newest)
{
    return newest.addSecs(-60LL * index);
}

Dossier DossierFactory::draft(int index, const QDateTime &newest, int serial) const
{
    const QDateTime at = createdAt(index, newest);
    const QString name = pick(surnames, index) + u' ' + pick(middles, index / 8) + u' ' + pick(givens, index / 48);
    Dossier dossier;
    dossier.summary.id = newUuid7(FixedClock(at));
    dossier.summary.localCode = makeLocalCode(m_communeCode, u"01"_s, toLegalTime(at).date(), serial);
    dossier.summary.procedureCode = m_pack->code;
    dossier.summary.packVersion = m_pack->version;
    dossier.summary.procedureName = m_pack->name;
    dossier.summary.applicantName = name;
    dossier.summary.createdBy = m_login;
    dossier.summary.createdAt = at;
    dossier.summary.updatedAt = at;
    dossier.form = { { "purpose"_L1, "other"_L1 },
                     { "requester"_L1,
                       QJsonObject { { "name"_L1, name },
                                     { "personalId"_L1, u"0701950%1"_s.arg(index, 5, 10, QLatin1Char('0')) } } } };
    return dossier;
}

QByteArray DossierFactory::papers(int index)
{
    QRandomGenerator random { quint32(index) };
    QByteArray content(2048, Qt::Uninitialized);
    random.generate(content.begin(), content.end());
    return content;
}

} // namespace motcua
