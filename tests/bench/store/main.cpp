// What keeping dossiers safe costs, beside plain SQLite doing the same (the same library without a key, bare C interface) and beside the
// disk itself: one commit, lists and searches at 100,000 dossiers warm and cold, opening with a PIN and a passphrase. One run, interleaved.
// bench_store FOLDER [DOSSIERS [lists|commits|unlocking]]: prints a table and exits 1 where a goal of issue 5 is missed.
#include "plain.h"

#include "../../vault/fakesecretstore.h"

#include "core/base/clock.h"
#include "core/base/ids.h"
#include "core/store/cipherhandle.h"
#include "core/store/dossierrows.h"
#include "core/store/database.h"
#include "core/store/repositories.h"
#include "core/store/search.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <functional>

#include <fcntl.h>
#include <unistd.h>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

bool missed = false;

struct Times
{
    QList<double> ms;

    double at(double part)
    {
        std::sort(ms.begin(), ms.end());
        return ms.isEmpty() ? 0 : ms.at(std::min(qsizetype(double(ms.size()) * part), ms.size() - 1));
    }
};

double timed(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

QByteArray verdict(bool good)
{
    missed |= !good;
    return good ? "ok" : "MISSED";
}

Secret benchKey()
{
    Secret key(32);
    std::fill_n(key.data(), 32, static_cast<unsigned char>(7));
    return key;
}
const QByteArray keyHex = QByteArray("07").repeated(32);

// As many as asked for, with names drawn as they fall, in the encrypted database; then the same rows without a key.
void fill(const QString &path, const QString &plain, int dossiers)
{
    QFile::remove(path);
    QFile::remove(plain);
    auto database = Database::open(path, benchKey(), true);
    if (!database)
        qFatal("fill");
    const QStringList family { u"Nguyễn"_s, u"Trần"_s, u"Lê"_s, u"Phạm"_s, u"Điểu"_s, u"Giàng"_s, u"Đặng"_s, u"Lò"_s };
    const QStringList middle { u"Văn"_s, u"Thị"_s, u"Đức"_s, u"Minh"_s, u"A"_s, u"Ngọc"_s };
    const QStringList given {
        u"Đức"_s, u"Mai"_s, u"Páo"_s, u"Anh"_s, u"Hùng"_s, u"Lan"_s, u"Sơn"_s, u"Đào"_s, u"Yến"_s, u"Bình"_s
    };
    QRandomGenerator random(1);
    for (int from = 1; from <= dossiers; from += 1000) {
        const auto done = (*database)->write([&]() -> Result<void> {
            for (int number = from; number < from + 1000 && number <= dossiers; ++number) {
                const int drawn = int(random.bounded(100));
                const QString name = family.at(drawn < 40 ? 0 : int(random.bounded(int(family.size())))) + u' '
                                     + middle.at(random.bounded(int(middle.size()))) + u' '
                                     + given.at(random.bounded(int(given.size())));
                const int kind = int(random.bounded(1000));
                const QString status = kind < 5    ? u"draft"_s
                                       : kind < 15 ? u"queued"_s
                                       : kind < 25 ? u"needs_fix"_s
                                                   : u"submitted"_s;
                const QString delivery = status == u"draft"_s       ? u"none"_s
                                         : status == u"queued"_s    ? u"waiting"_s
                                         : status == u"submitted"_s ? u"received"_s
                                                                    : u"refused"_s;
                const QString code =
                    u"TAM-25231-01-%1-%2-K"_s.arg(230101 + number / 200).arg(number % 200, 3, 10, QLatin1Char('0'));
                const QString official = u"H19.231-%1-%2"_s.arg(230101 + number / 200).arg(number % 200, 4, 10, QLatin1Char('0'));
                const auto row = (*database)->change(
                    u"INSERT INTO dossier (id, revision, local_code, procedure_code, pack_version, procedure_name, "
                    u"applicant_name, search, "
                    "status, delivery, official_code, due_at, portal_status, created_by, created_at, updated_at, submitted_at) "
                    "VALUES (?, 1, "
                    "?, '1.004873', '1.0', 'Cấp Giấy xác nhận tình trạng hôn nhân', ?, ?, ?, ?, ?, "
                    "'2026-12-01T00:00:00.000+07:00', 10, "
                    "'congchuc1', '2026-11-22T07:00:00.000+07:00', '2026-11-22T07:00:00.000+07:00', '2026-11-22T07:00:00.000+07:00')"_s,
                    { newUuid7(SystemClock()), code, name, searchText(name, code, official), status, delivery, official });
                if (!row)
                    return passOn(row);
            }
            return {};
        });
        if (!done)
            qFatal("fill: %s", qPrintable(done.error().detail));
    }
    database->reset();
    const auto handle = openEncrypted(path, benchKey(), false);
    if (QFile empty(plain); !empty.open(QIODevice::WriteOnly)) // ATTACH creates none here
        qFatal("plain");
    const QByteArray copy = "ATTACH '" + plain.toUtf8() + "' AS plain KEY ''; SELECT sqlcipher_export('plain'); DETACH plain";
    if (!handle || !runScript(handle->get(), copy.constData()))
        qFatal("export");
}

// Without the page cache of the system for these files: cold is a new connection on pages that must come from the disk.
void forget(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY);
    ::fdatasync(file);
    ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
    ::close(file);
}

