// Signed files of procedures with real keys: what is taken, what is refused and why, and that a refusal changes nothing.
#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "core/catalog/catalog.h"
#include "core/catalog/packworkshop.h"
#include "core/catalog/portalcatalog.h"
#include "core/identity/kioskprofile.h"
#include "core/procedure/packchanges.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString code = u"1.004873"_s;

QByteArray shippedPack()
{
    return ShippedShelf().file(u"procedures/1.004873.json"_s);
}

QByteArray packWith(const QJsonObject &members, const QStringList &without = {})
{
    QJsonObject json = QJsonDocument::fromJson(shippedPack()).object();
    for (auto it = members.begin(); it != members.end(); ++it)
        json.insert(it.key(), it.value());
    for (const QString &name : without)
        json.remove(name);
    return QJsonDocument(json).toJson();
}

BundleFile named(const QString &name, const QByteArray &content)
{
    return { name, content, sha256Hex(content) };
}

Bundle bundleOf(qint64 serial, const QList<BundleFile> &files)
{
    return { serial, QDateTime::fromString(u"2026-11-22T09:00:00+07:00"_s, Qt::ISODate), u"Thử"_s, files, {}, {} };
}

QByteArray sealedBy(const Bundle &bundle, std::initializer_list<const PackSigningKey *> keys)
{
    std::vector<PackSigningKey> copies;
    for (const PackSigningKey *key : keys)
        copies.push_back(*PackSigningKey::fromJwk(key->privateJwk()));
    const Result<QByteArray> sealed = sealBundle(bundle, copies);
    return sealed ? *sealed : QByteArray();
}

// Signs any payload text, also what sealBundle() would never make.
QByteArray signedRaw(const PackSigningKey &key, const QByteArray &payload, const QJsonObject &header = {})
{
    QJsonObject head { { "alg"_L1, "EdDSA"_L1 }, { "kid"_L1, key.publicKey().id() }, { "typ"_L1, "motcua-procedures"_L1 } };
    for (auto it = header.begin(); it != header.end(); ++it)
        head.insert(it.key(), it.value());
    const QByteArray text = toBase64Url(QJsonDocument(head).toJson(QJsonDocument::Compact));
    const QByteArray body = toBase64Url(payload);
    return "{\"payload\":\"" + body + "\",\"signatures\":[{\"protected\":\"" + text + "\",\"signature\":\""
           + toBase64Url(key.sign(text + '.' + body)) + "\"}]}";
}

QMap<QString, QByteArray> everyFile(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator it(folder, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (file.open(QIODevice::ReadOnly))
            files.insert(file.fileName(), file.readAll());
    }
    return files;
}

const QByteArray goodPayload =
    "{\"format\":1,\"serial\":5,\"issuedAt\":\"2026-11-22T09:00:00+07:00\",\"note\":\"\",\"files\":[]}";

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT

    const PackSigningKey m_first = PackSigningKey::generate();
    const PackSigningKey m_second = PackSigningKey::generate();
    const PackSigningKey m_stranger = PackSigningKey::generate();

    QList<PackKey> trusted() const { return { m_first.publicKey(), m_second.publicKey() }; }
    BundleFile newPack(const QString &version = u"2026.12.1"_s) const
    {
        return named(u"procedures/1.004873-x.json"_s,
                     packWith({ { "version"_L1, version }, { "validFrom"_L1, "2026-11-01"_L1 } }));
    }

