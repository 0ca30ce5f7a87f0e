#pragma once

#include "core/counter/counter.h"
#include "core/counter/journalled.h"
#include "core/counter/packshelf.h"
#include "core/store/repositories.h"

#include <QJsonObject>
#include <QString>

namespace motcua {

// The life of a dossier until it stands in the queue: begun, saved, moved to a newer pack, submitted. On the store thread; `who` acts.
class Drafts
{
public:
    Drafts(const Counter::Parts &parts, const Journalled &journalled, PackShelf &shelf, const LawTablesInForce &tables);

    Result<Dossier> create(Database &database, const PackPtr &pack, const QString &who) const;
    Result<void> save(Database &database, const QString &id, const QJsonObject &form, const QString &focus,
                      const QString &who) const;
    Result<DossierSummary> submit(Database &database, const QString &id, const QList<SmallPicture> &pictures,
                                  const Account &who) const; // AssistanceMissing
    Result<PackStanding> standing(Database &database, const QString &id) const;
    Result<Dossier> move(Database &database, const QString &id, const QString &version, const QString &who) const;

    FeeSheet feeOf(const ProcedurePack &pack, const QJsonObject &answers, QDate day) const; // in the province of this kiosk

private:
    QDate today() const;

    const Counter::Parts &m_parts;
    const Journalled &m_journalled;
    PackShelf &m_shelf;
    const LawTablesInForce &m_tables;
};

} // namespace motcua
