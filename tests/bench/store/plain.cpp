#include "plain.h"

#include <sqlite3.h>

namespace motcua {

PlainStore::PlainStore(const QString &path, const QByteArray &keyHex)
{
    if (sqlite3_open_v2(path.toUtf8().constData(), &m_handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
        qFatal("open %s", qPrintable(path));
    if (!keyHex.isEmpty()) {
        const QByteArray text = "x'" + keyHex + "'";
        sqlite3_key(m_handle, text.constData(), int(text.size()));
    }
    run("PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
        "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -32000; PRAGMA journal_size_limit = "
        "16777216;"
        "PRAGMA recursive_triggers = ON; PRAGMA trusted_schema = OFF");
}

PlainStore::~PlainStore()
{
    sqlite3_close_v2(m_handle);
}

void PlainStore::run(const QByteArray &sql)
{
    char *problem = nullptr;
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, &problem) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), problem);
}

sqlite3_stmt *PlainStore::prepared(const QByteArray &sql, const QList<QByteArray> &values)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_handle));
    for (int i = 0; i < values.size(); ++i) {
        const QByteArray &value = values.at(i);
        if (value.size() > 20'000)
            sqlite3_bind_blob(statement, i + 1, value.constData(), int(value.size()), SQLITE_STATIC);
        else
            sqlite3_bind_text(statement, i + 1, value.constData(), int(value.size()), SQLITE_STATIC);
    }
    return statement;
}

int PlainStore::rows(const QByteArray &sql, const QList<QByteArray> &texts)
{
    sqlite3_stmt *statement = prepared(sql, texts);
    int count = 0;
    qint64 bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            sqlite3_column_text(statement, column);
            bytes += sqlite3_column_bytes(statement, column);
        }
        ++count;
    }
    sqlite3_finalize(statement);
    return bytes >= 0 ? count : -1;
}

void PlainStore::change(const QByteArray &sql, const QList<QByteArray> &values)
{
    sqlite3_stmt *statement = prepared(sql, values);
    if (sqlite3_step(statement) != SQLITE_DONE)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(m_handle));
    sqlite3_finalize(statement);
}

void PlainStore::commitDossier(int number, const QByteArray &form, const QByteArray &paper)
{
    const QByteArray id = "plain-" + QByteArray::number(number);
    const QByteArray sha(64, '0');
    run("BEGIN IMMEDIATE");
    change(
        "INSERT INTO dossier (id, revision, local_code, procedure_code, pack_version, procedure_name, applicant_name, search, "
        "status, "
        "delivery, created_by, created_at, updated_at, submitted_at) VALUES (?1, 1, ?1, '1.004873', '1.0', 'Cấp Giấy xác nhận', "
        "'Điểu Thị Mai', ' dieu thi mai ' || ?1, 'draft', 'none', 'congchuc1', '2026', '2026', '2026')",
        { id });
    const QByteArray row = QByteArray::number(sqlite3_last_insert_rowid(m_handle));
    change("INSERT INTO dossier_form (dossier, form, focus) VALUES (?1, ?2, '')", { row, form });
    for (int i = 1; i <= 3; ++i) {
        change("INSERT INTO attachment (id, dossier, component, name, media_type, size, sha256, pages, original_returned, "
               "added_at) VALUES "
               "(?1, ?2, 'KQ', 'a.jpg', 'image/jpeg', 307200, ?3, 1, 1, '2026')",
               { id + QByteArray::number(i), row, sha });
        const QByteArray attachment = QByteArray::number(sqlite3_last_insert_rowid(m_handle));
        change("INSERT INTO attachment_part (attachment, part, content) VALUES (?1, 0, ?2)", { attachment, paper });
    }
    change("INSERT INTO outbox (dossier, revision, state, submitted_at, form_sha256) VALUES (?1, 1, 'waiting', '2026', ?2)",
           { row, sha });
    const QByteArray outbox = QByteArray::number(sqlite3_last_insert_rowid(m_handle));
    change("INSERT INTO outbox_form (outbox, form) VALUES (?1, ?2)", { outbox, form });
    change("INSERT INTO outbox_file (outbox, position, attachment_id, name, component, media_type, size, sha256) SELECT ?1, "
           "row_number() "
           "OVER (ORDER BY seq), id, name, component, media_type, size, sha256 FROM attachment WHERE dossier = ?2",
           { outbox, row });
    change("UPDATE dossier SET status = 'queued', delivery = 'waiting', papers = 3 WHERE seq = ?1", { row });
    change("INSERT INTO journal (seq, at, actor, action, subject, detail, hash) SELECT max(seq) + 1, '2026', 'a', "
           "'dossier.created', ?1, "
           "'', zeroblob(32) FROM journal",
           { id });
    run("COMMIT");
}

} // namespace motcua
