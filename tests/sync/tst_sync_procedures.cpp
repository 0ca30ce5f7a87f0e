// The portal's catalog over real TLS: the real demo portal and the real kiosk side (verify, install, remember), and a scripted portal
// for what no healthy portal does.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "core/catalog/catalog.h"
#include "core/catalog/portalcatalog.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "sync/leanprocedures.h"
#include "tests/sync/support/bufferingproxy.h"
#include "tests/sync/support/demoportal.h"
#include "tests/sync/support/scriptedportal.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestSyncProcedures : public QObject
{
    Q_OBJECT

    struct Kiosk
    {
        Kiosk(const QString &folder, const PackKey &key)
            : catalog(folder, { key }, {})
            , inbox(catalog, folder, clock)
        {
        }
        SystemClock clock;
        Catalog catalog;
        PortalCatalog inbox;
        MemoryOutbox outbox;
        SyncMonitor monitor;
    };

    const PackSigningKey m_key = PackSigningKey::generate();
    std::unique_ptr<QTemporaryDir> m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<Kiosk> m_kiosk;

    // `others`: files of 50 KB that nothing compresses much, the same each time.
    QByteArray file(qint64 serial, int others = 0) const
    {
        Bundle bundle;
        bundle.serial = serial;
        bundle.issuedAt = QDateTime::currentDateTimeUtc();
        bundle.files = { { u"data/new.json"_s, "[" + QByteArray::number(serial) + "]", {} } };
        QRandomGenerator random(7);
        for (int i = 0; i < others; ++i) {
            QByteArray bytes(50'000, Qt::Uninitialized);
            for (char &one : bytes)
                one = char(random.bounded(256));
            bundle.files.append({ u"data/other%1.json"_s.arg(i), R"([")" + bytes.toBase64() + R"("])", {} });
        }
        std::vector<PackSigningKey> keys;
        keys.push_back(*PackSigningKey::fromJwk(m_key.privateJwk()));
        return *sealBundle(bundle, keys);
    }

    SyncOutcome pass(const QUrl &url)
    {
        const PortalAccess portal { url, m_certificates.ca, {}, newUuid7(m_kiosk->clock), u"25231"_s };
        return runSyncPass(
            m_kiosk->outbox, portal, m_kiosk->clock, m_kiosk->monitor, [] { return false; }, nullptr, &m_kiosk->inbox);
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }

    bool offer(const QByteArray &content) const
    {
        QFile offered(path(u"offered.motcua"_s));
        return offered.open(QIODevice::WriteOnly) && offered.write(content) == content.size();
    }

    void restartKiosk()
    {
        m_kiosk.reset();
        m_kiosk = std::make_unique<Kiosk>(path(u"packs"_s), m_key.publicKey());
    }

    static constexpr char address[] = "/api/v1/catalog/packs";

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_certificates = TestCertificates::make(m_folder->path());
        m_kiosk = std::make_unique<Kiosk>(path(u"packs"_s), m_key.publicKey());
    }

    void waitsWhereTheNetworkCostsMoney()
    {
        DemoPortal portal(path(u"store"_s), m_certificates, { u"--catalog"_s, path(u"offered.motcua"_s) });
        QVERIFY(portal.start());
        QVERIFY(offer(file(7)));
        const QDate today = toLegalTime(m_kiosk->clock.now()).date();
        m_kiosk->outbox.setPolicy({ 0, true });
        QVERIFY(pass(portal.url()).idle);
        QVERIFY(!m_kiosk->catalog.installed());
        m_kiosk->outbox.setPolicy({ 1000, false });
        QVERIFY(m_kiosk->outbox.addBytes(today, 1000));
        QVERIFY(pass(portal.url()).idle);
        QVERIFY(!m_kiosk->catalog.installed());
        m_kiosk->outbox.setPolicy({ 1001, false });
        QVERIFY(pass(portal.url()).idle);
        QVERIFY(m_kiosk->catalog.installed());
        QVERIFY(*m_kiosk->outbox.bytesToday(today) > 1100); // what it weighs is counted
    }

    void theRealPortalHandsItOnOnce()
    {
        DemoPortal portal(path(u"store"_s), m_certificates, { u"--catalog"_s, path(u"offered.motcua"_s) });
        QVERIFY(portal.start());
        QSignalSpy told(&m_kiosk->catalog, &Catalog::installedNew);
        QVERIFY(pass(portal.url()).idle); // nothing is offered yet
        QVERIFY(!m_kiosk->catalog.installed());
        QVERIFY(offer(file(7)));
        QVERIFY(pass(portal.url()).idle);
        QCOMPARE(m_kiosk->catalog.installed()->serial, 7);
        QCOMPARE(m_kiosk->catalog.file(u"data/new.json"_s), QByteArray("[7]"));
        QVERIFY(pass(portal.url()).idle);
        QCOMPARE(told.count(), 1);
        QVERIFY(offer(file(8).replace("\"signature\":\"", "\"signature\":\"A")));
        QVERIFY(pass(portal.url()).idle); // a bad file of procedures never troubles the dossiers
        QCOMPARE(m_kiosk->catalog.installed()->serial, 7);
        QVERIFY(m_kiosk->inbox.refused());
        QVERIFY(offer(file(9)));
        QVERIFY(pass(portal.url()).idle);
        QCOMPARE(m_kiosk->catalog.installed()->serial, 9);
        QVERIFY(!m_kiosk->inbox.refused());
    }

    void whatNoHealthyPortalDoesChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a captive page") << ScriptedPortal::plain(200, "text/html", "<html>Wifi</html>").bytes;
        QTest::newRow("JSON of another kind") << ScriptedPortal::plain(200, "application/json", "{}").bytes;
        QTest::newRow("500") << ScriptedPortal::problem(500, "internal").bytes;
        QTest::newRow("503") << ScriptedPortal::problem(503, "busy", {}, "Retry-After: 60\r\n").bytes;
        QTest::newRow("404 in HTML") << ScriptedPortal::plain(404, "text/html", "<html></html>").bytes;
        QTest::newRow("304 to nobody's question") << QByteArray("HTTP/1.1 304 Not Modified\r\nContent-Length: 0\r\n\r\n");
        QTest::newRow("larger than allowed")
            << ScriptedPortal::plain(200, "application/jose+json", QByteArray(ProcedureInbox::largestFile + 1, ' ')).bytes;
        QTest::newRow("an empty file") << ScriptedPortal::plain(200, "application/jose+json", {}).bytes;
    }
    void whatNoHealthyPortalDoesChangesNothing()
    {
        QFETCH(QByteArray, answer);
        ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const ScriptedPortal::Request &request) {
            if (request.path == "/api/v1/catalog/packs")
                return ScriptedPortal::Answer { answer };
            return ScriptedPortal::json(
                200, "{\"serverTime\":\"2026-11-22T09:00:00+07:00\",\"results\":[],\"receipts\":[],\"changes\":[],"
                     "\"cursor\":\"c\",\"more\":false}");
        });
        const SyncOutcome outcome = pass(portal.url());
        QVERIFY(outcome.idle);
        QVERIFY(!outcome.error);
        QVERIFY(!m_kiosk->catalog.installed());
        QVERIFY(!m_kiosk->inbox.refused());
        QVERIFY(m_kiosk->inbox.tag().isEmpty());
        QCOMPARE(portal.requests().last().path, QByteArray("/api/v1/catalog/packs"));
    }

    // What the kiosk has does not travel again, and what it puts together is the portal's file byte for byte.
    void aChangeTravelsAsADifference()
    {
        DemoPortal portal(path(u"store"_s), m_certificates, { u"--catalog"_s, path(u"offered.motcua"_s) });
        QVERIFY(portal.start());
        const BufferingProxy proxy(m_certificates, portal.url());
        const QByteArray first = file(1, 8);
        QVERIFY(offer(first));
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(m_kiosk->catalog.installed() && m_kiosk->catalog.installed()->source == first);
        const QByteArray second = file(20, 8); // a digit more: base64 of all that follows shifts
        QVERIFY(offer(second));
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(m_kiosk->catalog.installed() && m_kiosk->catalog.installed()->source == second);
        const QList<qint64> bytes = proxy.answers(address);
        QCOMPARE(bytes.size(), 2);
        QVERIFY2(bytes.at(0) > 400'000 && bytes.at(0) < first.size() * 4 / 5, qPrintable(QString::number(bytes.at(0))));
        QVERIFY2(bytes.at(1) < 3'000, qPrintable(QString::number(bytes.at(1))));
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(proxy.answers(address).last() < 1'000); // 304
        // A kiosk that has nothing, or something the portal never offered, gets all of it.
        QVERIFY(QDir(path(u"packs"_s)).removeRecursively());
        restartKiosk();
        QVERIFY(m_kiosk->catalog.install(file(3)));
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(m_kiosk->catalog.installed() && m_kiosk->catalog.installed()->source == second);
    }

    // The link breaks after every 60 KB and the kiosk is started anew each time: no byte comes twice, and damage on the disk is found.
    void aCutDownloadGoesOn_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::newRow("goes on") << false;
        QTest::newRow("damaged on the disk meanwhile") << true;
    }
    void aCutDownloadGoesOn()
    {
        QFETCH(bool, damaged);
        DemoPortal portal(path(u"store"_s), m_certificates, { u"--catalog"_s, path(u"offered.motcua"_s) });
        QVERIFY(portal.start());
        BufferingProxy proxy(m_certificates, portal.url());
        const QByteArray offered = file(5, 8);
        QVERIFY(offer(offered));
        constexpr qint64 piece = 60'000;
        constexpr int enough = 4;
        proxy.cutAnswers(address, piece, enough);
        for (int i = 0; i < enough; ++i) {
            QVERIFY(pass(proxy.url()).idle);
            QVERIFY(!m_kiosk->catalog.installed());
            restartKiosk();
        }
        const qint64 before = m_kiosk->inbox.download().bytes.size();
        QVERIFY2(before > enough * (piece - 4'000) && before <= enough * piece, qPrintable(QString::number(before)));
        if (damaged) {
            QFile part(path(u"packs/portal.part"_s));
            QVERIFY(part.open(QIODevice::ReadWrite) && part.seek(100'000) && part.write("xxxx") == 4);
        }
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(m_kiosk->catalog.installed() && m_kiosk->catalog.installed()->source == offered);
        QVERIFY(m_kiosk->inbox.download().bytes.isEmpty());
        QVERIFY(!m_kiosk->inbox.refused());
        const QList<qint64> bytes = proxy.answers(address);
        QCOMPARE(bytes.size(), enough + (damaged ? 2 : 1));
        const qint64 all = std::accumulate(bytes.begin(), bytes.end(), qint64(0));
        if (!damaged)
            QVERIFY2(all < offered.size() * 4 / 5, qPrintable(QString::number(all)));
    }

    // The portal offers another file while half of the old one lies here.
    void anotherFileMeanwhile()
    {
        DemoPortal portal(path(u"store"_s), m_certificates, { u"--catalog"_s, path(u"offered.motcua"_s) });
        QVERIFY(portal.start());
        BufferingProxy proxy(m_certificates, portal.url());
        QVERIFY(offer(file(5, 4)));
        proxy.cutAnswers(address, 60'000, 1);
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(!m_kiosk->inbox.download().bytes.isEmpty());
        const QByteArray newer = file(6, 5);
        QVERIFY(offer(newer));
        QVERIFY(pass(proxy.url()).idle);
        QVERIFY(m_kiosk->catalog.installed() && m_kiosk->catalog.installed()->source == newer);
        QVERIFY(m_kiosk->inbox.download().bytes.isEmpty());
    }

    void whatIsNoLeanFormIsNotBelieved()
    {
        const QByteArray plain = file(4);
        const QByteArray begin = QByteArray("{\"payload\":\"");
        QVERIFY(!fromLeanProcedures({}, {}));
        QVERIFY(!fromLeanProcedures("rubbish", {}));
        QVERIFY(!fromLeanProcedures(QByteArray::fromHex("28b52ffd600001"), plain)); // a frame that ends too soon
        QVERIFY(!fromLeanProcedures(plain, begin));
        // 40 MB of nothing in a few bytes: refused by its announced size.
        QVERIFY(!fromLeanProcedures(QByteArray::fromHex("28b52ffda4005a620200010000"), {}));

        // A portal that sends rubbish as lean form: the plain file is asked for, and it is the one that counts.
        ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const ScriptedPortal::Request &request) {
            if (request.path != address)
                return ScriptedPortal::json(
                    200, "{\"serverTime\":\"2026-11-22T09:00:00+07:00\",\"results\":[],\"receipts\":[],\"changes\":[],"
                         "\"cursor\":\"c\",\"more\":false}");
            if (request.headers.value("accept").contains(leanProceduresType))
                return ScriptedPortal::plain(200, leanProceduresType, "rubbish", "ETag: \"l\"\r\nCatalog-Tag: \"v4\"\r\n");
            return ScriptedPortal::plain(200, "application/jose+json", plain, "ETag: \"v4\"\r\n");
        });
        QVERIFY(pass(portal.url()).idle);
        QCOMPARE(m_kiosk->catalog.installed()->serial, 4);
        QCOMPARE(m_kiosk->inbox.tag(), QByteArray("\"v4\""));
    }

    // The tag goes back as it came, and no question is asked before everything else is done.
    void theTagIsSentBack()
    {
        const QByteArray content = file(3);
        ScriptedPortal portal(m_certificates.chain, m_certificates.key, [&](const ScriptedPortal::Request &request) {
            if (request.path != "/api/v1/catalog/packs")
                return ScriptedPortal::json(
                    200, "{\"serverTime\":\"2026-11-22T09:00:00+07:00\",\"results\":[],\"receipts\":[],\"changes\":[],"
                         "\"cursor\":\"c\",\"more\":false}");
            if (request.headers.value("if-none-match") == "\"v3\"")
                return ScriptedPortal::Answer { "HTTP/1.1 304 Not Modified\r\nETag: \"v3\"\r\n\r\n" };
            return ScriptedPortal::plain(200, "application/jose+json", content, "ETag: \"v3\"\r\n");
        });
        pass(portal.url());
        QCOMPARE(m_kiosk->catalog.installed()->serial, 3);
        pass(portal.url());
        const auto requests = portal.requests();
        QCOMPARE(requests.last().headers.value("if-none-match"), QByteArray("\"v3\""));
        QCOMPARE(requests.first().path, QByteArray("/api/v1/sync"));
    }
};

QTEST_GUILESS_MAIN(TestSyncProcedures)
#include "tst_sync_procedures.moc"
