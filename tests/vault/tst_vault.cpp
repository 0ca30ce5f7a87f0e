// The slot file: whoever has a passphrase or the machine's keychain gets the master key; nothing else ever does, and nothing that
// cannot be read is ever written over.
#include "fakesecretstore.h"
#include "vaultkit.h"

#include "core/vault/slotfile.h"
#include "core/vault/vault.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

// In place: rewriting the whole file would flush the disk for every bit.
void putByte(const QString &path, qint64 at, char byte)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(byte));
}

// A vault of one officer in a folder of its own.
struct TestVault
{
    explicit TestVault(bool withKeychain = true)
    {
        if (!withKeychain)
            keychain.writeFailure = u"no session bus"_s;
        auto made = vault.create(officer, secret("đồng bằng 4 mùa"), cheap);
        if (!made)
            qFatal("create: %d", int(made.error().code));
        opened = std::move(*made);
    }

    QString path() const { return folder.filePath(u"slots.json"_s); }
    QString copy() const { return path() + u".copy"_s; }

    QTemporaryDir folder;
    FakeSecretStore keychain;
    Vault vault { path(), keychain };
    OpenedVault opened;
};

} // namespace

class TestVaultFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretsMoveAndAreWiped()
    {
        Secret first(QByteArrayView("khoá"));
        Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT: a moved-from Secret is empty by contract
        QCOMPARE(second.size(), size_t(5));
        QVERIFY(second.equals(second.clone()));
        QVERIFY(!second.equals(Secret(5)));
        QVERIFY(!second.equals(Secret()));
        QVERIFY(Secret().equals(Secret()));
        QVERIFY(!Secret::random(32).equals(Secret::random(32)));
        QVERIFY(Secret(16).equals(Secret(16)));
    }

    void eitherHolderOpens()
    {
        TestVault t;
        QVERIFY(t.vault.exists());
        QVERIFY(t.vault.hasKeychainSlot());
        const auto byPassphrase = t.vault.openWithPassphrase(u"congchuc1"_s, secret("đồng bằng 4 mùa"));
        QVERIFY(byPassphrase);
        QVERIFY(byPassphrase->masterKey.equals(t.opened.masterKey));
        QCOMPARE(byPassphrase->account, officer);
        const auto byKeychain = t.vault.openWithKeychain();
        QVERIFY(byKeychain);
        QVERIFY(byKeychain->masterKey.equals(t.opened.masterKey));
        QVERIFY(byKeychain->account.login.isEmpty());
        QVERIFY(!databaseKey(t.opened.masterKey).equals(t.opened.masterKey));
        QVERIFY(databaseKey(t.opened.masterKey).equals(databaseKey(byKeychain->masterKey)));
    }

    void wrongPassphrases()
    {
        TestVault t;
        for (const QByteArray &wrong :
             { QByteArray(""), QByteArray("x"), QByteArray("đồng bằng 4 mùa "), QByteArray("đồng bằng 4 mùA") })
            QCOMPARE(t.vault.openWithPassphrase({}, secret(wrong)).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(t.vault.openWithPassphrase(u"nobody"_s, secret("đồng bằng 4 mùa")).error().code, ErrorCode::WrongPassphrase);
    }

    void severalAccounts()
    {
        TestVault t;
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        QCOMPARE(*t.vault.accounts(), (QList { officer, itStaff }));
        const auto found = t.vault.openWithPassphrase({}, secret("máy chủ"));
        QVERIFY(found);
        QCOMPARE(found->account, itStaff);
        QVERIFY(found->masterKey.equals(t.opened.masterKey));
        // The right passphrase under another's login opens nothing.
        QCOMPARE(t.vault.openWithPassphrase(u"congchuc1"_s, secret("máy chủ")).error().code, ErrorCode::WrongPassphrase);
        QCOMPARE(t.vault.addAccount(t.opened, itStaff, secret("khác"), cheap).error().code, ErrorCode::AccountExists);
        for (const QString &login : { u""_s, u"Công chức"_s, u"a|b"_s, u"-a"_s, u"a b"_s, QString(33, u'a') })
            QCOMPARE(t.vault.addAccount(t.opened, { login, {}, Role::Officer }, secret("x"), cheap).error().code,
                     ErrorCode::LoginNotUsable);
        const OpenedVault foreign { Secret::random(32), officer };
        QCOMPARE(t.vault.addAccount(foreign, { u"la"_s, {}, Role::Officer }, secret("x"), cheap).error().code,
                 ErrorCode::VaultKeyForeign);
        QCOMPARE(t.vault.accounts()->size(), 2);
    }

    void withoutAKeychainThePassphraseIsEnough()
    {
        TestVault t(false);
        QVERIFY(!t.vault.hasKeychainSlot());
        QCOMPARE(t.vault.openWithKeychain().error().code, ErrorCode::KeychainSlotMissing);
        QVERIFY(t.vault.openWithPassphrase({}, secret("đồng bằng 4 mùa")));
    }

    void everyWayAKeychainFailsLeavesThePassphrase_data()
    {
        QTest::addColumn<QString>("answer");
        for (const char *answer :
             { "locked", "absent", "no session bus", "no Secret Service on the bus", "no answer in time", "keychain error 3" })
            QTest::addRow("%s", answer) << QString::fromLatin1(answer);
    }

    void everyWayAKeychainFailsLeavesThePassphrase()
    {
        QFETCH(QString, answer);
        TestVault t;
        const QByteArray before = contentOf(t.path());
        t.keychain.readFailure = answer;
        const auto refused = t.vault.openWithKeychain();
        QCOMPARE(refused.error().code, ErrorCode::KeychainUnavailable);
        QCOMPARE(refused.error().detail, answer);
        QVERIFY(t.vault.openWithPassphrase({}, secret("đồng bằng 4 mùa")));
        QCOMPARE(contentOf(t.path()), before);
    }

    void aKeychainWithAnotherSecretOpensNothing()
    {
        TestVault t;
        QCOMPARE(t.keychain.entries.size(), 1);
        for (const QByteArray &stale : { QByteArray(32, 'x'), QByteArray(31, 'x'), QByteArray() }) {
            t.keychain.entries.begin().value() = stale;
            QCOMPARE(t.vault.openWithKeychain().error().code, ErrorCode::KeychainSlotMissing);
        }
    }

    void twoProfilesOnOneMachineHaveTwoEntries()
    {
        FakeSecretStore keychain;
        QTemporaryDir a;
        QTemporaryDir b;
        Vault first(a.filePath(u"slots.json"_s), keychain);
        Vault second(b.filePath(u"slots.json"_s), keychain);
        const auto one = first.create(officer, secret("một"), cheap);
        const auto two = second.create(officer, secret("hai"), cheap);
        QVERIFY(one && two);
        QCOMPARE(keychain.entries.size(), 2);
        QVERIFY(first.openWithKeychain()->masterKey.equals(one->masterKey));
        QVERIFY(second.openWithKeychain()->masterKey.equals(two->masterKey));
    }

    void createNeverReplaces()
    {
        TestVault t;
        const QByteArray before = contentOf(t.path());
        QCOMPARE(t.vault.create(officer, secret("mới"), cheap).error().code, ErrorCode::VaultExists);
        QCOMPARE(contentOf(t.path()), before);
        // Only the copy is left: the vault still exists.
        QVERIFY(QFile::remove(t.path()));
        QCOMPARE(t.vault.create(officer, secret("mới"), cheap).error().code, ErrorCode::VaultExists);
        QVERIFY(!QFile::exists(t.path()));
        // Only a database is left: a new key must not hide that its own is missing.
        QTemporaryDir other;
        put(other.filePath(u"motcua.db"_s), "anything");
        FakeSecretStore keychain;
        Vault vault(other.filePath(u"slots.json"_s), keychain);
        QCOMPARE(vault.create(officer, secret("mới"), cheap).error().code, ErrorCode::VaultExists);
        QVERIFY(keychain.entries.isEmpty());
        QCOMPARE(vault.openWithPassphrase({}, secret("mới")).error().code, ErrorCode::VaultMissing);
    }

    void filesAreForTheirOwnerOnlyAndHoldNoSecret()
    {
        TestVault t;
        for (const QString &path : { t.path(), t.copy() }) {
            QCOMPARE(QFile::permissions(path) & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
            const QByteArray content = contentOf(path);
            const QByteArray key(reinterpret_cast<const char *>(t.opened.masterKey.data()), 32);
            QVERIFY(!content.contains(key.toBase64()) && !content.contains(key.toHex()) && !content.contains(key));
            QVERIFY(!content.contains("mùa"));
        }
    }

    void everyBitFlipIsNoticed()
    {
        TestVault t;
        QVERIFY(QFile::remove(t.copy()));
        const QByteArray good = contentOf(t.path());
        const auto table = SlotFile(t.path()).load();
        QVERIFY(table);
        int harmless = 0;
        for (qsizetype at = 0; at < good.size(); ++at) {
            for (int bit = 0; bit < 8; ++bit) {
                putByte(t.path(), at, char(good.at(at) ^ (1 << bit)));
                const auto loaded = SlotFile(t.path()).load();
                if (loaded) {
                    // White space between the values: what is read must then be the very same.
                    ++harmless;
                    QCOMPARE(loaded->keyId, table->keyId);
                    QCOMPARE(loaded->keySlots.size(), table->keySlots.size());
                    for (qsizetype i = 0; i < table->keySlots.size(); ++i) {
                        QCOMPARE(loaded->keySlots.at(i).associatedData(), table->keySlots.at(i).associatedData());
                        QCOMPARE(loaded->keySlots.at(i).wrapped, table->keySlots.at(i).wrapped);
                        QCOMPARE(loaded->keySlots.at(i).salt, table->keySlots.at(i).salt);
                    }
                } else {
                    QCOMPARE(loaded.error().code, ErrorCode::VaultUnreadable);
                }
            }
            putByte(t.path(), at, good.at(at));
        }
        QVERIFY2(harmless < good.size(), qPrintable(QString::number(harmless)));
    }

    void unreadableIsRefusedAndNeverWrittenOver()
    {
        TestVault t;
        QVERIFY(QFile::remove(t.copy()));
        const QByteArray good = contentOf(t.path());
        QList<QByteArray> bads { QByteArray(),
                                 QByteArray("{}"),
                                 QByteArray("not json"),
                                 QByteArray(2 << 20, ' '),
                                 QByteArray(good).replace("officer", "it_staff"),
                                 QByteArray(good).replace("argon2id", "argon2ix") };
        for (qsizetype cut = 1; cut < good.size(); cut += 37)
            bads.append(good.first(cut));
        for (const QByteArray &bad : bads) {
            put(t.path(), bad);
            QCOMPARE(t.vault.openWithPassphrase({}, secret("đồng bằng 4 mùa")).error().code, ErrorCode::VaultUnreadable);
            QCOMPARE(t.vault.openWithKeychain().error().code, ErrorCode::VaultUnreadable);
            QCOMPARE(t.vault.accounts().error().code, ErrorCode::VaultUnreadable);
            QVERIFY(!t.vault.addAccount(t.opened, itStaff, secret("x"), cheap));
            QCOMPARE(t.vault.create(officer, secret("x"), cheap).error().code, ErrorCode::VaultExists);
            QCOMPARE(contentOf(t.path()), bad);
            QVERIFY(!QFile::exists(t.copy()));
        }
    }

    void theCopyStandsIn()
    {
        TestVault t;
        const QByteArray good = contentOf(t.path());
        for (const QByteArray &bad : { QByteArray(), good.first(good.size() / 2), QByteArray(good).replace("nonce", "nonse") }) {
            put(t.path(), bad);
            const auto opened = t.vault.openWithPassphrase({}, secret("đồng bằng 4 mùa"));
            QVERIFY(opened);
            QVERIFY(opened->masterKey.equals(t.opened.masterKey));
            QCOMPARE(contentOf(t.path()), bad);
        }
        QVERIFY(QFile::remove(t.path()));
        QVERIFY(t.vault.openWithPassphrase({}, secret("đồng bằng 4 mùa")));
        // A change brings both back; the bad one is set aside, not lost.
        put(t.path(), "broken");
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        QCOMPARE(contentOf(t.path()), contentOf(t.copy()));
        const QStringList aside = QDir(t.folder.path()).entryList({ u"slots.json.damaged-*"_s });
        QCOMPARE(aside.size(), 1);
        QCOMPARE(contentOf(t.folder.filePath(aside.constFirst())), QByteArray("broken"));
    }

    void aCutBetweenTheTwoWritesLosesNobody()
    {
        TestVault t;
        const QByteArray before = contentOf(t.path());
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        put(t.path(), before); // the copy is written first; the power went before the other
        QCOMPARE(t.vault.accounts()->size(), 2);
        QVERIFY(t.vault.openWithPassphrase(u"cntt"_s, secret("máy chủ")));
    }

    void slotsOfLaterKindsAreKept()
    {
        TestVault t;
        auto table = *SlotFile(t.path()).load();
        const QJsonObject recovery { { u"type"_s, u"tpm"_s },
                                     { u"sealedTo"_s, u"dong-nai"_s },
                                     { u"shares"_s, QJsonArray { 1, QJsonObject { { u"x"_s, 0.5 } } } } };
        KeySlot later;
        later.type = u"tpm"_s;
        later.raw = recovery;
        table.keySlots.append(later);
        ++table.generation;
        QVERIFY(SlotFile(t.path()).save(table));
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        const auto after = SlotFile(t.path()).load();
        QCOMPARE(after->keySlots.size(), table.keySlots.size() + 1);
        QCOMPARE(after->keySlots.at(2).type, u"tpm"_s);
        const QJsonArray stored = QJsonDocument::fromJson(contentOf(t.path())).object().value(u"slots"_s).toArray();
        QCOMPARE(stored.at(2).toObject(), recovery);
        QVERIFY(t.vault.openWithPassphrase({}, secret("đồng bằng 4 mùa")));
        QCOMPARE(t.vault.accounts()->size(), 2);
    }

    void aFullFolderSavesNothingAndBreaksNothing()
    {
        TestVault t;
        const QByteArray before = contentOf(t.path());
        FakeSecretStore keychain;
        Vault nowhere(u"/proc/motcua/slots.json"_s, keychain);
        QCOMPARE(nowhere.create(officer, secret("x"), cheap).error().code, ErrorCode::VaultNotSaved);
        QCOMPARE(contentOf(t.path()), before);
    }
};

QTEST_GUILESS_MAIN(TestVaultFile)
#include "tst_vault.moc"
