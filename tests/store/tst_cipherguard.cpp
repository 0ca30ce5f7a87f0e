// Built against the system's plain SQLite, whose key function does nothing: what a wrong link order would give. Without the guard
// everything here would work, and the dossiers would lie on the disk in the clear.
#include "core/store/cipherhandle.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace motcua;
using namespace Qt::StringLiterals;

extern "C" int sqlite3_key(sqlite3 *, const void *, int)
{
    return SQLITE_OK;
}

extern "C" int sqlite3_rekey(sqlite3 *, const void *, int)
{
    return SQLITE_OK;
}

extern "C" void sqlcipherCodecGetKey(sqlite3 *, int, void **, int *) {}

class TestCipherGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutACipherNothingIsOpenedOrWritten()
    {
        QTemporaryDir folder;
        const auto opened = openEncrypted(folder.filePath(u"motcua.db"_s), Secret(32), true);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::CipherMissing);
        QCOMPARE(QFileInfo(folder.filePath(u"motcua.db"_s)).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestCipherGuard)
#include "tst_cipherguard.moc"
