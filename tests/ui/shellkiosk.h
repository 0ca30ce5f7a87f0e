#pragma once

#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/counter/counter.h"
#include "core/counter/gate.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/outbox.h"
#include "core/outbox/syncmonitor.h"
#include "core/paper/readerprogram.h"
#include "core/procedure/procedurepack.h"
#include "core/store/storethread.h"
#include "core/vault/secretstore.h"
#include "core/vault/vault.h"
#include "ui/settings/filesettings.h"
#include "ui/shell/uiservices.h"

#include <QTemporaryDir>

#include <memory>

namespace motcua {

// A kiosk with a real vault and a real encrypted store in a folder of its own, and no network. People are invented.
class ShellKiosk
{
public:
    explicit ShellKiosk(std::unique_ptr<SecretStore> holder = {}); // without one there is no keychain

    UiServices services();
    void openStore(); // as the first sign-in does

    QString draft(const QString &name, bool remembered = false); // id
    QString submitted(const QString &name);                      // with two papers, waiting to be sent
    void sent(const QString &id);                                // on its way, no answer yet
    void doubted(const QString &id);
    void received(const QString &id, int serial, const QDateTime &due);
    void status(const QString &id, int status);
    void refused(const QString &id);
    // The portal wants a paper and an answer, of the dossier or of one of its branches.
    void supplement(const QString &id, const QString &component, const QString &field, const QString &branch = {});
    void result(const QString &id, const QString &resultId, const QByteArray &pdf,
                const QString &message);           // whole, with a message
    QString linkedDraft(const QString &procedure); // with the answers of tests/procedure/answers
    void branch(const QString &id, const QString &branch, int status, const QString &note = {}, const QDateTime &due = {});

    class Clock final : public motcua::Clock
    {
    public:
        QDateTime now() const override { return time; }
        QDateTime time = QDateTime(QDate(2026, 11, 23), QTime(2, 40), Qt::UTC); // Monday 09:40 at the counter
    };
    class Sync final : public SyncControl
    {
    public:
        void requestSync() override { ++requests; }
        int requests = 0;
    };

    static const QString login;
    static const QString passphrase;

    QTemporaryDir folder;
    ProfileFiles files;
    KioskProfile profile;
    Clock clock;
    Sync sync;
    AdministrativeUnits units;
    PackCatalog packs;
    std::unique_ptr<SecretStore> keychain;
    Vault vault;
    StoreThread store;
    DossierChanges changes;
    SyncMonitor monitor;
    Gate gate;
    ShippedShelf shelf;
    ReaderProgram reader;
    Counter counter;
    std::unique_ptr<Outbox> outbox;
    FileSettings settings;
    QList<DemoCredential> demo;

private:
    qint64 m_sequence = 0;
};

} // namespace motcua
