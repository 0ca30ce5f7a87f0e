#include "core/store/journalkeeping.h"

#include "core/base/clock.h"
#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/repositories.h"
#include "core/vault/durablefile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

#include <sodium.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

const QString portalSetting = u"journal.portal-anchor"_s;
const QString objectionSetting = u"journal.objection"_s;
constexpr qint64 mostBytes = 4096;

unsigned char *writable(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *readable(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QJsonObject toJson(const JournalAnchor &anchor)
{
    return { { "sequence"_L1, anchor.sequence }, { "hash"_L1, QString::fromLatin1(anchor.hash.toHex()) } };
}

JournalAnchor anchorFrom(const QJsonObject &json)
{
    return { json.value("sequence"_L1).toInteger(), QByteArray::fromHex(json.value("hash"_L1).toString().toLatin1()) };
}

QByteArray anchorSeal(const Secret &key, QJsonObject json)
{
    json.remove("seal"_L1);
    const QByteArray text = "motcua journal anchor\n" + QJsonDocument(json).toJson(QJsonDocument::Compact);
    QByteArray seal(crypto_generichash_BYTES, '\0');
    crypto_generichash(writable(seal), size_t(seal.size()), readable(text), size_t(text.size()), key.data(), key.size());
    return seal.toHex();
}

Result<qint64> firstSealed(const Database &database)
{
    const Result<QVariant> first = database.value(u"SELECT min(seq) FROM journal WHERE seal <> x''"_s);
    return first ? Result<qint64>(first->toLongLong()) : passOn(first);
}

} // namespace

Secret journalKeyOf(const Secret &masterKey)
{
    Secret key(crypto_generichash_KEYBYTES);
    crypto_kdf_derive_from_key(key.data(), key.size(), 2, "KIOSKJRN", masterKey.data());
    return key;
}

Result<void> keepJournalKey(Database &database, const Secret &current, const Secret &next)
{
    QByteArray wrapped(qsizetype(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + current.size()), '\0');
    randombytes_buf(wrapped.data(), crypto_secretbox_NONCEBYTES);
    crypto_secretbox_easy(writable(wrapped) + crypto_secretbox_NONCEBYTES, current.data(), current.size(), readable(wrapped),
                          next.data());
    const Result<int> kept =
        database.change(u"INSERT INTO journal_key (key_id, under, wrapped) VALUES (?, ?, ?) "
                        "ON CONFLICT (key_id) DO UPDATE SET under = excluded.under, wrapped = excluded.wrapped"_s,
                        { journalKeyId(current), journalKeyId(next), wrapped });
    return kept ? Result<void>() : passOn(kept);
}

Result<JournalKeys> journalKeys(const Database &database)
{
    JournalKeys keys;
    const auto &current = database.journalMarks().key;
    if (!current)
        return keys;
    keys.insert(journalKeyId(*current), current);
    struct Row
    {
        QByteArray id;
        QByteArray under;
        QByteArray wrapped;
    };
    QList<Row> rows;
    const Result<void> read = database.rows(u"SELECT key_id, under, wrapped FROM journal_key"_s, {}, [&](const QSqlQuery &row) {
        rows.append({ row.value(0).toByteArray(), row.value(1).toByteArray(), row.value(2).toByteArray() });
    });
    if (!read)
        return passOn(read);
    constexpr qsizetype around = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    for (bool found = true; found;) {
        found = false;
        for (const Row &row : std::as_const(rows)) {
            if (keys.contains(row.id) || !keys.contains(row.under)
                || row.wrapped.size() != around + qsizetype(crypto_generichash_KEYBYTES))
                continue;
            auto key = std::make_shared<Secret>(std::size_t(row.wrapped.size() - around));
            if (crypto_secretbox_open_easy(key->data(), readable(row.wrapped) + crypto_secretbox_NONCEBYTES,
                                           size_t(row.wrapped.size()) - crypto_secretbox_NONCEBYTES, readable(row.wrapped),
                                           keys.value(row.under)->data())
                    != 0
                || journalKeyId(*key) != row.id)
                continue;
            keys.insert(row.id, key);
            found = true;
        }
    }
    return keys;
}

void anchorJournal(Database &database, Anchoring how)
{
    const auto &key = database.journalMarks().key;
    const auto head = JournalRepository(database).head();
    const Result<qint64> first = firstSealed(database);
    if (!key || !head || !*head || !first)
        return;
    // Never back, and never over what does not fit: it stays to be explained.
    LocalAnchor known;
    const AnchorReading before = readLocalAnchor(database, known);
    if (how == Anchoring::Onwards && before == AnchorReading::Strange)
        return;
    if (how == Anchoring::Onwards && before == AnchorReading::Good) {
        const auto same = JournalRepository(database).at(known.head.sequence);
        if (known.head.sequence >= (*head)->sequence || !same || !*same || (*same)->hash != known.head.hash)
            return;
    }
    QJsonObject json = toJson({ (*head)->sequence, (*head)->hash });
    json.insert("sealedFrom"_L1, *first);
    json.insert("at"_L1, toRfc3339((*head)->at));
    json.insert("keyId"_L1, QString::fromLatin1(journalKeyId(*key).toHex()));
    json.insert("seal"_L1, QString::fromLatin1(anchorSeal(*key, json)));
    if (!writeDurably(database.anchorFile(), QJsonDocument(json).toJson()))
        qCWarning(logStore) << "the anchor of the log of acts was not written";
}

AnchorReading readLocalAnchor(const Database &database, LocalAnchor &anchor)
{
    QFile file(database.anchorFile());
    if (!file.exists())
        return AnchorReading::Absent;
    const QByteArray text = file.open(QIODevice::ReadOnly) ? file.read(mostBytes) : QByteArray();
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const Result<JournalKeys> keys = journalKeys(database);
    const QByteArray keyId = QByteArray::fromHex(json.value("keyId"_L1).toString().toLatin1());
    if (!keys || !keys->contains(keyId) || json.value("seal"_L1).toString().toLatin1() != anchorSeal(*keys->value(keyId), json))
        return AnchorReading::Strange;
    anchor = { anchorFrom(json), json.value("sealedFrom"_L1).toInteger(), fromRfc3339(json.value("at"_L1).toString()) };
    return AnchorReading::Good;
}

Result<JournalVerdict> verifyJournal(Database &database)
{
    const auto entries = JournalRepository(database).all();
    return entries ? verifyJournal(database, *entries) : passOn(entries);
}

Result<JournalVerdict> verifyJournal(Database &database, const QList<JournalEntry> &entries)
{
    const Result<JournalKeys> keys = journalKeys(database);
    if (!keys)
        return passOn(keys);
    SettingsRepository settings(database);
    const Result<QString> portal = settings.value(portalSetting);
    const Result<QString> objection = settings.value(objectionSetting);
    if (!portal)
        return passOn(portal);
    if (!objection)
        return passOn(objection);
    JournalVerdict verdict;
    verdict.entries = entries.size();
    verdict.head = entries.isEmpty() ? QByteArray() : entries.last().hash;
    verdict.objection = *objection;
    verdict.portalAnchor = anchorFrom(QJsonDocument::fromJson(portal->toUtf8()).object());
    LocalAnchor local;
    verdict.local = readLocalAnchor(database, local);
    verdict.localAnchor = local.head;
    verdict.clockChanges =
        std::count_if(entries.cbegin(), entries.cend(), [](const JournalEntry &row) { return row.action == "clock.changed"_L1; });
    verdict.flaw = firstFlaw(entries, *keys, local.sealedFrom, { local.head, verdict.portalAnchor });
    return verdict;
}

Result<JournalCall> journalStanding(Database &database)
{
    JournalRepository journal(database);
    const auto head = journal.head();
    if (!head)
        return passOn(head);
    SettingsRepository settings(database);
    const Result<QString> portal = settings.value(portalSetting);
    const Result<QString> objection = settings.value(objectionSetting);
    if (!portal || !objection)
        return portal ? passOn(objection) : passOn(portal);
    JournalCall standing;
    standing.objection = *objection;
    if (*head)
        standing.head = { (*head)->sequence, (*head)->hash };
    standing.since.sequence = anchorFrom(QJsonDocument::fromJson(portal->toUtf8()).object()).sequence;
    const auto own = journal.at(standing.since.sequence);
    if (!own)
        return passOn(own);
    if (*own)
        standing.since.hash = (*own)->hash;
    return standing;
}

Result<QString> acceptJournalAnswer(Database &database, const JournalMark &sent, const JournalMark &held,
                                    const QString &objection, const QDateTime &now)
{
    JournalRepository journal(database);
    SettingsRepository settings(database);
    QString found = objection;
    const auto head = journal.head();
    if (!head)
        return passOn(head);
    // What the portal held is looked up here too: it knows no more than what it was told.
    if (found.isEmpty() && held.sequence > 0) {
        const auto own = journal.at(held.sequence);
        if (!own)
            return passOn(own);
        if (!*own)
            found = u"rollback"_s;
        else if ((*own)->hash != held.hash)
            found = u"fork"_s;
    }
    const QString anchor = QString::fromUtf8(QJsonDocument(toJson({ sent.sequence, sent.hash })).toJson(QJsonDocument::Compact));
    const Result<QString> known = settings.value(portalSetting);
    if (!known)
        return passOn(known);
    if (*known != anchor) {
        if (const Result<void> kept = settings.setValue(portalSetting, anchor); !kept)
            return passOn(kept);
    }
    const Result<QString> before = settings.value(objectionSetting);
    if (!before)
        return passOn(before);
    if (found.isEmpty() || found == *before)
        return *before;
    if (const Result<void> kept = settings.setValue(objectionSetting, found); !kept)
        return passOn(kept);
    const auto noted = journal.append(now, u"portal"_s, u"journal.disputed"_s, {}, u"%1 at %2"_s.arg(found).arg(held.sequence));
    return noted ? Result<QString>(found) : passOn(noted);
}

Result<void> settleJournalObjection(Database &database, const QString &actor, const QDateTime &now)
{
    SettingsRepository settings(database);
    const Result<QString> before = settings.value(objectionSetting);
    if (!before)
        return passOn(before);
    if (const Result<void> kept = settings.setValue(objectionSetting, u""_s); !kept)
        return kept;
    const auto noted = JournalRepository(database).append(now, actor, u"journal.dispute-settled"_s, {}, *before);
    return noted ? Result<void>() : passOn(noted);
}

} // namespace motcua
