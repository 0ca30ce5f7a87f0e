#include "core/store/search.h"

#include "core/base/text.h"
#include "core/store/cipherhandle.h"
#include "core/store/database.h"

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

// The words are folded before they come here (đ too, which remove_diacritics would leave), so the tokenizer folds nothing itself.
constexpr char make[] = "BEGIN IMMEDIATE;"
                        "CREATE VIRTUAL TABLE dossier_words USING fts5 (search, content = 'dossier', content_rowid = 'seq', "
                        "tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3');"
                        "CREATE TRIGGER words_new AFTER INSERT ON dossier BEGIN "
                        "INSERT INTO dossier_words (rowid, search) VALUES (new.seq, new.search); END;"
                        "CREATE TRIGGER words_changed AFTER UPDATE OF search ON dossier WHEN old.search <> new.search BEGIN "
                        "INSERT INTO dossier_words (dossier_words, rowid, search) VALUES ('delete', old.seq, old.search);"
                        "INSERT INTO dossier_words (rowid, search) VALUES (new.seq, new.search); END;"
                        "INSERT INTO dossier_words (dossier_words) VALUES ('rebuild');"
                        "COMMIT;";
// Since SQLite 3.42: what is deleted leaves the index at once, not with its next merge.
constexpr char secureDelete[] = "INSERT INTO dossier_words (dossier_words, rank) VALUES ('secure-delete', 1)";

} // namespace

Result<void> prepareSearch(sqlite3 *handle)
{
    if (sqlite3_compileoption_used("ENABLE_FTS5") == 0)
        return {};
    const Result<QString> there = firstValue(handle, "SELECT count(*) FROM sqlite_master WHERE name = 'dossier_words'");
    if (!there || *there != u"0"_s)
        return there ? Result<void>() : passOn(there);
    if (const Result<void> made = runScript(handle, make); !made) {
        if (sqlite3_get_autocommit(handle) == 0)
            sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
        return made;
    }
    return sqlite3_libversion_number() >= 3042000 ? runScript(handle, secureDelete) : Result<void>();
}

QString searchQuery(const QString &typed)
{
    QStringList words;
    for (QString word : folded(typed).split(u' ', Qt::SkipEmptyParts)) {
        word.remove(u'"');
        if (std::any_of(word.cbegin(), word.cend(), [](QChar c) { return c.isLetterOrNumber(); }))
            words.append(u'"' + word + u"\"*"_s);
    }
    return words.join(u' ');
}

bool hasSearchIndex(const Database &database)
{
    const auto there = database.value(u"SELECT 1 FROM sqlite_master WHERE name = 'dossier_words'"_s);
    return there && there->isValid();
}

} // namespace motcua
