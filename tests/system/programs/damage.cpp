// lab_damage PROFILE PASSPHRASE_FILE ATTACHMENT_ID flip|gone: what a dying disk does to one stored paper, inside SQLCipher, so that
// every page still decrypts and only the digest can tell.
#include "../../support/pastguard.h"

#include "app/engine/engine.h"
#include "core/store/database.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace motcua;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QFile passphrase(arguments.value(2));
    const QString how = arguments.value(4);
    if (arguments.size() != 5 || (how != "flip"_L1 && how != "gone"_L1) || !passphrase.open(QIODevice::ReadOnly)) {
        std::fputs("lab_damage PROFILE PASSPHRASE_FILE ATTACHMENT_ID flip|gone\n", stderr);
        return 2;
    }
    const Result<std::unique_ptr<Engine>> opened = Engine::open({ arguments.at(1) });
    if (!opened || !(*opened)->gate.signIn({}, Secret(passphrase.readAll().trimmed())).result())
        return 1;
    // Sixteen bytes in the middle; the rest, and the length, stay as they were.
    const QString sql =
        how == "flip"_L1
            ? u"UPDATE attachment_part SET content = CAST(substr(content, 1, length(content) / 2) || "
              u"X'00112233445566778899AABBCCDDEEFF' || "
              "substr(content, length(content) / 2 + 17) AS BLOB) WHERE attachment = (SELECT seq FROM attachment WHERE id = ?)"_s
            : u"DELETE FROM attachment_part WHERE attachment = (SELECT seq FROM attachment WHERE id = ?)"_s;
    const Result<void> done =
        (*opened)
            ->store
            .run([&](Database &database) {
                const PastTheGuard dyingDisk(database);
                return database.write([&]() -> Result<void> {
                    const Result<int> changed = database.change(sql, { arguments.at(3) });
                    return changed && *changed > 0 ? Result<void>() : tl::unexpected(Error { ErrorCode::StoreFailed, {}, {} });
                });
            })
            .result();
    return done ? 0 : 1;
}