private Q_SLOTS:
    void keysSurviveTheirFiles()
    {
        const Result<PackSigningKey> again = PackSigningKey::fromJwk(m_first.privateJwk());
        QVERIFY(again);
        QCOMPARE(again->publicKey(), m_first.publicKey());
        const Result<PackKey> known = packKeyFromJwk(publicJwk(m_first.publicKey()));
        QVERIFY(known);
        QCOMPARE(*known, m_first.publicKey());
        // RFC 8037, A.2 and A.3: the public key of the examples and its thumbprint.
        const Result<PackKey> example = packKeyFromText(u"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"_s);
        QVERIFY(example);
        QCOMPARE(example->id(), u"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"_s);
    }

    void privateKeysDoNotBelongOnAKiosk()
    {
        const Secret jwk = m_first.privateJwk();
        const Result<PackKey> refused =
            packKeyFromJwk(QByteArray(reinterpret_cast<const char *>(jwk.data()), qsizetype(jwk.size())));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PackKeyUnusable);
        QVERIFY(!packKeyFromText(u"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURp"_s)); // another spelling of the last bits
    }

    void theExampleOfRfc8037Verifies()
    {
        const Result<PackKey> key = packKeyFromText(u"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"_s);
        QVERIFY(key);
        QByteArray signature;
        QVERIFY(fromBase64Url(u"hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"_s,
                              signature));
        QVERIFY(key->verifies("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc", signature));
        QVERIFY(!key->verifies("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmd", signature));
    }

    void eitherTrustedKeyIsEnough()
    {
        const Bundle bundle = bundleOf(1, { newPack() });
        for (const QByteArray &file :
             { sealedBy(bundle, { &m_first }), sealedBy(bundle, { &m_second }), sealedBy(bundle, { &m_first, &m_second }),
               sealedBy(bundle, { &m_stranger, &m_second }) }) {
            const Result<BundlePtr> opened = openBundle(file, trusted());
            QVERIFY(opened);
            QCOMPARE((*opened)->serial, 1);
            QCOMPARE((*opened)->files.size(), 1);
            QCOMPARE((*opened)->files[0].content, newPack().content);
        }
    }

    void whatIsWrongIsRefusedByItsOwnName_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<ErrorCode>("error");
        const Bundle bundle = bundleOf(5, { newPack() });
        const QByteArray good = sealedBy(bundle, { &m_first });
        const QJsonObject json = QJsonDocument::fromJson(good).object();

        QTest::newRow("empty") << QByteArray() << ErrorCode::BundleMalformed;
        QTest::newRow("cut off") << good.left(good.size() / 2) << ErrorCode::BundleMalformed;
        QTest::newRow("something behind it") << good + "{}" << ErrorCode::BundleMalformed;
        QTest::newRow("a bare pack") << shippedPack() << ErrorCode::BundleMalformed;
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n", 8) << ErrorCode::BundleMalformed;
        QTest::newRow("too large") << QByteArray(BundleLimits::file + 1, ' ') << ErrorCode::BundleTooLarge;
        QJsonObject unsignedOne = json;
        unsignedOne.insert("signatures"_L1, QJsonArray());
        QTest::newRow("no signature") << QJsonDocument(unsignedOne).toJson() << ErrorCode::BundleUnsigned;
        unsignedOne.remove("signatures"_L1);
        QTest::newRow("no list of signatures") << QJsonDocument(unsignedOne).toJson() << ErrorCode::BundleUnsigned;
        QTest::newRow("a stranger's key") << sealedBy(bundle, { &m_stranger }) << ErrorCode::BundleKeyUnknown;
        QJsonObject other = json;
        other.insert("payload"_L1,
                     QJsonDocument::fromJson(sealedBy(bundleOf(6, { newPack() }), { &m_first })).object().value("payload"_L1));
        QTest::newRow("another payload") << QJsonDocument(other).toJson() << ErrorCode::BundleTampered;
        QJsonObject mixed = QJsonDocument::fromJson(sealedBy(bundle, { &m_first, &m_second })).object();
        QJsonArray signatures = mixed.value("signatures"_L1).toArray();
        QJsonObject broken = signatures.at(1).toObject();
        broken.insert("signature"_L1, signatures.at(0)["signature"_L1]);
        signatures.replace(1, broken);
        mixed.insert("signatures"_L1, signatures);
        QTest::newRow("one of two trusted signatures is broken") << QJsonDocument(mixed).toJson() << ErrorCode::BundleTampered;
        QTest::newRow("alg none") << signedRaw(m_first, goodPayload, { { "alg"_L1, "none"_L1 } })
                                  << ErrorCode::BundleFormatUnknown;
        QTest::newRow("another type of file")
            << signedRaw(m_first, goodPayload, { { "typ"_L1, "motcua-courier"_L1 } }) << ErrorCode::BundleFormatUnknown;
        QTest::newRow("crit") << signedRaw(m_first, goodPayload, { { "crit"_L1, QJsonArray { "b64"_L1 } } })
                              << ErrorCode::BundleMalformed;
        QTest::newRow("no file in it") << signedRaw(m_first, goodPayload) << ErrorCode::BundleMalformed;
        const auto payload = [](const QByteArray &from, const QByteArray &to) {
            return QByteArray(goodPayload).replace(from, to);
        };
        QTest::newRow("format 2") << signedRaw(m_first, payload("\"format\":1", "\"format\":2"))
                                  << ErrorCode::BundleFormatUnknown;
        QTest::newRow("serial 0") << signedRaw(m_first, payload("\"serial\":5", "\"serial\":0")) << ErrorCode::BundleMalformed;
        QTest::newRow("serial 1.5") << signedRaw(m_first, payload("\"serial\":5", "\"serial\":1.5"))
                                    << ErrorCode::BundleMalformed;
        QTest::newRow("a name twice") << signedRaw(m_first, payload("\"note\":\"\"", "\"note\":\"\",\"serial\":9"))
                                      << ErrorCode::BundleMalformed;
        QTest::newRow("a name twice, spelled with an escape")
            << signedRaw(m_first, payload("\"note\":\"\"", "\"note\":\"\",\"seri\\u0061l\":9")) << ErrorCode::BundleMalformed;
        QTest::newRow("a name nobody knows")
            << signedRaw(m_first, payload("\"note\":\"\"", "\"note\":\"\",\"x\":1")) << ErrorCode::BundleMalformed;
        const auto withFile = [&](const QByteArray &name, const QByteArray &content, const QByteArray &sha) {
            return signedRaw(m_first, payload("[]", "[{\"name\":\"" + name + "\",\"sha256\":\"" + sha + "\",\"content\":\""
                                                        + content + "\"}]"));
        };
        const QByteArray digest = sha256Hex("x").toLatin1();
        QTest::newRow("a path that leads out")
            << withFile("procedures/../../motcua.db", "x", digest) << ErrorCode::BundleMalformed;
        QTest::newRow("an absolute path") << withFile("/etc/passwd", "x", digest) << ErrorCode::BundleMalformed;
        QTest::newRow("another digest") << withFile("data/x.json", "y", digest) << ErrorCode::BundleTampered;
        QTest::newRow("deep nesting") << QByteArray("{\"payload\":" + QByteArray(100, '[') + QByteArray(100, ']') + "}")
                                      << ErrorCode::BundleMalformed;
    }
    void whatIsWrongIsRefusedByItsOwnName()
    {
        QFETCH(QByteArray, file);
        QFETCH(ErrorCode, error);
        QTemporaryDir folder;
        Catalog catalog(folder.path() + u"/packs"_s, trusted(), {});
        QVERIFY(catalog.install(sealedBy(bundleOf(3, { newPack() }), { &m_first })));
        const auto before = everyFile(folder.path());
        const Result<BundlePtr> refused = catalog.install(file);
        QVERIFY(!refused);
        QCOMPARE(errorId(refused.error().code), errorId(error));
        QCOMPARE(everyFile(folder.path()), before);
        QCOMPARE(catalog.installed()->serial, 3);
    }

    void everyByteIsCovered()
    {
        const QByteArray good = sealedBy(bundleOf(1, { named(u"data/x.json"_s, "{}") }), { &m_first });
        QVERIFY(openBundle(good, trusted()));
        for (qsizetype i = 0; i < good.size() - 1; ++i) {
            QByteArray changed = good;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY2(!openBundle(changed, trusted()), qPrintable(QString::number(i)));
        }
    }

    void filesAreReadBeforeAnythingChanges_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("place");
        QTest::newRow("a pack without handler")
            << u"procedures/1.004873-x.json"_s << packWith({ { "version"_L1, "2026.12.1"_L1 } }, { u"handler"_s })
            << u"/handler"_s;
        QTest::newRow("another code") << u"procedures/1.000894.json"_s << packWith({ { "version"_L1, "2026.12.1"_L1 } })
                                      << u"/code"_s;
        QTest::newRow("a version with another text")
            << u"procedures/1.004873-x.json"_s << packWith({ { "name"_L1, u"Tên khác"_s } }) << u"/version"_s;
        QTest::newRow("no JSON") << u"data/x.json"_s << QByteArray("{") << QString();
        QTest::newRow("empty") << u"papers/x.html"_s << QByteArray(" ") << QString();
        QTest::newRow("what its own reader refuses") << u"data/calendar.json"_s << QByteArray("{}") << u"/days"_s;
    }
    void filesAreReadBeforeAnythingChanges()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, place);
        QTemporaryDir folder;
        const FileReaders readers { { u"data/calendar.json"_s, [](const QByteArray &) {
                                         return FileProblem { u"/days"_s, u"no days"_s };
                                     } } };
        Catalog catalog(folder.path() + u"/packs"_s, trusted(), readers);
        const Result<BundlePtr> refused = catalog.install(sealedBy(bundleOf(1, { named(name, content) }), { &m_first }));
        QVERIFY(!refused);
        QCOMPARE(errorId(refused.error().code), u"MC-317"_s);
        QCOMPARE(refused.error().subject, name + place);
        QVERIFY(everyFile(folder.path()).isEmpty());
    }

    void anInstalledFileTakesThePlaceOfShippedData()
    {
        QTemporaryDir folder;
        const QString packs = folder.path() + u"/packs"_s;
        Catalog catalog(packs, trusted(), {});
        const PackCatalog shown = catalog.packs();
        const PackPtr before = shown.newest(code);
        QSignalSpy told(&catalog, &Catalog::installedNew);
        const QByteArray file =
            sealedBy(bundleOf(4, { newPack(), named(u"data/id_place_codes.tsv"_s, "mới"), named(u"data/new.json"_s, "{}") }),
                     { &m_first });
        QVERIFY(catalog.install(file));
        QCOMPARE(told.count(), 1);
        QCOMPARE(catalog.file(u"data/id_place_codes.tsv"_s), QByteArray("mới"));
        QVERIFY(catalog.file(u"data/ethnic_codes.tsv"_s).size() > 100);
        QVERIFY(catalog.names(u"data"_s).contains(u"data/new.json"_s));
        // Both versions stand beside one another; the newer one speaks from its first day.
        QCOMPARE(shown.newest(code)->version, u"2026.12.1"_s);
        QVERIFY(shown.find(code, before->version));
        QCOMPARE(shown.inForce(code, QDate(2026, 10, 31))->version, before->version);
        QCOMPARE(shown.inForce(code, QDate(2026, 11, 1))->version, u"2026.12.1"_s);
        // What was handed out before stays as it was.
        QCOMPARE(before->version, u"2026.11.1"_s);

        Catalog again(packs, trusted(), {});
        QCOMPARE(again.installed()->source, file);
        QVERIFY(again.isInstalled(*again.packs().newest(code)));
        // The very same file is no news.
        QVERIFY(catalog.install(file));
        QCOMPARE(told.count(), 1);
    }

    void nothingOlderIsTaken()
    {
        QTemporaryDir folder;
        Catalog catalog(folder.path() + u"/packs"_s, trusted(), {});
        QVERIFY(catalog.install(sealedBy(bundleOf(4, { newPack() }), { &m_first })));
        for (const qint64 serial : { 1, 4 }) {
            const auto refused = catalog.install(
                sealedBy(bundleOf(serial, { newPack(u"2026.12.1"_s), named(u"data/y.json"_s, "[]") }), { &m_second }));
            QVERIFY(!refused);
            QCOMPARE(errorId(refused.error().code), u"MC-316"_s);
        }
    }

    void aDamagedFileFallsBackToTheOneBefore()
    {
        QTemporaryDir folder;
        const QString packs = folder.path() + u"/packs"_s;
        {
            Catalog catalog(packs, trusted(), {});
            for (const qint64 serial : { 1, 2, 3 })
                QVERIFY(catalog.install(sealedBy(bundleOf(serial, { newPack(u"2026.12.%1"_s.arg(serial)) }), { &m_first })));
        }
        QStringList kept = QDir(packs).entryList({ u"*.motcua"_s }, QDir::Files, QDir::Name);
        QCOMPARE(kept.size(), 2); // the one in force and the one before it
        const auto spoil = [&](const QString &name) {
            QFile file(packs + u'/' + name);
            QVERIFY(file.open(QIODevice::ReadWrite));
            file.seek(200);
            file.write("#");
        };
        spoil(kept.last());
        Catalog second(packs, trusted(), {});
        QCOMPARE(second.installed()->serial, 2);
        QCOMPARE(second.problems().size(), 1);
        QCOMPARE(errorId(second.problems()[0].code), u"MC-319"_s);
        spoil(kept.first());
        Catalog third(packs, trusted(), {});
        QVERIFY(!third.installed());
        QCOMPARE(third.problems().size(), 2);
        QCOMPARE(third.packs().newest(code)->version, u"2026.11.1"_s);
        // The same number may come again and mends it.
        QVERIFY(third.install(sealedBy(bundleOf(3, { newPack(u"2026.12.3"_s) }), { &m_first })));
        QVERIFY(third.problems().isEmpty());
    }

    void aKeyThatIsNoLongerTrustedTakesItsFilesAlong()
    {
        QTemporaryDir folder;
        const QString packs = folder.path() + u"/packs"_s;
        QVERIFY(Catalog(packs, trusted(), {}).install(sealedBy(bundleOf(1, { newPack() }), { &m_first })));
        Catalog after(packs, { m_second.publicKey() }, {});
        QVERIFY(!after.installed());
        QCOMPARE(after.problems().size(), 1);
    }

    void thePortalsRefusedFileIsNotAskedForAgain()
    {
        QTemporaryDir folder;
        const SystemClock clock;
        Catalog catalog(folder.path(), trusted(), {});
        {
            PortalCatalog portal(catalog, folder.path(), clock);
            QVERIFY(portal.tag().isEmpty());
            portal.take(sealedBy(bundleOf(1, { newPack() }), { &m_stranger }), "\"one\"");
            QVERIFY(!catalog.installed());
        }
        PortalCatalog portal(catalog, folder.path(), clock);
        QCOMPARE(portal.tag(), QByteArray("\"one\""));
        QVERIFY(portal.refused());
        QCOMPARE(errorId(portal.refused()->why.code), u"MC-314"_s);
        portal.take(sealedBy(bundleOf(2, { newPack() }), { &m_first }), "\"two\"");
        QCOMPARE(catalog.installed()->serial, 2);
        QVERIFY(!portal.refused());
        // Older is no news.
        portal.take(sealedBy(bundleOf(1, { newPack() }), { &m_first }), "\"three\"");
        QVERIFY(!portal.refused());
        QCOMPARE(portal.tag(), QByteArray("\"three\""));
    }

    void writersSeeWhatTheySave()
    {
        QTemporaryDir folder;
        KioskProfile profile;
        const auto refused = PackWorkshop::open(folder.path(), profile);
        QVERIFY(!refused);
        QCOMPARE(errorId(refused.error().code), u"MC-323"_s);
        profile.demo = true;
        const auto missing = PackWorkshop::open(folder.path() + u"/none"_s, profile);
        QVERIFY(!missing);
        QCOMPARE(errorId(missing.error().code), u"MC-324"_s);

        const auto save = [&](const QByteArray &text) {
            QFile file(folder.path() + u"/1.004873.json"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        save(shippedPack());
        const auto workshop = PackWorkshop::open(folder.path(), profile);
        QVERIFY(workshop);
        const PackPtr first = (*workshop)->pack(code);
        QVERIFY(first);
        QVERIFY(isDraftVersion(first->version));
        QSignalSpy changed(workshop->get(), &PackWorkshop::changed);
        save(packWith({ { "name"_L1, u"Tên mới"_s } }));
        QVERIFY(changed.wait(5000));
        QTRY_COMPARE((*workshop)->pack(code)->name, u"Tên mới"_s);
        QVERIFY((*workshop)->pack(code)->version != first->version);
        // In the middle of a sentence the last readable one stays, and the finding says where it stops.
        save("{");
        QVERIFY(changed.wait(5000));
        QTRY_VERIFY(hasErrors((*workshop)->sheets().at(0).findings));
        QCOMPARE((*workshop)->pack(code)->name, u"Tên mới"_s);
    }
};

QTEST_GUILESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
