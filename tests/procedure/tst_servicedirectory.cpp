#include "core/procedure/servicedirectory.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

// Chỉ thị 24/CT-TTg; one service each.
constexpr int essentialServices = 25;

QJsonObject oneService()
{
    return { { u"id"_s, u"passport"_s },
             { u"title"_s, u"Cấp hộ chiếu"_s },
             { u"group"_s, u"police"_s },
             { u"keywords"_s, QJsonArray { u"đi nước ngoài"_s } },
             { u"handler"_s, u"Công an tỉnh"_s },
             { u"where"_s, u"Công an tỉnh."_s },
             { u"how"_s, u"Trực tuyến."_s },
             { u"x-source"_s, QJsonObject { { u"text"_s, u"Luật"_s }, { u"confidence"_s, u"unverified"_s } } } };
}

QByteArray file(const QJsonArray &services)
{
    return QJsonDocument(QJsonObject { { u"format"_s, 1 },
                                       { u"language"_s, u"vi"_s },
                                       { u"checkedOn"_s, u"2026-11-22"_s },
                                       { u"services"_s, services } })
        .toJson();
}

QString channelOf(const ProcedurePack &pack)
{
    return pack.json.value("channel"_L1).toObject().value("kind"_L1).toString();
}

} // namespace

class ServiceDirectoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theShippedListHoldsEveryEssentialService();
    void aNamedPackIsThere();
    void everyShippedPackHasItsPlaceInTheChoice();
    void paperIsRefusedOnlyForEssentialServices();
    void wordsOfPeopleFind_data();
    void wordsOfPeopleFind();
    void brokenFilesSayWhere_data();
    void brokenFilesSayWhere();
    void copiesShareWhatWasRead();
};

void ServiceDirectoryTest::theShippedListHoldsEveryEssentialService()
{
    const ServiceDirectory directory = ServiceDirectory::shipped();
    const QList<PublicService> &all = directory.all();
    QCOMPARE(std::count_if(all.cbegin(), all.cend(), [](const PublicService &one) { return one.essential; }), essentialServices);
    for (const PublicService &service : all) {
        QVERIFY2(!service.where.isEmpty() && !service.how.isEmpty() && !service.handler.isEmpty(), qPrintable(service.id));
        QVERIFY2(!service.source.text.isEmpty(), qPrintable(service.id));
    }
}

// A mobile procedure stands right after the one it is the mobile form of.
void ServiceDirectoryTest::everyShippedPackHasItsPlaceInTheChoice()
{
    const Result<PackCatalog> catalog = PackCatalog::shipped();
    QVERIFY(catalog);
    const ServiceDirectory directory = ServiceDirectory::shipped();
    const int last = directory.rank(u"none"_s);
    const QList<PackPtr> packs = catalog->search({});
    for (const PackPtr &pack : packs)
        QVERIFY2(directory.rank(pack->code) < last, qPrintable(pack->code));
    QCOMPARE(last, int(packs.size()));
    for (const auto &[plain, mobile] : { std::pair { u"1.001193"_s, u"1.003583"_s }, std::pair { u"1.000894"_s, u"1.000593"_s },
                                         std::pair { u"1.000656"_s, u"1.000419"_s } })
        QCOMPARE(directory.rank(mobile), directory.rank(plain) + 1);
}

void ServiceDirectoryTest::aNamedPackIsThere()
{
    const Result<PackCatalog> catalog = PackCatalog::shipped();
    QVERIFY(catalog);
    const ServiceDirectory directory = ServiceDirectory::shipped();
    for (const PublicService &service : directory.all()) {
        if (service.procedure.isEmpty())
            QVERIFY2(!catalog->newest(service.code), qPrintable(service.id + u": there is a pack, the list should name it"_s));
        else
            QVERIFY2(catalog->newest(service.procedure), qPrintable(service.id));
    }
}

void ServiceDirectoryTest::paperIsRefusedOnlyForEssentialServices()
{
    const Result<PackCatalog> catalog = PackCatalog::shipped();
    QVERIFY(catalog);
    QSet<QString> essential;
    const ServiceDirectory directory = ServiceDirectory::shipped();
    for (const PublicService &service : directory.all()) {
        if (service.essential && !service.procedure.isEmpty())
            essential.insert(service.procedure);
    }
    for (const PackPtr &pack : catalog->all())
        QVERIFY2(essential.contains(pack->code) == (channelOf(*pack) == "onlineOnly"_L1), qPrintable(pack->code));
}

void ServiceDirectoryTest::wordsOfPeopleFind_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("id");
    QTest::newRow("without marks") << u"ho chieu"_s << u"passport"_s;
    QTest::newRow("a word people use") << u"bằng lái"_s << u"driving-licence"_s;
    QTest::newRow("what a pack is called at home") << u"nhập khẩu"_s << u"permanent-residence"_s;
    QTest::newRow("code") << u"1.010038"_s << u"split-household"_s;
    QTest::newRow("digits of the code") << u"010038"_s << u"split-household"_s;
}

void ServiceDirectoryTest::wordsOfPeopleFind()
{
    QFETCH(QString, words);
    QFETCH(QString, id);
    const QList<PublicService> found = ServiceDirectory::shipped().search(words);
    QVERIFY(std::any_of(found.cbegin(), found.cend(), [&](const PublicService &one) { return one.id == id; }));
    QVERIFY(found.size() < ServiceDirectory::shipped().all().size());
}

void ServiceDirectoryTest::brokenFilesSayWhere_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("pointer");
    QTest::newRow("not JSON") << QByteArray("[") << QString();
    QJsonObject nowhere = oneService();
    nowhere.remove(u"where"_s);
    QTest::newRow("nowhere to go") << file({ oneService(), nowhere }) << u"/services/1/where"_s;
    QJsonObject unknown = oneService();
    unknown.insert(u"phone"_s, u"113"_s);
    QTest::newRow("unknown member") << file({ unknown }) << u"/services/0/phone"_s;
    QTest::newRow("twice the same") << file({ oneService(), oneService() }) << u"/services/1/id"_s;
    QTest::newRow("no service at all") << file({}) << u"/services"_s;
}

void ServiceDirectoryTest::brokenFilesSayWhere()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, pointer);
    QVERIFY(ServiceDirectory::read(file({ oneService() })));
    const auto read = ServiceDirectory::read(json);
    QVERIFY(!read);
    QCOMPARE(read.error().pointer, pointer);
}

void ServiceDirectoryTest::copiesShareWhatWasRead()
{
    const ServiceDirectory directory = ServiceDirectory::shipped();
    const ServiceDirectory copy = directory; // NOLINT(performance-unnecessary-copy-initialization): it is what is tested
    QCOMPARE(&copy.all(), &directory.all());
}

QTEST_GUILESS_MAIN(ServiceDirectoryTest)
#include "tst_servicedirectory.moc"
