#pragma once

#include "core/dossier/dossier.h"
#include "core/procedure/procedurepack.h"

#include <QStringList>

namespace motcua {

// Invented dossiers of invented people; the same `index` gives the same person.
class DossierFactory
{
public:
    DossierFactory(PackPtr pack, QString communeCode, QString login);

    // A draft as the counter would have stored it, created `index` minutes before `newest`; `serial` counts within its legal day.
    Dossier draft(int index, const QDateTime &newest, int serial) const;
    static QByteArray papers(int index); // stands for a photograph
    static QDateTime createdAt(int index, const QDateTime &newest);

private:
    PackPtr m_pack;
    QString m_communeCode;
    QString m_login;
};

} // namespace motcua