struct Question
{
    const char *name;
    DossierQuery query;
    QByteArray where;
    QList<QByteArray> values;
};

QByteArray listSql(const Question &question)
{
    const bool searching = !question.values.isEmpty();
    return "SELECT id, revision, local_code, procedure_code, pack_version, procedure_name, applicant_name, status, delivery, "
           "official_code, "
           "due_at, portal_status, portal_note, created_by, created_at, updated_at, submitted_at, papers, branches_asking, asks, "
           "other_door, purged_at FROM "
           + QByteArray(searching
                            ? "dossier_words CROSS JOIN dossier ON seq = dossier_words.rowid WHERE dossier_words MATCH ?1 AND "
                            : "dossier WHERE ")
           + question.where + " ORDER BY " + (searching ? "dossier_words.rowid" : "seq") + " DESC LIMIT 50";
}

QList<Question> questions()
{
    using enum DossierQuery::Filter;
    const auto ask = [](const char *name, DossierQuery::Filter filter, const QString &text, const QByteArray &where) {
        DossierQuery query;
        query.filter = filter;
        query.text = text;
        query.limit = 50;
        const QString match = searchQuery(text);
        return Question { name, query, where, match.isEmpty() ? QList<QByteArray>() : QList<QByteArray> { match.toUtf8() } };
    };
    const QByteArray action = "(status = 'needs_fix' OR other_door = 1 OR (status = 'submitted' AND asks > 0))";
    return { ask("list: newest 50", All, {}, "1"),
             ask("filter: not sent yet", Unsent, {}, "(delivery IN ('waiting', 'sending', 'in_doubt') AND other_door = 0)"),
             ask("filter: to be handled", NeedsAction, {}, action),
             ask("search: nguyen van duc", All, u"nguyen van duc"_s, "1"),
             ask("search: one letter n", All, u"n"_s, "1"),
             ask("search: a code", All, u"tam-25231-01-230150-007"_s, "1"),
             ask("search: nothing there", All, u"zzz"_s, "1"),
             ask("search in a filter: nguyen", NeedsAction, u"nguyen"_s, action) };
}

