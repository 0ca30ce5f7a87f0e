// The key hierarchy: codes that are read over a telephone, the province's way in, PINs, slots of the first format, wrong tries, and a new
// master key with the power failing at every step.
#include "fakesecretstore.h"
#include "vaultkit.h"

#include "core/vault/keywrap.h"
#include "core/vault/pinslot.h"
#include "core/vault/provincekey.h"
#include "core/vault/recovery.h"
#include "core/vault/recoverycode.h"
#include "core/vault/rotation.h"
#include "core/vault/slotaccess.h"
#include "core/vault/spokencode.h"
#include "core/vault/vault.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace motcua;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 11, 22), QTime(5, 0), Qt::UTC);

class TestClock final : public BootClock
{
public:
    QString boot() const override { return start; }
    std::chrono::milliseconds sinceBoot() const override { return time; }

    QString start = u"one"_s;
    std::chrono::milliseconds time = 1h;
};

struct TestVault
{
    TestVault()
    {
        auto made = vault.create(officer, secret("đồng bằng 4 mùa"), cheap);
        if (!made)
            qFatal("create: %d", int(made.error().code));
        opened = std::move(*made);
    }

    QString path() const { return folder.filePath(u"slots.json"_s); }
    QString tries() const { return folder.filePath(u"tries.json"_s); }
    ErrorCode wrong() { return vault.openWithPassphrase(officer.login, secret("sai")).error().code; }
    ErrorCode wrongPin() { return vault.openWithPin(officer.login, secret("280419")).error().code; }
    bool right() { return vault.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa")).has_value(); }

    QTemporaryDir folder;
    FakeSecretStore keychain;
    TestClock clock;
    Vault vault { path(), keychain, &clock };
    OpenedVault opened;
};

QByteArray randomBytes(qsizetype size)
{
    return viewOf(Secret::random(size_t(size))).toByteArray();
}

QString numbered(const QString &challenge, int group, const QString &with)
{
    QStringList groups = splitGroups(challenge);
    groups[group] = with;
    return groups.join(u' ');
}

} // namespace

class TestKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spokenTextComesBack()
    {
        for (const qsizetype bits : { challengeBits, answerBits, qsizetype(80) }) {
            QByteArray bytes = randomBytes((bits + 7) / 8);
            if (bits % 8 != 0)
                bytes[bytes.size() - 1] = char(uchar(bytes.back()) & 0xf0U);
            const QStringList groups = spokenGroups(bytes, bits);
            QCOMPARE(groups.size(), spokenGroupCount(bits));
            for (qsizetype i = 0; i < groups.size(); ++i)
                QVERIFY(isGroupRight(groups.at(i), i));
            for (const QString &gap : { u" "_s, u"-"_s, u"\n"_s, u" - "_s, u""_s })
                QCOMPARE(*bytesFromSpoken(groups.join(gap), bits), bytes);
            QString spoken = groups.join(u' ').toLower();
            spoken.replace(u'0', u'o').replace(u'1', u'l');
            QCOMPARE(*bytesFromSpoken(spoken, bits), bytes);
            // As motcuactl prints them, copied whole.
            const QString printed = u" 1- 4:  "_s + groups.first(4).join(u"  "_s) + u"\n 5-12:  "_s + groups.mid(4).join(u"  "_s);
            QCOMPARE(*bytesFromSpoken(printed, bits), bytes);
            QCOMPARE(bytesFromSpoken(groups.mid(1).join(u' '), bits).error().code, ErrorCode::RecoveryTextWrong);
            QCOMPARE(bytesFromSpoken({}, bits).error().code, ErrorCode::RecoveryTextWrong);
        }
    }

    // Any one sign wrong and any two neighbours swapped are found in the group itself, while it is typed.
    void everyWrongSignIsFoundInItsGroup()
    {
        const QString signs = u"0123456789ABCDEFGHJKMNPQRSTVWXYZ"_s;
        const QStringList groups = spokenGroups(randomBytes(35), challengeBits);
        for (qsizetype place = 0; place < groups.size(); ++place) {
            const QString &good = groups.at(place);
            for (qsizetype at = 0; at < good.size(); ++at) {
                for (const QChar sign : signs) {
                    QString bad = good;
                    bad[at] = sign;
                    QCOMPARE(isGroupRight(bad, place), bad == good);
                }
                if (at > 0 && good.at(at) != good.at(at - 1)) {
                    QString bad = good;
                    bad[at] = good.at(at - 1);
                    bad[at - 1] = good.at(at);
                    QVERIFY(!isGroupRight(bad, place));
                }
            }
            QVERIFY(!isGroupRight(good, place + 1));
            QVERIFY(!isGroupRight(good.first(4), place));
            QVERIFY(!isGroupRight(good + u'0', place));
        }
    }

    // Whatever is said for one group, even another right one, is found for certain, with its number.
    void anySingleWrongGroupIsNamed()
    {
        const QByteArray bytes = randomBytes(35);
        const QStringList groups = spokenGroups(bytes, challengeBits);
        for (int round = 0; round < 3000; ++round) {
            const int place = QRandomGenerator::global()->bounded(int(groups.size()));
            const QString other = spokenGroups(randomBytes(35), challengeBits).at(place); // right by its own check
            if (other == groups.at(place))
                continue;
            const auto read = bytesFromSpoken(numbered(groups.join(u' '), place, other), challengeBits);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::RecoveryTextWrong);
            QCOMPARE(read.error().subject, QString::number(place + 1));
        }
    }

    void theProvinceOpensByTelephone()
    {
        TestVault t;
        const ProvinceKey province = ProvinceKey::generate();
        Recovery recovery(t.path());
        QCOMPARE(recovery.challenge().error().code, ErrorCode::RecoveryMissing);
        QVERIFY(recovery.add(t.opened.masterKey, province.publicKey()));
        QVERIFY(recovery.keys()->constFirst().provedAt.isEmpty());

        const QString challenge = *recovery.challenge();
        const QString answer = *province.answer(challenge);
        const auto opened = recovery.open(answer);
        QVERIFY(opened);
        QVERIFY(opened->masterKey.equals(t.opened.masterKey));

        // Proving changes nobody's way in, and the answer that was heard opens nothing again.
        QVERIFY(recovery.prove(*opened, noon));
        QCOMPARE(recovery.keys()->constFirst().provedAt, u"2026-11-22T12:00:00.000+07:00"_s);
        QVERIFY(t.right());
        QCOMPARE(recovery.open(answer).error().code, ErrorCode::RecoveryAnswerWrong);
        QVERIFY(*recovery.challenge() != challenge);

        const QString second = *province.answer(*recovery.challenge());
        const auto again = recovery.open(second);
        QVERIFY(again);
        QCOMPARE(recovery.restore(*again, u"nobody"_s, secret("mới"), cheap, noon).error().code, ErrorCode::AccountUnknown);
        QCOMPARE(*recovery.restore(*again, officer.login, secret("mới"), cheap, noon), officer);
        QVERIFY(!t.right());
        QVERIFY(t.vault.openWithPassphrase(officer.login, secret("mới"))->masterKey.equals(t.opened.masterKey));
        QCOMPARE(recovery.open(second).error().code, ErrorCode::RecoveryAnswerWrong);
    }

    void anotherAnswerOpensNothing()
    {
        TestVault a;
        TestVault b;
        const ProvinceKey province = ProvinceKey::generate();
        const ProvinceKey stranger = ProvinceKey::generate();
        Recovery first(a.path());
        QVERIFY(first.add(a.opened.masterKey, province.publicKey()));
        QVERIFY(Recovery(b.path()).add(b.opened.masterKey, province.publicKey()));
        const QByteArray before = contentOf(a.path());
        QCOMPARE(first.open(*province.answer(*Recovery(b.path()).challenge())).error().code, ErrorCode::RecoveryAnswerWrong);
        const auto refused = stranger.answer(*first.challenge());
        QCOMPARE(refused.error().code, ErrorCode::RecoveryOtherKey);
        QCOMPARE(refused.error().subject, province.publicKey().name());
        // Well-formed, with the right tag, and yet a guess.
        const ChallengeParts parts = *challengeFrom(*first.challenge());
        QCOMPARE(first.open(answerText(Secret::random(codeBytes), parts.ephemeral)).error().code, ErrorCode::RecoveryAnswerWrong);
        QString misread = *province.answer(*first.challenge());
        misread[7] = misread.at(7) == u'A' ? u'B' : u'A';
        QCOMPARE(first.open(misread).error().code, ErrorCode::RecoveryTextWrong);
        QCOMPARE(first.open(misread).error().subject, u"2"_s);
        QCOMPARE(contentOf(a.path()), before);
    }

    void twoKeysOfTheProvince()
    {
        TestVault t;
        Recovery recovery(t.path());
        const ProvinceKey now = ProvinceKey::generate();
        const ProvinceKey next = ProvinceKey::generate();
        QVERIFY(recovery.add(t.opened.masterKey, now.publicKey()));
        QCOMPARE(recovery.add(t.opened.masterKey, now.publicKey()).error().code, ErrorCode::RecoveryPlacesFull);
        QVERIFY(recovery.add(t.opened.masterKey, next.publicKey()));
        QCOMPARE(recovery.add(t.opened.masterKey, ProvinceKey::generate().publicKey()).error().code,
                 ErrorCode::RecoveryPlacesFull);
        QVERIFY(recovery.open(*next.answer(*recovery.challenge(next.publicKey().name()))));
        QVERIFY(recovery.open(*now.answer(*recovery.challenge())));
        QVERIFY(recovery.remove(t.opened.masterKey, now.publicKey().name()));
        QCOMPARE(recovery.remove(t.opened.masterKey, now.publicKey().name()).error().code, ErrorCode::RecoveryMissing);
        QVERIFY(recovery.open(*next.answer(*recovery.challenge())));
        QCOMPARE(recovery.add(Secret::random(32), now.publicKey()).error().code, ErrorCode::VaultKeyForeign);
    }

    void theProvincesFiles()
    {
        const ProvinceKey key = ProvinceKey::generate();
        const QByteArray file = *key.toJson(secret("tỉnh giữ"), cheap);
        QCOMPARE(ProvinceKey::fromJson(file, secret("tỉnh giữ"))->publicKey().bytes, key.publicKey().bytes);
        QCOMPARE(ProvinceKey::fromJson(file, secret("sai")).error().code, ErrorCode::ProvincePassphraseWrong);
        QCOMPARE(ProvincePublicKey::fromJson(key.publicKey().toJson())->bytes, key.publicKey().bytes);
        QCOMPARE(ProvincePublicKey::fromJson(file).error().code, ErrorCode::ProvinceKeyUnusable);
        QCOMPARE(ProvinceKey::fromJson(key.publicKey().toJson(), secret("x")).error().code, ErrorCode::ProvinceKeyUnusable);
        for (qsizetype cut = 0; cut < file.size() - 2; cut += 17)
            QVERIFY(
                !ProvincePublicKey::fromJson(key.publicKey().toJson().first(std::min(cut, key.publicKey().toJson().size() - 2))));
        QByteArray swapped = key.publicKey().toJson();
        swapped.replace(key.publicKey().bytes.toBase64(), ProvinceKey::generate().publicKey().bytes.toBase64());
        QCOMPARE(ProvincePublicKey::fromJson(swapped).error().code, ErrorCode::ProvinceKeyUnusable);
    }

    void simplePinsAreRefused_data()
    {
        QTest::addColumn<bool>("usable");
        for (const char *pin : { "123456", "654321", "000000", "111111", "121212", "112233", "123123", "789012", "890123",
                                 "332211", "12345", "1234567890123", "28041a", "", "111222", "987654321" })
            QTest::addRow("%s", pin) << false;
        for (const char *pin : { "280419", "739204", "5038172", "902715384613" })
            QTest::addRow("%s", pin) << true;
    }

    void simplePinsAreRefused()
    {
        QFETCH(bool, usable);
        QCOMPARE(isUsablePin(secret(QTest::currentDataTag())), usable);
    }

    void aPinOpensOnThisMachineOnly()
    {
        TestVault t;
        QCOMPARE(t.vault.openWithPin(officer.login, secret("739204")).error().code, ErrorCode::PinUnavailable);
        QCOMPARE(t.vault.setPin(t.opened, officer.login, secret("123456")).error().code, ErrorCode::PinTooSimple);
        QVERIFY(t.vault.setPin(t.opened, officer.login, secret("739204")));
        QVERIFY(t.vault.hasPin(officer.login));
        const auto opened = t.vault.openWithPin(officer.login, secret("739204"));
        QVERIFY(opened);
        QVERIFY(opened->masterKey.equals(t.opened.masterKey));
        QCOMPARE(opened->account, officer);
        QCOMPARE(t.wrongPin(), ErrorCode::WrongPin);

        // Whoever has the file and every PIN there is still lacks the keychain's half.
        const SlotTable table = *SlotFile(t.path()).load();
        const KeySlot *slot = slotOf(table, KeySlot::pinType, officer.login);
        const auto guessed = stretched(secret("739204"), slot->salt, slot->cost, {});
        QVERIFY(guessed && !unwrapped(*slot, *guessed));
        QVERIFY(!unwrapped(*slot, hashed("motcua-pin-kek", { viewOf(*guessed) })));

        // The folder on another machine, the keychain reset, the keychain with something else in it.
        FakeSecretStore elsewhere;
        Vault copied(t.path(), elsewhere, &t.clock);
        QCOMPARE(copied.openWithPin(officer.login, secret("739204")).error().code, ErrorCode::PinUnavailable);
        QVERIFY(copied.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa")));
        const auto kept = t.keychain.entries;
        for (auto it = t.keychain.entries.begin(); it != t.keychain.entries.end(); ++it)
            it.value() = QByteArray(32, 'x');
        QCOMPARE(t.vault.openWithPin(officer.login, secret("739204")).error().code, ErrorCode::PinUnavailable);
        QVERIFY(t.right());
        t.keychain.entries = kept;
        t.keychain.readFailure = u"locked"_s;
        const auto locked = t.vault.openWithPin(officer.login, secret("739204"));
        QCOMPARE(locked.error().code, ErrorCode::PinUnavailable);
        QCOMPARE(locked.error().detail, u"locked"_s);
        t.keychain.readFailure.clear();
        QVERIFY(t.vault.openWithPin(officer.login, secret("739204")));

        // A new PIN that the keychain does not take leaves the old one.
        t.keychain.writeFailure = u"locked"_s;
        QCOMPARE(t.vault.setPin(t.opened, officer.login, secret("604217")).error().code, ErrorCode::KeychainUnavailable);
        QVERIFY(t.vault.openWithPin(officer.login, secret("739204")));
        t.keychain.writeFailure.clear();
        QVERIFY(t.vault.removePin(t.opened, officer.login));
        QVERIFY(!t.vault.hasPin(officer.login));
    }

    // Written by the program of before the hierarchy: readable, and renewed when its owner signs in.
    void slotsOfTheFirstFormat()
    {
        TestVault t;
        SlotTable table = *SlotFile(t.path()).load();
        for (KeySlot &slot : table.keySlots) {
            if (slot.type != KeySlot::passphraseType)
                continue;
            slot.publicKey.clear();
            slot.sealed.clear();
            slot.salt = newSalt();
            wrap(slot, t.opened.masterKey, *stretched(secret("đồng bằng 4 mùa"), slot.salt, slot.cost, {}));
        }
        QVERIFY(saveNext(*std::make_unique<SlotFile>(t.path()), table));
        QCOMPARE(QJsonDocument::fromJson(contentOf(t.path())).object()[u"version"_s].toInt(), 1);
        QVERIFY(!t.vault.state()->accounts.constFirst().isRenewable);
        QCOMPARE(Rotation(t.path()).begin(t.opened, {}, t.keychain).error().code, ErrorCode::RotationWaits);
        QVERIFY(t.vault.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa"))->masterKey.equals(t.opened.masterKey));
        QVERIFY(t.vault.state()->accounts.constFirst().isRenewable);
        QCOMPARE(QJsonDocument::fromJson(contentOf(t.path())).object()[u"version"_s].toInt(), 2);
        QVERIFY(t.vault.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa"))->masterKey.equals(t.opened.masterKey));
    }

    void accountsComeAndGo()
    {
        TestVault t;
        QCOMPARE(t.vault.removeAccount(t.opened, officer.login).error().code, ErrorCode::LastAccount);
        QCOMPARE(t.vault.removeAccount(t.opened, u"nobody"_s).error().code, ErrorCode::AccountUnknown);
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        QVERIFY(t.vault.changePassphrase(t.opened, itStaff.login, secret("máy chủ 2"), cheap));
        QVERIFY(!t.vault.openWithPassphrase(itStaff.login, secret("máy chủ")));
        QVERIFY(t.vault.openWithPassphrase(itStaff.login, secret("máy chủ 2")));
        QVERIFY(!t.vault.state()->isRotationDue);
        QVERIFY(t.vault.removeAccount(t.opened, itStaff.login));
        QVERIFY(t.vault.state()->isRotationDue);
        QVERIFY(!t.vault.openWithPassphrase(itStaff.login, secret("máy chủ 2")));
    }

    void waitsGrow_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<int>("seconds");
        const QList<std::pair<int, int>> table { { 0, 0 },   { 1, 0 },   { 4, 0 },    { 5, 30 },    { 6, 60 },
                                                 { 7, 300 }, { 8, 900 }, { 9, 3600 }, { 10, 3600 }, { 1000000, 3600 } };
        for (const auto &[failures, seconds] : table)
            QTest::addRow("%d", failures) << failures << seconds;
    }

    void waitsGrow()
    {
        QFETCH(int, failures);
        QFETCH(int, seconds);
        QCOMPARE(int(waitAfter(failures).count()), seconds);
    }

    void onlyTimeThatNobodySetsCounts()
    {
        const TryRecord six { 6, u"one"_s, 100s };
        QCOMPARE(stillToWait(six, u"one"_s, 100s), 60s);
        QCOMPARE(stillToWait(six, u"one"_s, 159s), 1s);
        QCOMPARE(stillToWait(six, u"one"_s, 160s), 0s);
        QCOMPARE(stillToWait(six, u"two"_s, 20s), 40s); // another start: only what this one has seen
        QCOMPARE(stillToWait(six, u"two"_s, 61s), 0s);
        QCOMPARE(stillToWait(six, u"one"_s, 10s), 50s); // a system that does not tell its starts apart
    }

    void guessingSlowsDownAndOutlivesRestarts()
    {
        TestVault t;
        for (int i = 0; i < 5; ++i)
            QCOMPARE(t.wrong(), ErrorCode::WrongPassphrase);
        const auto waiting = t.vault.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa"));
        QCOMPARE(waiting.error().code, ErrorCode::TooManyTries); // even the right one waits
        QCOMPARE(waiting.error().subject, u"0:30"_s);
        {
            Vault restarted(t.path(), t.keychain, &t.clock);
            QCOMPARE(restarted.openWithPassphrase({}, secret("đồng bằng 4 mùa")).error().code, ErrorCode::TooManyTries);
        }
        t.clock.start = u"two"_s; // the machine was started again
        t.clock.time = 10s;
        QCOMPARE(t.wrong(), ErrorCode::TooManyTries);
        t.clock.time = 31s;
        QCOMPARE(t.wrong(), ErrorCode::WrongPassphrase);
        QCOMPARE(t.vault.openWithPassphrase(officer.login, secret("x")).error().subject, u"1:00"_s);
        t.clock.time += 60s;
        QVERIFY(t.right());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(t.wrong(), ErrorCode::WrongPassphrase); // a success gives all free tries back
    }

    void puttingTheFileBackGainsNothing()
    {
        TestVault t;
        QCOMPARE(t.wrong(), ErrorCode::WrongPassphrase);
        const QByteArray early = contentOf(t.tries());
        QVERIFY(!early.isEmpty());
        for (int i = 0; i < 4; ++i)
            QCOMPARE(t.wrong(), ErrorCode::WrongPassphrase);
        put(t.tries(), early);
        QCOMPARE(Vault(t.path(), t.keychain, &t.clock).openWithPassphrase({}, secret("x")).error().code, ErrorCode::TooManyTries);
        QVERIFY(QFile::remove(t.tries()));
        QCOMPARE(Vault(t.path(), t.keychain, &t.clock).openWithPassphrase({}, secret("x")).error().code, ErrorCode::TooManyTries);
        // Nor does breaking it, even where there is no keychain; but nobody is locked out either.
        t.keychain.readFailure = u"locked"_s;
        put(t.tries(), "broken");
        t.clock.time = 5s;
        t.clock.start = u"two"_s;
        Vault without(t.path(), t.keychain, &t.clock);
        QCOMPARE(without.openWithPassphrase({}, secret("x")).error().code, ErrorCode::TooManyTries);
        t.clock.time = 40s;
        QVERIFY(without.openWithPassphrase({}, secret("đồng bằng 4 mùa")));
    }

    // Where no keychain keeps a third count, the slot file does: nobody can delete that one and still get in.
    void takingTheFileAwayGainsNothing()
    {
        TestVault t;
        t.keychain.readFailure = u"locked"_s;
        const auto restarted = [&](const char *words) {
            return Vault(t.path(), t.keychain, &t.clock).openWithPassphrase(officer.login, secret(words));
        };
        for (int i = 0; i < 3; ++i)
            QCOMPARE(restarted("sai").error().code, ErrorCode::WrongPassphrase);
        QVERIFY(QFile::remove(t.tries()));
        QCOMPARE(restarted("sai").error().subject, u"0:30"_s); // the free ones are gone
        t.clock.time += 31s;
        QCOMPARE(restarted("sai").error().code, ErrorCode::WrongPassphrase);
        QVERIFY(QFile::remove(t.tries()));
        QCOMPARE(restarted("sai").error().code, ErrorCode::TooManyTries);
        t.clock.time += 61s;
        QVERIFY(restarted("đồng bằng 4 mùa")); // and nobody is locked out
        QCOMPARE(restarted("sai").error().code, ErrorCode::WrongPassphrase);
    }

    // The count is on the disk before the answer is: a process that dies in the check has used up its try.
    void countedBeforeTheCheck()
    {
        TestVault t;
        FakeSecretStore none;
        Tries tries(t.tries(), none, t.clock);
        for (int i = 0; i < 5; ++i)
            QVERIFY(Tries(t.tries(), none, t.clock).begin({ officer.login }, Tries::With::Passphrase, {}));
        QCOMPARE(tries.begin({ officer.login }, Tries::With::Passphrase, {}).error().code, ErrorCode::TooManyTries);
    }

    void fromTheTenthThePassphraseIsRequired()
    {
        TestVault t;
        QVERIFY(t.vault.setPin(t.opened, officer.login, secret("739204")));
        for (int i = 0; i < 10; ++i) {
            QCOMPARE(t.wrongPin(), ErrorCode::WrongPin);
            t.clock.time += 1h;
        }
        QCOMPARE(t.vault.openWithPin(officer.login, secret("739204")).error().code, ErrorCode::PinLocked);
        QVERIFY(t.right());
        QVERIFY(t.vault.openWithPin(officer.login, secret("739204")));
    }

    void oneAccountsTriesAreNotAnothers()
    {
        TestVault t;
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        for (int i = 0; i < 5; ++i)
            QCOMPARE(t.wrong(), ErrorCode::WrongPassphrase);
        QCOMPARE(t.wrong(), ErrorCode::TooManyTries);
        QVERIFY(t.vault.openWithPassphrase(itStaff.login, secret("máy chủ")));
        QVERIFY(t.vault.openWithPassphrase({}, secret("máy chủ"))); // without a name, whoever may be tried is
        QCOMPARE(t.wrong(), ErrorCode::TooManyTries);
    }

    void aNewKeyReachesThoseWhoStayAndNobodyElse()
    {
        TestVault t;
        QVERIFY(t.vault.addAccount(t.opened, itStaff, secret("máy chủ"), cheap));
        QVERIFY(t.vault.setPin(t.opened, officer.login, secret("739204")));
        const ProvinceKey province = ProvinceKey::generate();
        QVERIFY(Recovery(t.path()).add(t.opened.masterKey, province.publicKey()));
        Rotation rotation(t.path());
        QCOMPARE(rotation.begin(t.opened, { itStaff.login, officer.login }, t.keychain).error().code, ErrorCode::LastAccount);
        QCOMPARE(rotation.begin({ Secret::random(32), officer }, {}, t.keychain).error().code, ErrorCode::VaultKeyForeign);

        const auto next = rotation.begin(t.opened, { itStaff.login }, t.keychain);
        QVERIFY(next);
        QVERIFY(rotation.isRunning());
        // Both keys for those who stay; none of them for who leaves, from the first write on.
        const auto both = t.vault.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa"));
        QVERIFY(both);
        QVERIFY(both->masterKey.equals(t.opened.masterKey));
        QVERIFY(both->nextKey.equals(*next));
        QVERIFY(t.vault.openWithKeychain()->nextKey.equals(*next));
        QVERIFY(!t.vault.openWithPassphrase(itStaff.login, secret("máy chủ")));
        QCOMPARE(t.vault.addAccount(t.opened, itStaff, secret("x"), cheap).error().code, ErrorCode::RotationUnfinished);
        QCOMPARE(rotation.begin(t.opened, {}, t.keychain).error().code, ErrorCode::RotationUnfinished);
        const QByteArray before = contentOf(t.path());
        QCOMPARE(rotation.finish(Secret::random(32)).error().code, ErrorCode::VaultKeyForeign);
        QCOMPARE(contentOf(t.path()), before);

        QVERIFY(rotation.finish(*next));
        QVERIFY(!rotation.isRunning());
        const auto after = t.vault.openWithPassphrase(officer.login, secret("đồng bằng 4 mùa"));
        QVERIFY(after->masterKey.equals(*next) && after->nextKey.isEmpty());
        QVERIFY(t.vault.openWithKeychain()->masterKey.equals(*next));
        QVERIFY(Recovery(t.path()).open(*province.answer(*Recovery(t.path()).challenge()))->masterKey.equals(*next));
        QVERIFY(!t.vault.hasPin(officer.login));
        QVERIFY(!t.vault.state()->isRotationDue);
        // The old key leads nowhere: no slot has it, and none opens with it.
        const SlotTable table = *SlotFile(t.path()).load();
        for (const KeySlot &slot : table.keySlots) {
            QCOMPARE(slot.keyId, keyIdOf(*next));
            QVERIFY(!unwrapped(slot, t.opened.masterKey));
        }
    }

    void aRotationThatNeverReachedTheDatabaseIsUndone()
    {
        TestVault t;
        Rotation rotation(t.path());
        QVERIFY(rotation.begin(t.opened, {}, t.keychain));
        QVERIFY(rotation.finish(t.opened.masterKey));
        QVERIFY(t.right());
        QVERIFY(t.vault.openWithKeychain()->masterKey.equals(t.opened.masterKey));
        QVERIFY(t.vault.state()->isRotationDue); // whoever asked for it had a reason
        const auto next = rotation.begin(t.opened, {}, t.keychain);
        QVERIFY(next && rotation.finish(*next));
        QVERIFY(t.right());
    }
};

QTEST_GUILESS_MAIN(TestKeys)
#include "tst_keys.moc"
