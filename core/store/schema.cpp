#include "core/store/schema.h"

#include "core/store/cipherhandle.h"
#include "core/store/migrations.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr Migration steps[] = {
    { 1, 1, migration0001 },   { 2, 1, migration0002 },
    { 3, 1, migration0003 },   { 4, 4, migration0004 }, // older programs would show and send papers that were removed
    { 5, 5, migration0005 },                            // ... and send what somebody enters by hand
    { 6, 6, migration0006 },                            // ... or hand over what the portal knows already
    { 7, 6, migration0007 },   { 8, 8, migration0008 }, // older programs would let in who may no longer sign in
    { 9, 9, migration0009 },                            // ... and write rows without a seal
    { 10, 10, migration0010 },                          // ... and send a smaller picture as if it were another paper
};

consteval bool strictlyRising()
{
    int last = 0;
    for (const Migration &step : steps) {
        if (step.version != last + 1 || step.minCompatible > step.version)
            return false;
        last = step.version;
    }
    return true;
}
static_assert(strictlyRising(), "migrations are numbered 1, 2, 3 … without gaps");

Result<void> apply(sqlite3 *handle, const Migration &step)
{
    const QByteArray mark = "INSERT INTO schema_version (id, min_compatible) VALUES (1, " + QByteArray::number(step.minCompatible)
                            + ") ON CONFLICT (id) DO UPDATE SET min_compatible = excluded.min_compatible; PRAGMA user_version = "
                            + QByteArray::number(step.version) + ";";
    for (const char *sql : { "BEGIN IMMEDIATE", step.sql, mark.constData(), "COMMIT" }) {
        if (const Result<void> done = runScript(handle, sql); !done) {
            if (sqlite3_get_autocommit(handle) == 0)
                sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
            return done;
        }
    }
    return {};
}

} // namespace

std::span<const Migration> allMigrations()
{
    return steps;
}

Result<int> schemaVersionOf(sqlite3 *handle)
{
    const Result<QString> version = firstValue(handle, "PRAGMA user_version");
    if (!version)
        return passOn(version);
    return version->toInt();
}

Result<void> requireKnownSchema(sqlite3 *handle, std::span<const Migration> known)
{
    const Result<int> version = schemaVersionOf(handle);
    if (!version)
        return passOn(version);
    const int newest = known.back().version;
    if (*version <= newest)
        return {};
    const Result<QString> least = firstValue(handle, "SELECT min_compatible FROM schema_version");
    if (least && !least->isEmpty() && least->toInt() <= newest)
        return {};
    return fail(ErrorCode::DatabaseNewer, {}, u"schema %1, this program knows %2"_s.arg(*version).arg(newest));
}

Result<void> migrate(sqlite3 *handle, std::span<const Migration> known)
{
    const Result<int> version = schemaVersionOf(handle);
    if (!version)
        return passOn(version);
    for (const Migration &step : known) {
        if (step.version <= *version)
            continue;
        if (const Result<void> done = apply(handle, step); !done)
            return done;
    }
    return {};
}

} // namespace motcua