void lists(const QString &path, const QString &plain)
{
    const SystemClock clock;
    auto ours = Database::open(path, benchKey(), false);
    if (!ours)
        qFatal("open");
    PlainStore keyed(path, keyHex);
    PlainStore bare(plain, {});
    std::printf("%-30s %9s %9s %9s %9s %7s %7s\n", "lists, warm (ms)", "kiosk p50", "kiosk p99", "SQLCipher", "SQLite", "ratio",
                "goal");
    for (const Question &question : questions()) {
        Times kiosk, cipher, sqlite;
        const QByteArray sql = listSql(question);
        for (int round = 0; round < 300; ++round) {
            kiosk.ms.append(timed([&] {
                if (!DossierRepository(**ours).list(question.query, clock.now()))
                    qFatal("list");
            }));
            cipher.ms.append(timed([&] { keyed.rows(sql, question.values); }));
            sqlite.ms.append(timed([&] { bare.rows(sql, question.values); }));
        }
        const double ratio = cipher.at(0.5) / sqlite.at(0.5);
        std::printf("%-30s %9.3f %9.3f %9.3f %9.3f %7.2f <= 1.2 %s, p99 <= 16 %s\n", question.name, kiosk.at(0.5), kiosk.at(0.99),
                    cipher.at(0.5), sqlite.at(0.5), ratio, verdict(ratio <= 1.2).constData(),
                    verdict(kiosk.at(0.99) <= 16).constData());
    }
    ours->reset();
    std::printf("%-30s %9s %9s %9s %9s %7s %7s\n", "lists, cold (ms)", "", "", "SQLCipher", "SQLite", "ratio", "goal");
    for (const Question &question : questions()) {
        Times cipher, sqlite;
        const QByteArray sql = listSql(question);
        for (int round = 0; round < 15; ++round) {
            for (const bool isBare : { false, true }) {
                const QString &file = isBare ? plain : path;
                forget(file);
                PlainStore store(file, isBare ? QByteArray() : keyHex);
                store.rows("SELECT count(*) FROM sqlite_master", {}); // opening is not the list's time
                (isBare ? sqlite : cipher).ms.append(timed([&] { store.rows(sql, question.values); }));
            }
        }
        const double ratio = cipher.at(0.5) / sqlite.at(0.5);
        std::printf("%-30s %9s %9s %9.3f %9.3f %7.2f <= 2 %s, p99 %.1f <= 16 %s\n", question.name, "", "", cipher.at(0.5),
                    sqlite.at(0.5), ratio, verdict(ratio <= 2).constData(), cipher.at(0.99),
                    verdict(cipher.at(0.99) <= 16).constData());
    }
}

