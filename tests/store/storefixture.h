#pragma once

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/database.h"
#include "core/store/repositories.h"

#include <QTemporaryDir>
#include <QTest>

namespace motcua {

// A time that tests set. All people in these tests are invented.
class TestClock final : public Clock
{
public:
    QDateTime now() const override { return time; }
    QDateTime time = QDateTime(QDate(2026, 11, 22), QTime(7, 5, 9, 123), Qt::UTC);
};

inline Secret testKey(unsigned char fill = 7)
{
    Secret key(32);
    std::fill_n(key.data(), key.size(), fill);
    return key;
}

inline Dossier testDraft(const Clock &clock, int serial, const QString &name = QStringLiteral("Điểu Thị Mai"))
{
    Dossier dossier;
    DossierSummary &s = dossier.summary;
    s.id = newUuid7(clock);
    s.localCode = QStringLiteral("TAM-25231-01-261122-%1-K").arg(serial, 3, 10, QLatin1Char('0'));
    s.procedureCode = QStringLiteral("1.004873");
    s.packVersion = QStringLiteral("1.0");
    s.procedureName = QStringLiteral("Cấp Giấy xác nhận tình trạng hôn nhân");
    s.applicantName = name;
    s.createdBy = QStringLiteral("congchuc1");
    s.createdAt = clock.now();
    s.updatedAt = clock.now();
    dossier.form = { { QStringLiteral("hoTen"), name }, { QStringLiteral("soDinhDanh"), QStringLiteral("070195000123") } };
    dossier.focus = QStringLiteral("/hoTen");
    return dossier;
}

inline Attachment testPaper(const Clock &clock, const QByteArray &content, int number = 1)
{
    Attachment paper;
    paper.id = newUuid7(clock);
    paper.component = QStringLiteral("KQ003453");
    paper.name = QStringLiteral("KQ003453-%1.jpg").arg(number);
    paper.mediaType = QStringLiteral("image/jpeg");
    paper.size = content.size();
    paper.sha256 = sha256Hex(content);
    paper.addedAt = clock.now();
    return paper;
}

// A folder with one open database.
struct TestStore
{
    TestStore() { open(); }

    void open()
    {
        auto opened = Database::open(path(), testKey(), true);
        if (!opened)
            qFatal("open: %s", qPrintable(opened.error().detail));
        database = std::move(*opened);
    }

    QString path() const { return folder.filePath(QStringLiteral("motcua.db")); }

    QTemporaryDir folder;
    TestClock clock;
    std::unique_ptr<Database> database;
};

} // namespace motcua

// A Result that must have succeeded, with its error shown when it has not.
#define VERIFY_OK(result) \
    do { \
        const auto &verified = (result); \
        QVERIFY2(verified, verified ? "" : qPrintable(motcua::testErrorText(verified.error()))); \
    } while (false)

namespace motcua {
inline QString testErrorText(const Error &error)
{
    return QStringLiteral("error %1 [%2] %3").arg(int(error.code)).arg(error.subject, error.detail);
}
} // namespace motcua
