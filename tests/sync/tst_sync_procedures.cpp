// The portal's catalog over real TLS: the real demo portal and the real kiosk side (verify, install, remember), and a scripted portal
// for what no healthy portal does.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "core/catalog/catalog.h"
#include "core/catalog/portalcatalog.h"
#include "sync/syncservice.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/demoportal.h"
#include "tests/sync/support/scriptedportal.h"

#include <QFile>
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

    QByteArray file(qint64 serial) const
    {
        Bundle bundle;
        bundle.serial = serial;
        bundle.issuedAt = QDateTime::currentDateTimeUtc();
        bundle.files = { { u"data/new.json"_s, "[" + QByteArray::number(serial) + "]", {} } };
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

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_certificates = TestCertificates::make(m_folder->path());
        m_kiosk = std::make_unique<Kiosk>(path(u"packs"_s), m_key.publicKey());
    }

    void theRealPortalHandsItOnOnce()
    {
        const auto offer = [&](const QByteArray &content) {
            QFile offered(path(u"offered.motcua"_s));
            QVERIFY(offered.open(QIODevice::WriteOnly));
            offered.write(content);
        };
        DemoPortal portal(path(u"store"_s), m_certificates, { u"--catalog"_s, path(u"offered.motcua"_s) });
        QVERIFY(portal.start());
        QSignalSpy told(&m_kiosk->catalog, &Catalog::installedNew);
        QVERIFY(pass(portal.url()).idle); // nothing is offered yet
        QVERIFY(!m_kiosk->catalog.installed());
        offer(file(7));
        QVERIFY(pass(portal.url()).idle);
        QCOMPARE(m_kiosk->catalog.installed()->serial, 7);
        QCOMPARE(m_kiosk->catalog.file(u"data/new.json"_s), QByteArray("[7]"));
        QVERIFY(pass(portal.url()).idle);
        QCOMPARE(told.count(), 1);
        offer(file(8).replace("\"signature\":\"", "\"signature\":\"A"));
        QVERIFY(pass(portal.url()).idle); // a bad file of procedures never troubles the dossiers
        QCOMPARE(m_kiosk->catalog.installed()->serial, 7);
        QVERIFY(m_kiosk->inbox.refused());
        offer(file(9));
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