void commits(const QString &path, const QString &plain, const QString &folder)
{
    const SystemClock clock;
    QByteArray form("{\"x\":\"");
    form += QByteArray(5 * 1024, 'f') + "\"}";
    QByteArray paper(300 * 1024, '\0');
    QRandomGenerator(3).fillRange(reinterpret_cast<quint32 *>(paper.data()), paper.size() / 4);
    const QJsonObject answers { { u"x"_s, QString(5 * 1024, u'f') } };
    auto ours = Database::open(path, benchKey(), false);
    PlainStore keyed(path, keyHex);
    PlainStore bare(plain, {});
    const int raw = ::open(QFile::encodeName(folder + u"/raw"_s).constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    const QByteArray bytes = paper + paper + paper + form;
    Times kiosk, cipher, sqlite, disk;
    for (int round = 0; round < 150; ++round) {
        disk.ms.append(timed([&] {
            if (::write(raw, bytes.constData(), size_t(bytes.size())) != bytes.size() || ::fdatasync(raw) != 0)
                qFatal("raw");
        }));
        sqlite.ms.append(timed([&] { bare.commitDossier(round, form, paper); }));
        cipher.ms.append(timed([&] { keyed.commitDossier(round, form, paper); }));
        Dossier dossier;
        dossier.summary.id = newUuid7(clock);
        dossier.summary.localCode = u"TAM-%1"_s.arg(round);
        dossier.summary.applicantName = u"Điểu Thị Mai"_s;
        dossier.summary.createdAt = clock.now();
        dossier.form = answers;
        kiosk.ms.append(timed([&] {
            const auto done = (*ours)->write([&]() -> Result<void> {
                DossierRepository dossiers(**ours);
                if (const auto made = dossiers.insert(dossier); !made)
                    return made;
                for (int i = 0; i < 3; ++i) {
                    Attachment attachment;
                    attachment.id = newUuid7(clock);
                    attachment.addedAt = clock.now();
                    attachment.component = attachment.name = attachment.mediaType = u"x"_s;
                    if (const auto made = dossiers.insertAttachment(dossier.summary.id, attachment, paper); !made)
                        return made;
                }
                if (const auto queued = dossiers.enqueue(dossier.summary.id, form, clock.now()); !queued)
                    return queued;
                const auto entry =
                    JournalRepository(**ours).append(clock.now(), u"congchuc1"_s, u"dossier.created"_s, dossier.summary.id);
                return entry ? Result<void>() : passOn(entry);
            });
            if (!done)
                qFatal("commit %s", qPrintable(done.error().detail));
        }));
    }
    ::close(raw);
    QFile::remove(folder + u"/raw"_s);
    const double ratio = kiosk.at(0.5) / sqlite.at(0.5);
    std::printf("one dossier, 5 KiB + 3 x 300 KiB (ms): kiosk p50 %.1f p99 %.1f, SQLCipher bare %.1f, SQLite bare %.1f, write + "
                "fsync %.1f\n",
                kiosk.at(0.5), kiosk.at(0.99), cipher.at(0.5), sqlite.at(0.5), disk.at(0.5));
    std::printf("  kiosk to SQLite %.2f <= 1.3 %s; SQLCipher to SQLite %.2f; kiosk to the disk %.2f\n", ratio,
                verdict(ratio <= 1.3).constData(), cipher.at(0.5) / sqlite.at(0.5), kiosk.at(0.5) / disk.at(0.5));
}

void unlocking(const QString &folder)
{
    FakeSecretStore keychain;
    Vault vault(folder + u"/slots.json"_s, keychain);
    const Account officer { u"congchuc1"_s, {}, Role::Officer };
    const Secret words(QByteArrayView("bờ tre xanh gió mát"));
    const Secret pin(QByteArrayView("382916"));
    const auto made = vault.create(officer, words);
    if (!made || !vault.setPin(*made, officer.login, pin))
        qFatal("vault");
    const QString path = folder + u"/unlock.db"_s;
    if (!Database::open(path, databaseKey(made->masterKey), true))
        qFatal("database");
    Times passphrase, digits;
    for (int round = 0; round < 7; ++round) {
        passphrase.ms.append(timed([&] {
            const auto opened = vault.openWithPassphrase(officer.login, words);
            if (!opened || !Database::open(path, databaseKey(opened->masterKey), false))
                qFatal("passphrase");
        }));
        digits.ms.append(timed([&] {
            const auto opened = vault.openWithPin(officer.login, pin);
            if (!opened || !Database::open(path, databaseKey(opened->masterKey), false))
                qFatal("pin");
        }));
    }
    std::printf("unlock and open, keychain answering at once: PIN %.2f s <= 0.3 %s, passphrase %.2f s <= 1.0 %s\n",
                digits.at(0.5) / 1000, verdict(digits.at(0.5) <= 300).constData(), passphrase.at(0.5) / 1000,
                verdict(passphrase.at(0.5) <= 1000).constData());
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    const int dossiers = std::max(QCoreApplication::arguments().value(2, u"100000"_s).toInt(), 1000);
    if (folder.isEmpty() || !QDir().mkpath(folder))
        return 2;
    const QString path = folder + u"/store.db"_s;
    const QString plain = folder + u"/plain.db"_s;
    const QString part = QCoreApplication::arguments().value(3);
    const auto asked = [&](const QString &name) { return part.isEmpty() || part == name; };
    std::printf("%d dossiers\n", dossiers);
    fill(path, plain, dossiers);
    if (asked(u"lists"_s))
        lists(path, plain);
    if (asked(u"commits"_s))
        commits(path, plain, folder);
    if (asked(u"unlocking"_s))
        unlocking(folder);
    QDir(folder).removeRecursively();
    return missed ? 1 : 0;
}
