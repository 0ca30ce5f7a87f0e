// What is put in comes out: dossiers, papers, journal, packs, settings, accounts, over a real SQLCipher file.
#include "../support/pastguard.h"
#include "storefixture.h"

#include "core/store/storethread.h"

#include <QFile>

using namespace motcua;
using namespace Qt::StringLiterals;

class TestRepositories : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dossierSurvivesReopening()
    {
        TestStore store;
        Dossier draft = testDraft(store.clock, 1);
        draft.form.insert(u"ghiChu"_s, u"Ấp Bù Nho — “đường số 5”, ỡ ữ ặ ợ"_s);
        DossierRepository dossiers(*store.database);
        VERIFY_OK(store.database->write([&] { return dossiers.insert(draft); }));
        store.database.reset();
        store.open();

        const auto found = DossierRepository(*store.database).find(draft.summary.id);
        VERIFY_OK(found);
        QCOMPARE(found->form, draft.form);
        QCOMPARE(found->focus, u"/hoTen"_s);
        QCOMPARE(found->summary.applicantName, u"Điểu Thị Mai"_s);
        QCOMPARE(found->summary.createdAt, store.clock.now());
        QCOMPARE(found->summary.status, DossierStatus::Draft);
        QVERIFY(!found->summary.submittedAt.isValid());
        const auto byCode = DossierRepository(*store.database).find(u" tam-25231-01-261122-001-k "_s);
        VERIFY_OK(byCode);
        QCOMPARE(byCode->summary.id, draft.summary.id);
        QCOMPARE(DossierRepository(*store.database).find(u"x"_s).error().code, ErrorCode::DossierUnknown);
    }

    void saveFormOnlyWhileEditable()
    {
        TestStore store;
        const Dossier draft = testDraft(store.clock, 1);
        DossierRepository dossiers(*store.database);
        VERIFY_OK(store.database->write([&] { return dossiers.insert(draft); }));
        const QJsonObject form { { u"hoTen"_s, u"Trần Văn Đức"_s } };
        VERIFY_OK(store.database->write(
            [&] { return dossiers.saveForm(draft.summary.id, form, u"/noiSinh"_s, u"Trần Văn Đức"_s, store.clock.now()); }));
        QCOMPARE(dossiers.find(draft.summary.id)->form, form);
        QCOMPARE(dossiers.list({ DossierQuery::Filter::All, u"tran duc"_s }, store.clock.now())->size(), 1);
        QCOMPARE(dossiers.list({ DossierQuery::Filter::All, u"mai"_s }, store.clock.now())->size(), 0);

        VERIFY_OK(store.database->write([&] { return dossiers.enqueue(draft.summary.id, "{}", store.clock.now()); }));
        const auto refused =
            store.database->write([&] { return dossiers.saveForm(draft.summary.id, {}, {}, {}, store.clock.now()); });
        QCOMPARE(refused.error().code, ErrorCode::DossierNotEditable);
        QCOMPARE(dossiers.find(draft.summary.id)->form, form);
    }

    void withdrawIsTheOnlyStepByHand()
    {
        TestStore store;
        const Dossier draft = testDraft(store.clock, 1);
        DossierRepository dossiers(*store.database);
        VERIFY_OK(store.database->write([&] { return dossiers.insert(draft); }));
        for (const DossierStatus status :
             { DossierStatus::Draft, DossierStatus::Queued, DossierStatus::Submitted, DossierStatus::NeedsFix }) {
            const auto refused =
                store.database->write([&] { return dossiers.setStatus(draft.summary.id, status, store.clock.now()); });
            QCOMPARE(refused.error().code, ErrorCode::DossierStepForbidden);
        }
        VERIFY_OK(store.database->write(
            [&] { return dossiers.setStatus(draft.summary.id, DossierStatus::Withdrawn, store.clock.now()); }));
        QCOMPARE(dossiers.find(draft.summary.id)->summary.status, DossierStatus::Withdrawn);
        const auto queued = store.database->write([&] { return dossiers.enqueue(draft.summary.id, "{}", store.clock.now()); });
        QCOMPARE(queued.error().code, ErrorCode::DossierStepForbidden);
    }

    void serialsStartAtOneEachDayAndAreNeverReused()
    {
        TestStore store;
        DossierRepository dossiers(*store.database);
        const auto next = [&](const QDate &day) {
            int serial = 0;
            const auto done = store.database->write([&]() -> Result<void> {
                const auto given = dossiers.nextSerial(day);
                serial = given.value_or(-1);
                return {};
            });
            return done ? serial : -2;
        };
        QCOMPARE(next(QDate(2026, 11, 22)), 1);
        QCOMPARE(next(QDate(2026, 11, 22)), 2);
        QCOMPARE(next(QDate(2026, 11, 23)), 1);
        store.database.reset();
        store.open();
        DossierRepository again(*store.database);
        int serial = 0;
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            serial = again.nextSerial(QDate(2026, 11, 22)).value_or(-1);
            return {};
        }));
        QCOMPARE(serial, 3);
    }

    void papersOfAllSizes_data()
    {
        QTest::addColumn<qint64>("size");
        for (const qint64 size :
             { qint64(0), qint64(1), qint64(300'000), qint64(1 << 20), qint64((1 << 20) + 1), qint64(3'500'000) })
            QTest::addRow("%lld", static_cast<long long>(size)) << size;
    }

    void papersOfAllSizes()
    {
        QFETCH(qint64, size);
        TestStore store;
        QByteArray content(qsizetype(size), '\0');
        for (qsizetype i = 0; i < content.size(); ++i)
            content[i] = char((i * 31 + i / 977) & 0xff);
        const Dossier draft = testDraft(store.clock, 1);
        Attachment paper = testPaper(store.clock, content);
        DossierRepository dossiers(*store.database);
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            if (const auto inserted = dossiers.insert(draft); !inserted)
                return inserted;
            return dossiers.insertAttachment(draft.summary.id, paper, content);
        }));
        QCOMPARE(dossiers.attachmentContent(paper.id).value_or("lost"), content);
        auto found = dossiers.find(draft.summary.id);
        QCOMPARE(found->summary.papers, 1);
        QCOMPARE(found->attachments, QList { paper });

        const QByteArray turned = content + "turned";
        VERIFY_OK(store.database->write([&] { return dossiers.replaceAttachment(paper, turned); }));
        QCOMPARE(dossiers.attachmentContent(paper.id).value_or("lost"), turned);
        VERIFY_OK(store.database->write([&] { return dossiers.setOriginalReturned(paper.id, false); }));
        QVERIFY(!dossiers.find(draft.summary.id)->attachments.constFirst().originalReturned);
        VERIFY_OK(store.database->write([&] { return dossiers.removeAttachment(paper.id); }));
        QCOMPARE(dossiers.find(draft.summary.id)->summary.papers, 0);
        QCOMPARE(dossiers.attachmentContent(paper.id).error().code, ErrorCode::AttachmentGone);
        QCOMPARE(store.database->value(u"SELECT count(*) FROM attachment_part"_s)->toInt(), 0);
    }

    void changedBytesOfAPaperAreNoticed()
    {
        TestStore store;
        const Dossier draft = testDraft(store.clock, 1);
        const Attachment paper = testPaper(store.clock, "scan");
        DossierRepository dossiers(*store.database);
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            if (const auto inserted = dossiers.insert(draft); !inserted)
                return inserted;
            return dossiers.insertAttachment(draft.summary.id, paper, "scan");
        }));
        const PastTheGuard dyingDisk(*store.database);
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            return store.database->change(u"UPDATE attachment_part SET content = x'00'"_s).map([](int) {});
        }));
        QCOMPARE(dossiers.attachmentContent(paper.id).error().code, ErrorCode::AttachmentDamaged);
    }

    void journalChainsAndOnlyGrows()
    {
        TestStore store;
        JournalRepository journal(*store.database);
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            for (int i = 0; i < 5; ++i) {
                const auto entry =
                    journal.append(store.clock.now().addMSecs(i), u"congchuc1"_s, u"dossier.created"_s, u"id-%1"_s.arg(i));
                if (!entry)
                    return passOn(entry);
            }
            return {};
        }));
        const auto all = journal.all();
        QCOMPARE(all->size(), 5);
        QCOMPARE(firstBrokenLink(*all), std::nullopt);
        QCOMPARE(journal.head()->value(), all->constLast());
        for (const QString &sql : { u"UPDATE journal SET actor = 'x' WHERE seq = 2"_s, u"DELETE FROM journal WHERE seq = 5"_s }) {
            const auto refused =
                store.database->write([&]() -> Result<void> { return store.database->change(sql).map([](int) {}); });
            QVERIFY(!refused);
        }
        QCOMPARE(*journal.all(), *all);
    }

    void packsSettingsAccounts()
    {
        TestStore store;
        PackRepository packs(*store.database);
        SettingsRepository settings(*store.database);
        AccountRepository accounts(*store.database);
        const Account officer { u"congchuc1"_s, u"Nguyễn Thị Hồng Đào"_s, Role::Officer };
        VERIFY_OK(store.database->write([&]() -> Result<void> {
            for (const auto &done :
                 { packs.keep(u"1.004873"_s, u"1.0"_s, "{\"a\":1}"), packs.keep(u"1.004873"_s, u"1.0"_s, "{\"other\":1}"),
                   packs.keep(u"1.004873"_s, u"1.1"_s, "{\"b\":1}"), settings.setValue(u"k"_s, u"cũ"_s),
                   settings.setValue(u"k"_s, u"mới"_s), settings.setValue(u"empty"_s, {}), accounts.save(officer) }) {
                if (!done)
                    return done;
            }
            return {};
        }));
        QCOMPARE(*packs.source(u"1.004873"_s, u"1.0"_s), QByteArray("{\"a\":1}"));
        QCOMPARE(*packs.source(u"1.004873"_s, u"1.1"_s), QByteArray("{\"b\":1}"));
        QCOMPARE(*packs.source(u"1.004873"_s, u"1.2"_s), QByteArray());
        QCOMPARE(*settings.value(u"k"_s), u"mới"_s);
        QCOMPARE(*settings.value(u"absent"_s), QString());
        QCOMPARE(*accounts.all(), QList { officer });
    }

    void changeOutsideATransactionIsRefused()
    {
        TestStore store;
        QCOMPARE(DossierRepository(*store.database).insert(testDraft(store.clock, 1)).error().code, ErrorCode::StoreFailed);
        QCOMPARE(store.database->value(u"SELECT count(*) FROM dossier"_s)->toInt(), 0);
    }

    void failedWorkLeavesNothing()
    {
        TestStore store;
        const auto failed = store.database->write([&]() -> Result<void> {
            if (const auto inserted = DossierRepository(*store.database).insert(testDraft(store.clock, 1)); !inserted)
                return inserted;
            return DossierRepository(*store.database).insert(testDraft(store.clock, 1)); // same local code
        });
        QVERIFY(!failed);
        QCOMPARE(store.database->value(u"SELECT count(*) FROM dossier"_s)->toInt(), 0);
    }

    void storeThreadKeepsOrderAndEnds()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"motcua.db"_s);
        QFuture<Result<int>> last;
        {
            StoreThread store;
            QCOMPARE(store.run([](Database &) -> Result<int> { return 1; }).result().error().code, ErrorCode::StoreClosed);
            VERIFY_OK(store.open(path, testKey(), true).result());
            for (int i = 0; i < 20; ++i) {
                last = store.run([i](Database &database) -> Result<int> {
                    const auto done =
                        database.write([&] { return SettingsRepository(database).setValue(u"n"_s, QString::number(i)); });
                    return done ? Result<int>(i) : passOn(done);
                });
            }
        }
        QVERIFY(last.isFinished());
        QCOMPARE(last.result().value_or(-1), 19);
        StoreThread store;
        VERIFY_OK(store.open(path, testKey(), false).result());
        const auto value = store.run([](Database &database) { return SettingsRepository(database).value(u"n"_s); }).result();
        QCOMPARE(value.value_or(u""_s), u"19"_s);
        VERIFY_OK(store.close().result());
        QCOMPARE(store.run([](Database &) -> Result<int> { return 1; }).result().error().code, ErrorCode::StoreClosed);
    }
};

QTEST_GUILESS_MAIN(TestRepositories)
#include "tst_repositories.moc"
