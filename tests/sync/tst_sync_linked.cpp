#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/base/ids.h"
#include "core/counter/counter.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/syncmonitor.h"
#include "core/paper/readerprogram.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "sync/syncservice.h"
#include "tests/sync/support/demoportal.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

QJsonObject newborn()
{
    QFile file(QStringLiteral(MOTCUA_ANSWERS "/3.000722.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

int statusOf(const Dossier &dossier, const QString &branch)
{
    for (const DossierBranch &one : dossier.branches) {
        if (one.id == branch)
            return one.portalStatus;
    }
    return -1;
}

} // namespace

// One interview, four branches: from the counter's submission without a network to the portal over TLS and back.
class TestSyncLinked : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReturnOnOneNeverBlocksTheOthers()
    {
        QTemporaryDir folder;
        const TestCertificates certificates = TestCertificates::make(folder.path());
        const PackCatalog catalog = *PackCatalog::shipped();
        const AdministrativeUnits units;
        KioskProfile profile;
        profile.communeCode = u"25231"_s;
        const SystemClock clock;
        DossierChanges changes;
        StoreThread store;
        const ShippedShelf shelf;
        QVERIFY(store.open(folder.filePath(u"motcua.db"_s), Secret::random(32), true).result());
        ReaderProgram reader;
        Counter counter({ store, catalog, units, profile, clock, changes, shelf, reader });
        counter.setActor({ u"mai"_s, {}, Role::Officer });
        const auto outbox = makeStoreOutbox(store, clock, changes);
        SyncMonitor monitor;

        // No network yet.
        const QString id = counter.startDraft(u"3.000722"_s).result()->summary.id;
        QVERIFY(counter.dossier(id).result()->branches.isEmpty());
        QVERIFY(counter.saveDraft(id, newborn(), {}).result());
        const auto submitted = counter.submit(id).result();
        QVERIFY2(submitted, submitted ? "" : qPrintable(submitted.error().subject));
        const auto read = [&] { return *counter.dossier(id).result(); };
        QCOMPARE(read().branches.size(), 4);
        QCOMPARE(read().branches.at(1).agency, u"Công an cấp xã nơi đăng ký thường trú"_s);

        DemoPortal portal(folder.filePath(u"store"_s), certificates);
        QVERIFY(portal.start());
        const PortalAccess access { portal.url(), certificates.ca, {}, newUuid7(clock), u"25231"_s };
        const auto pass = [&] { return runSyncPass(*outbox, access, clock, monitor, [] { return false; }); };
        const QList<OutboundDossier> sent = *outbox->pending(10);
        QCOMPARE(pass().received, 1);
        QVERIFY(pass().idle);
        QCOMPARE(portal.dossiersOnDisk(), 1);
        QCOMPARE(portal.judge(sent.first()), QString());
        QCOMPARE(read().summary.delivery, DeliveryState::Received);
        for (const DossierBranch &branch : read().branches) {
            QCOMPARE(branch.portalStatus, 1);
            QVERIFY(branch.dueAt.isValid());
            QVERIFY(branch.officialCode.isEmpty());
        }
        QCOMPARE(read().summary.branchesAsking, 0);

        // One comes back for a paper, another is finished meanwhile; nobody else moves.
        constexpr int done = 303;
        for (const int status : { 2, 4 })
            QCOMPARE(portal.move(id, status), done);
        for (const int status : { 2, 4, 5 })
            QCOMPARE(portal.move(id, status, status == 5 ? u"Thiếu ý kiến của chủ hộ"_s : QString(), u"residence"_s), done);
        for (const int status : { 2, 4, 9, 10 })
            QCOMPARE(portal.move(id, status, {}, u"birth"_s), done);
        QVERIFY(pass().idle);
        Dossier now = read();
        QCOMPARE(statusOf(now, u"birth"_s), 10);
        QCOMPARE(statusOf(now, u"residence"_s), 5);
        QCOMPARE(statusOf(now, u"insurance"_s), 1);
        QCOMPARE(statusOf(now, u"card"_s), 1);
        QCOMPARE(now.branches.at(1).note, u"Thiếu ý kiến của chủ hộ"_s);
        QVERIFY(!now.branches.at(0).officialCode.isEmpty() && now.branches.at(0).officialCode != now.summary.officialCode);
        QCOMPARE(now.summary.status, DossierStatus::Submitted);
        QCOMPARE(now.summary.portalStatus, 4);
        QCOMPARE(now.summary.branchesAsking, 1);
        QCOMPARE(counter.counts().result()->needsAction, 1);
        QCOMPARE(counter.list({ DossierQuery::Filter::NeedsAction, {} }).result()->size(), 1);

        // The others are finished while the one still waits.
        for (const QString &branch : { u"insurance"_s, u"card"_s }) {
            for (const int status : { 2, 4, 9 })
                QCOMPARE(portal.move(id, status, {}, branch), done);
        }
        QVERIFY(pass().idle);
        now = read();
        QCOMPARE(branchesFinished(now.branches), 3);
        QCOMPARE(now.summary.branchesAsking, 1);
        QCOMPARE(portal.move(id, 4, {}, u"residence"_s), done); // the paper came
        QVERIFY(pass().idle);
        QCOMPARE(counter.counts().result()->needsAction, 0);
        QCOMPARE(portal.dossiersOnDisk(), 1); // sent once
        QVERIFY(pass().idle);
    }
};

QTEST_MAIN(TestSyncLinked)
#include "tst_sync_linked.moc"
