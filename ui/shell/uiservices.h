#pragma once

#include <QList>
#include <QString>

namespace motcua {

class AdministrativeUnits;
class Catalog;
class Clock;
class Counter;
class DossierChanges;
class Gate;
class Housekeeping;
class PackWorkshop;
class PortalCatalog;
class ReaderProgram;
class SyncControl;
class SyncMonitor;
class UiSettings;
struct KioskProfile;

// Shown on the sign-in page of a demo kiosk only.
struct DemoCredential
{
    QString login;
    QString passphrase;
};

// What the screens are given. Everything outlives the main window; GUI thread.
struct UiServices
{
    Gate &gate;
    Counter &counter;
    SyncMonitor &monitor;
    SyncControl &sync;
    DossierChanges &changes;
    const AdministrativeUnits &units;
    const KioskProfile &profile;
    const Clock &clock;
    UiSettings &settings;
    ReaderProgram &reader;
    QList<DemoCredential> demo;
    Catalog *catalog = nullptr;             // installed procedures; null in tests that need none
    PortalCatalog *portalCatalog = nullptr; // what the portal offered
    PackWorkshop *workshop = nullptr;       // only with --packs
    Housekeeping *housekeeping = nullptr;   // backups and checks; null in tests that need none
};

} // namespace motcua
