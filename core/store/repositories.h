#pragma once

#include "core/base/result.h"
#include "core/dossier/dossier.h"
#include "core/dossier/dossierchanges.h"
#include "core/dossier/dossierquery.h"
#include "core/identity/account.h"
#include "core/journal/journal.h"
#include "core/outbox/outbox.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace motcua {

class Clock;
class Database;
class StoreThread;

// Repositories are plain functions over an open connection; call them on the store thread. Those that change something must run
// inside Database::write(). One class per aggregate; each lives in a file pair of its own and this header gathers them.

// A dossier with its answers, found by what they hold.
struct FoundForm
{
    DossierSummary summary;
    QJsonObject form;
};

// A smaller picture of a paper, to go before it.
struct SmallPicture
{
    QString attachmentId;
    QString ofSha256; // of the paper it was made from
    QString mediaType;
    QByteArray content;
};

class DossierRepository
{
public:
    explicit DossierRepository(Database &database);

    Result<void> insert(const Dossier &dossier);
    // Drafts and NeedsFix only (DossierNotEditable). `searchText` is what the list is searched by (folded inside).
    Result<void> saveForm(const QString &id, const QJsonObject &form, const QString &focus, const QString &applicantName,
                          const QDateTime &at);
    // Another version of the same procedure with the answers that fit it. Drafts and NeedsFix only (DossierNotEditable).
    Result<void> moveToPack(const QString &id, const QString &packVersion, const QString &procedureName);
    // Withdrawn only: every other step goes with the outbox (enqueue, receipt, refusal). DossierStepForbidden.
    Result<void> setStatus(const QString &id, DossierStatus status, const QDateTime &at);
    Result<Dossier> find(const QString &id) const;         // DossierUnknown; by id or local code; history from the journal
    Result<Dossier> findEditable(const QString &id) const; // DossierUnknown, DossierNotEditable
    Result<Attachment> findAttachment(const QString &dossierId, const QString &attachmentId) const; // AttachmentGone
    Result<QList<DossierSummary>> list(const DossierQuery &query, const QDateTime &now) const;
    Result<DossierCounts> counts(const QDateTime &now, const QString &onlyOf = {}) const; // as DossierQuery::onlyOf
    // Dossiers with this number or date (digits and hyphens) as one of their answers, newest first, withdrawn ones not; `createdBy` empty = of everybody.
    Result<QList<FoundForm>> formsHolding(const QString &text, const QString &createdBy, int limit) const;
    Result<int> nextSerial(const QDate &legalDate); // 1, 2, 3 … each day; never reused

    Result<void> insertAttachment(const QString &dossierId, const Attachment &attachment, const QByteArray &content);
    Result<void> replaceAttachment(const Attachment &attachment,
                                   const QByteArray &content); // turned; sha256 names what is replaced
    Result<void> setOriginalReturned(const QString &attachmentId, bool returned);
    Result<void> removeAttachment(const QString &attachmentId);              // one that was submitted is only hidden
    Result<QByteArray> attachmentContent(const QString &attachmentId) const; // AttachmentDamaged when the digest does not fit

    // The portal has it and asks for a supplement: it may be edited and goes again as its next revision. MendNotAsked.
    Result<void> openForMending(const QString &id, const QDateTime &at);
    // Freezes what will be sent and puts it into the outbox (Waiting); status -> Queued. `form` is the exact text to send, `branches`
    // those of a linked procedure. A later revision answers what the portal asked before. Pictures of papers that changed since they
    // were made are left out.
    Result<void> enqueue(const QString &id, const QByteArray &form, const QDateTime &submittedAt,
                         const QList<DossierBranch> &branches = {}, const QDate &nearestDate = {},
                         const QList<SmallPicture> &pictures = {});

private:
    Database &m_database;
};

class JournalRepository
{
public:
    explicit JournalRepository(Database &database);

    Result<JournalEntry> append(const QDateTime &at, const QString &actor, const QString &action, const QString &subject,
                                const QString &detail = {});
    Result<QList<JournalEntry>> all() const;
    Result<std::optional<JournalEntry>> head() const;
    Result<std::optional<JournalEntry>> at(qint64 sequence) const;

private:
    Result<JournalEntry> insert(const JournalEntry &before, JournalEntry entry);
    Result<std::optional<JournalEntry>> one(const QString &where, const QVariantList &values) const;

    Database &m_database;
};

// Procedure packs as stored with the dossiers that were captured under them.
class PackRepository
{
public:
    explicit PackRepository(Database &database);

    Result<void> keep(const QString &code, const QString &version, const QByteArray &source); // idempotent
    Result<QByteArray> source(const QString &code, const QString &version) const;             // empty when it is not kept

private:
    Database &m_database;
};

class SettingsRepository
{
public:
    explicit SettingsRepository(Database &database);

    Result<QString> value(const QString &key) const; // empty when absent
    Result<void> setValue(const QString &key, const QString &value);

private:
    Database &m_database;
};

class AccountRepository
{
public:
    explicit AccountRepository(Database &database);

    Result<void> save(const Account &account); // may sign in from then on
    Result<QList<Account>> all() const;

private:
    Database &m_database;
};

// The Outbox over the store thread: each call blocks its caller until the store thread has committed.
std::unique_ptr<Outbox> makeStoreOutbox(StoreThread &store, const Clock &clock, DossierChanges &changes);

} // namespace motcua
