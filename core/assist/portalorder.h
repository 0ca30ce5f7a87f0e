#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace motcua {

// In which order, and under which words, one portal asks for the answers of one procedure. Data, because no portal publishes it:
// data/portal-order.json of the installed or shipped files.
struct PortalOrder
{
    struct Field
    {
        QString pointer; // JSON pointer into the answers
        QString label;   // as the portal's page says it; empty = as our form says it
    };
    QString page; // address of the portal's page for this procedure; empty = not known
    QList<Field> fields;

    bool isEmpty() const { return fields.isEmpty(); }
};

// Of this procedure; empty when the file does not name it or cannot be read: then the order of our own form serves.
PortalOrder portalOrder(const QByteArray &json, const QString &procedureCode);

} // namespace motcua
