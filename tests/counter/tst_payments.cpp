#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/counter/counter.h"
#include "core/counter/slipcontent.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/paper/readerprogram.h"
#include "core/store/repositories.h"
#include "core/store/storethread.h"
#include "tests/procedure/sampleanswers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const BankAccount treasury { u"970436"_s, u"0000000001"_s, u"UBND XÃ ĐA KIA"_s };

class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time = fromRfc3339(u"2026-11-23T09:00:00.000+07:00"_s);
};

// The shipped procedure with a sum that is known.
PackCatalog packs(const QJsonObject &fee)
{
    QJsonObject json = QJsonDocument::fromJson(sample::pack()->source).object();
    json.insert(u"fee"_s, fee);
    const auto pack = parseProcedurePack(QJsonDocument(json).toJson());
    if (!pack)
        qFatal("%s %s", qPrintable(pack.error().subject), qPrintable(pack.error().detail));
    return PackCatalog(QList<PackPtr> { *pack });
}

QJsonObject source()
{
    return { { "text"_L1, "?"_L1 }, { "confidence"_L1, "unverified"_L1 } };
}

QJsonObject item(const QJsonValue &amount)
{
    QJsonObject item { { "id"_L1, "registration"_L1 }, { "per"_L1, "dossier"_L1 }, { "x-source"_L1, source() } };
    item.insert(u"title"_s, u"Lệ phí"_s);
    if (!amount.isNull())
        item.insert(u"amount"_s, amount);
    return item;
}

QJsonObject feeOf(const QJsonValue &amount)
{
    return { { "decidedBy"_L1, "law"_L1 },
             { "items"_L1, QJsonArray { item(amount) } },
             { "text"_L1, u"Theo nghị quyết"_s },
             { "x-source"_L1, source() } };
}

} // namespace

// Money as an axis of its own: frozen at submission, declared and taken back in the log of acts, never called paid.
// As a signed file would bring it: one more day off.
class InstalledCalendar final : public DataShelf
{
public:
    QByteArray file(const QString &name) const override
    {
        QByteArray bytes = m_shipped.file(name);
        if (name == u"data/calendar.json"_s)
            bytes.replace("\"date\": \"2026-11-24\"", QByteArray("\"date\": \"") + day + "\"");
        return bytes;
    }
    QStringList names(const QString &folder) const override { return m_shipped.names(folder); }

    QByteArray day = "2026-11-24";

private:
    ShippedShelf m_shipped;
};

class TestPayments : public QObject
{
    Q_OBJECT

    struct Desk
    {
        Desk(const QString &path, const QJsonObject &fee)
            : catalog(packs(fee))
            , counter({ store, catalog, units, profile, clock, changes, shelf, reader })
        {
            profile.communeCode = u"25231"_s;
            profile.kioskId = u"kiosk"_s;
            opened = store.open(path, Secret::random(32), true).result();
            counter.setActor({ u"congchuc"_s, {}, Role::Officer });
        }

        QString submitted()
        {
            const QString id = counter.startDraft(u"1.004873"_s).result()->summary.id;
            (void)counter.saveDraft(id, sample::forSelf(), {}).result();
            const auto done = counter.submit(id).result();
            if (!done)
                qFatal("%s %s", qPrintable(done.error().subject), qPrintable(done.error().detail));
            return id;
        }

        Payment payment(const QString &id) { return counter.dossier(id).result()->payment; }

        SlipContent slip(const QString &id, const BankAccount &account)
        {
            const Dossier dossier = *counter.dossier(id).result();
            const PackPtr pack = counter.packOf(dossier.summary);
            return slipContent(dossier, *pack, counter.stateOf(dossier, *pack).answers, units, profile.communeCode, Role::Officer,
                               {}, counter.feeSheet(*pack, dossier.form), account);
        }

        PackCatalog catalog;
        AdministrativeUnits units;
        KioskProfile profile;
        FixedClock clock;
        DossierChanges changes;
        StoreThread store;
        ShippedShelf shelf;
        ReaderProgram reader;
        Counter counter;
        Result<void> opened;
    };

    QTemporaryDir m_folder;

    std::unique_ptr<Desk> desk(const QJsonValue &amount)
    {
        return std::make_unique<Desk>(m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction())), feeOf(amount));
    }

