#pragma once

#include <QObject>
#include <QString>

namespace motcua {

// Tells the screens that something about a dossier was committed, whoever did it (counter or sync). Emitted from any thread,
// always after the commit; connect with a context object.
class DossierChanges : public QObject
{
    Q_OBJECT

Q_SIGNALS:
    void committed(const QString &dossierId);
    void enqueued(const QString &dossierId); // it entered the outbox: sync may start
};

} // namespace motcua
