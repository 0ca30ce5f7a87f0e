#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace motcua {

// The same database in the same library without a key: what encryption and our code cost is measured beside it. Everything is done with
// the bare C interface and the kiosk's own statements.
class PlainStore
{
public:
    // `keyHex` empty: plain SQLite. Opened as the kiosk opens its own (WAL, FULL, secure_delete, 32 MB cache).
    PlainStore(const QString &path, const QByteArray &keyHex);
    ~PlainStore();
    PlainStore(const PlainStore &) = delete;
    PlainStore &operator=(const PlainStore &) = delete;

    void run(const QByteArray &sql);
    int rows(const QByteArray &sql, const QList<QByteArray> &texts);                 // all columns read
    void commitDossier(int number, const QByteArray &form, const QByteArray &paper); // as one captured and submitted, 3 papers

private:
    sqlite3_stmt *prepared(const QByteArray &sql, const QList<QByteArray> &values);
    void change(const QByteArray &sql, const QList<QByteArray> &values);

    sqlite3 *m_handle = nullptr;
};

} // namespace motcua
