#pragma once

#include "core/procedure/procedurepack.h"
#include "core/procedure/schemavalidator.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace motcua {

// A public service that people ask for at the counter: who handles it, where to go and how it is filed.
struct PublicService
{
    QString id;
    QString title;
    QString code;           // national code, empty when there is none
    QString procedure;      // code of a pack of ours that serves it; empty = not filed with this program
    bool essential = false; // one of the 25 services of Chỉ thị 24/CT-TTg
    QString handler;
    QString where;
    QString how;
    QStringList notes;
    QStringList keywords;
    LegalSource source;
};

// The services people ask for beside the packs, so that nobody is sent away without an answer. Data: resources/procedures/services.json,
// checked against services.schema.json. Copies share what was read; thread-safe after the first read.
class ServiceDirectory
{
public:
    static ServiceDirectory shipped(); // linked into the program, read when first asked for
    static OrProblem<ServiceDirectory> read(const QByteArray &json);
    explicit ServiceDirectory(QList<PublicService> services = {});

    const QList<PublicService> &all() const;
    int rank(const QString &procedure) const; // place of a pack in the choice of procedure; those not named come last
    QList<PublicService> search(
        const QString &text) const; // in the order of the file; tone marks do not matter; empty text = all

private:
    struct Shelf;
    std::shared_ptr<Shelf> m_shelf;
};

} // namespace motcua
