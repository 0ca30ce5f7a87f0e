#pragma once

#include "core/base/clock.h"
#include "core/base/datashelf.h"
#include "core/counter/counter.h"
#include "core/counter/gate.h"
#include "core/dossier/dossierchanges.h"
#include "core/identity/administrativeunits.h"
#include "core/identity/kioskprofile.h"
#include "core/outbox/syncmonitor.h"
#include "core/paper/readerprogram.h"
#include "core/store/storethread.h"
#include "core/vault/secretstore.h"
#include "core/vault/vault.h"
#include "tests/procedure/sampleanswers.h"
#include "ui/settings/filesettings.h"
#include "ui/shell/uiservices.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace motcua {

inline KioskProfile demoProfile()
{
    KioskProfile profile;
    profile.kioskId = QStringLiteral("11111111-2222-4333-8444-555555555555");
    profile.communeCode = QStringLiteral("25231");
    profile.maxPaperBytes = 1024 * 1024;
    profile.demo = true;
    return profile;
}

// A kiosk without a window: the real store and counter in a temporary folder, nobody's keychain, no link.
class KioskKit
{
public:
    explicit KioskKit(PackCatalog packs = PackCatalog({ sample::pack() }))
        : catalog(std::move(packs))
        , vault(folder.filePath(QStringLiteral("slots.json")), keychain)
        , gate({ folder.path() }, vault, store, clock)
        , settings(folder.filePath(QStringLiteral("screen.ini")))
        , counter({ store, catalog, units, profile, clock, changes, shelf, reader })
    {
        openStore();
        counter.setActor({ QStringLiteral("congchuc1"), QStringLiteral("Công chức thử nghiệm"), Role::Officer });
    }

    UiServices services() { return { gate, counter, monitor, sync, changes, units, profile, clock, settings, reader, {} }; }

    Dossier draft(const QJsonObject &form = {}, const QString &focus = {}, const QString &procedure = QStringLiteral("1.004873"))
    {
        Dossier made = wait(counter.startDraft(procedure));
        if (!form.isEmpty()) {
            const Result<void> saved = counter.saveDraft(made.summary.id, form, focus).result();
            if (!saved)
                qFatal("saveDraft: %s", qPrintable(saved.error().detail));
            made = stored(made.summary.id);
        }
        return made;
    }

    Dossier stored(const QString &id) { return wait(counter.dossier(id)); }

    template <typename T>
    static T wait(QFuture<Result<T>> future)
    {
        Result<T> result = future.result();
        if (!result)
            qFatal("MC %d %s %s", int(result.error().code), qPrintable(result.error().subject),
                   qPrintable(result.error().detail));
        return *result;
    }

    void openStore()
    {
        Secret key(32);
        std::fill_n(key.data(), key.size(), static_cast<unsigned char>(7));
        const Result<void> opened = store.open(folder.filePath(QStringLiteral("motcua.db")), std::move(key), true).result();
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
    }

private:
    class NoKeychain final : public SecretStore
    {
    public:
        Result<Secret> read(const QString &) override
        {
            return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, {} });
        }
        Result<void> write(const QString &, const Secret &) override
        {
            return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, {} });
        }
        QString description() const override { return QStringLiteral("none"); }
    };
    class NoSync final : public SyncControl
    {
    public:
        void requestSync() override {}
    };

public:
    QTemporaryDir folder;
    SystemClock clock;
    AdministrativeUnits units;
    KioskProfile profile = demoProfile();
    PackCatalog catalog;
    NoKeychain keychain;
    Vault vault;
    StoreThread store;
    DossierChanges changes;
    SyncMonitor monitor;
    NoSync sync;
    Gate gate;
    FileSettings settings;
    ShippedShelf shelf;
    ReaderProgram reader;
    Counter counter;
};

} // namespace motcua