private Q_SLOTS:
    void aKnownSumIsOwedFromSubmission()
    {
        const auto office = desk(15000);
        const QString id = office->submitted();
        QCOMPARE(office->payment(id), (Payment { MoneyState::Owed, 15000, {} }));
    }

    void anUnknownOrFreeSumIsNotOwed()
    {
        const auto unknown = desk(QJsonValue());
        QCOMPARE(unknown->payment(unknown->submitted()).state, MoneyState::None);
    }

    void aDeclarationIsNotedAndCanBeTakenBack()
    {
        const auto office = desk(15000);
        const QString id = office->submitted();
        QVERIFY(office->counter.declarePayment(id).result());
        QCOMPARE(office->payment(id).state, MoneyState::Declared);
        QCOMPARE(office->payment(id).declaredAt, office->clock.time);
        const auto twice = office->counter.declarePayment(id).result();
        QVERIFY(!twice);
        QCOMPARE(twice.error().code, ErrorCode::PaymentNotOwed);
        QVERIFY(office->counter.retractPayment(id).result());
        QCOMPARE(office->payment(id), (Payment { MoneyState::Owed, 15000, {} }));
        QStringList acts;
        const Result<Dossier> declared = office->counter.dossier(id).result();
        for (const HistoryEntry &entry : declared->history)
            acts.append(entry.action);
        QVERIFY(acts.endsWith(u"payment.retracted"_s));
        QCOMPARE(acts.filter(u"payment."_s).size(), 2);
    }

    void nothingOwedIsNotDeclared()
    {
        const auto office = desk(0);
        const QString id = office->submitted();
        QVERIFY(!office->counter.declarePayment(id).result());
        QVERIFY(!office->counter.declarePayment(u"0198"_s).result());
    }

    void theAccountIsJournalledAndChecked()
    {
        const auto office = desk(15000);
        QVERIFY(office->counter.paymentAccount().result()->number.isEmpty());
        QVERIFY(!office->counter.setPaymentAccount({ u"97"_s, treasury.number, treasury.holder }).result());
        QVERIFY(office->counter.setPaymentAccount(treasury).result());
        QCOMPARE(*office->counter.paymentAccount().result(), treasury);
        QVERIFY(office->counter.setPaymentAccount({}).result());
        QVERIFY(office->counter.paymentAccount().result()->number.isEmpty());
        const auto journal = office->store.run([](Database &database) { return JournalRepository(database).all(); }).result();
        QStringList details;
        for (const JournalEntry &entry : *journal) {
            if (entry.action == u"payment.account"_s)
                details.append(entry.detail);
        }
        QCOMPARE(details, (QStringList { u"970436 0000000001"_s, u"none"_s }));
    }

    void theSlipCarriesACodeOnlyForAnOwedSumAndAKnownAccount()
    {
        const auto office = desk(15000);
        const QString id = office->submitted();
        const SlipContent slip = office->slip(id, treasury);
        QVERIFY(slip.transfer.code.startsWith("000201010212"));
        QVERIFY(slip.transfer.purpose.size() <= 25);
        QVERIFY2(slip.feeText.contains(u"15.000 đồng (Mười lăm nghìn đồng)"_s), qPrintable(slip.feeText));
        QVERIFY(office->slip(id, {}).transfer.code.isEmpty());
        const auto unknown = std::make_unique<Desk>(m_folder.filePath(u"unknown"_s), feeOf(QJsonValue()));
        const SlipContent silent = unknown->slip(unknown->submitted(), treasury);
        QVERIFY(silent.transfer.code.isEmpty());
        QCOMPARE(silent.feeText, u"Theo nghị quyết"_s);
    }

    void theEstimateSpeaksOfTheCounterAndItsCalendar()
    {
        const auto office = desk(15000);
        const auto estimate = office->counter.estimate(*office->catalog.newest(u"1.004873"_s), sample::forSelf());
        QVERIFY(estimate);
        QVERIFY(estimate->atOnce);
        QCOMPARE(estimate->due.at.date(), QDate(2026, 11, 27));
    }

    void anInstalledCalendarSpeaksAtOnce()
    {
        InstalledCalendar shelf;
        const auto office = desk(15000);
        const Counter counter({ office->store, office->catalog, office->units, office->profile, office->clock, office->changes,
                                shelf, office->reader });
        const auto due = [&] {
            return counter.estimate(*office->catalog.newest(u"1.004873"_s), sample::forSelf())->due.at.date();
        };
        QCOMPARE(due(), QDate(2026, 11, 27));
        shelf.day = "2026-12-24"; // another file was installed: 24/11 is a working day there
        QCOMPARE(due(), QDate(2026, 11, 26));
    }
};

QTEST_MAIN(TestPayments)

#include "tst_payments.moc"
