#include "core/paper/readerprogram.h"
#include "core/paper/readerwire.h"
#include "core/reader/judge.h"
#include "tests/reader/samples.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

#include <limits>

#ifdef Q_OS_LINUX
#    include <csignal>
#endif

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace motcua;

namespace {

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// Every row is the same deflate block, so that gigabytes of pixels cost a test no time.
QByteArray pngUnfolding(int side)
{
    const QByteArray row(1 + 4 * qsizetype(side), 0);
    z_stream stream {};
    deflateInit(&stream, Z_BEST_COMPRESSION);
    const auto folded = [&](const QByteArray &bytes, int flush) {
        QByteArray out(qsizetype(deflateBound(&stream, uLong(bytes.size()))) + 16, Qt::Uninitialized);
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
        stream.avail_in = uInt(bytes.size());
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        stream.avail_out = uInt(out.size());
        deflate(&stream, flush);
        return out.first(out.size() - qsizetype(stream.avail_out));
    };
    QByteArray pixels = folded(row, Z_FULL_FLUSH);
    const QByteArray again = folded(row, Z_FULL_FLUSH);
    uLong sum = adler32(1, reinterpret_cast<const Bytef *>(row.constData()), uInt(row.size()));
    const uLong ofRow = sum;
    for (int y = 1; y < side; ++y) {
        pixels += again;
        sum = adler32_combine(sum, ofRow, row.size());
    }
    pixels += QByteArray("\x03\0", 2) + bigEndian(quint32(sum));
    deflateEnd(&stream);

    const auto chunk = [](const QByteArray &typed) {
        const uLong crc = crc32(0, reinterpret_cast<const Bytef *>(typed.constData()), uInt(typed.size()));
        return bigEndian(quint32(typed.size() - 4)) + typed + bigEndian(quint32(crc));
    };
    const QByteArray depthAndColour("\x08\x06\0\0\0", 5);
    return QByteArray("\x89PNG\r\n\x1a\n", 8)
           + chunk("IHDR" + bigEndian(quint32(side)) + bigEndian(quint32(side)) + depthAndColour) + chunk("IDAT" + pixels)
           + chunk("IEND");
}

ReaderProgram::Options bad(std::chrono::milliseconds patience = 30s)
{
    return { QStringLiteral(MOTCUA_BAD_READER), patience };
}

bool runs(qint64 process)
{
    // A zombie has no command line.
    QFile file(u"/proc/%1/cmdline"_s.arg(process));
    return file.open(QIODevice::ReadOnly) && !file.readAll().isEmpty();
}

QByteArray statusOf(qint64 process, const QByteArray &name)
{
    QFile file(u"/proc/%1/status"_s.arg(process));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(name + ":"))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

} // namespace

// The real motcua-reader, and one that does all the harm it can.
class TestReaderProgram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheParserDoes_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("jpeg") << samples::jpeg(QSize(300, 200));
        QTest::newRow("turned jpeg") << samples::jpegWithExif(QSize(300, 200), 6);
        QTest::newRow("png") << samples::png(QSize(30, 20));
        QTest::newRow("pdf") << samples::pdf(3);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("half a jpeg") << samples::jpeg(QSize(300, 200)).first(900);
        QTest::newRow("nothing known") << QByteArray("xin chào");
        QTest::newRow("a bomb by its header") << samples::pngSaying(60'000, 60'000);
        QTest::newRow("too large") << QByteArray(20 * 1024 * 1024, 'x');
    }
    void answersAsTheParserDoes()
    {
        QFETCH(QByteArray, content);
        const Result<PaperFile> expected = inspectPaper(content, {}, {});
        const Result<PaperFile> got = m_reader.inspect(content, {}, {}).result();
        QCOMPARE(got.has_value(), expected.has_value());
        if (!expected) {
            QCOMPARE(got.error().code, expected.error().code);
            return;
        }
        QCOMPARE(got->content, expected->content);
        QCOMPARE(got->mediaType, expected->mediaType);
        QCOMPARE(got->pages, expected->pages);
        const Result<QImage> picture = m_reader.render(content, got->mediaType, 0, QSize(150, 150)).result();
        QVERIFY(picture);
        QCOMPARE(picture->convertToFormat(QImage::Format_RGB32),
                 renderPaper(content, got->mediaType, 0, QSize(150, 150))->convertToFormat(QImage::Format_RGB32));
        const Result<PaperFile> turned = m_reader.rotate(*got, 90).result();
        QVERIFY(turned);
        QCOMPARE(turned->content, rotatePaper(*got, 90)->content);
    }

    void mayBeAskedFromAnyThread()
    {
        ReaderProgram reader;
        Result<PaperFile> got;
        const std::unique_ptr<QThread> other(
            QThread::create([&] { got = reader.inspect(samples::png(QSize(3, 3)), {}, {}).result(); }));
        other->start();
        other->wait();
        QVERIFY(got);
        QVERIFY(reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
    }

    void tellsTheSheetsOfAPdf()
    {
        const Result<QList<QSizeF>> sheets = m_reader.sheets(samples::pdf(2)).result();
        QCOMPARE(sheets->size(), 2);
        QCOMPARE(sheets->first().toSize(), QSize(595, 842));
        QCOMPARE(m_reader.sheets("%PDF-1.4 and nothing").result().error().code, ErrorCode::PaperNotShown);
    }

    void whatABadReaderDoes_data()
    {
        QTest::addColumn<QByteArray>("order");
        QTest::addColumn<QString>("detail");
        for (const char *order : { "crash", "exit", "half" })
            QTest::newRow(order) << QByteArray(order) << u"ended"_s;
        for (const char *order : { "hang", "slow" })
            QTest::newRow(order) << QByteArray(order) << u"time"_s;
        for (const char *order : { "long", "noise", "pages", "words", "other" })
            QTest::newRow(order) << QByteArray(order) << u"rubbish"_s;
    }
    // That one file is refused, and the next one gets a fresh reader.
    void whatABadReaderDoes()
    {
        QFETCH(QByteArray, order);
        QFETCH(QString, detail);
        ReaderProgram reader(bad(detail == "time"_L1 ? 300ms : 30s));
        const Result<PaperFile> got = reader.inspect(order, {}, {}).result();
        QCOMPARE(got.error().code, ErrorCode::PaperReaderFailed);
        QCOMPARE(got.error().detail, detail);
        QCOMPARE(reader.processId(), 0);
        ReaderProgram patient(bad());
        QCOMPARE(patient.inspect(order == "hang" || order == "slow" ? "crash" : order, {}, {}).result().error().code,
                 ErrorCode::PaperReaderFailed);
        QVERIFY(patient.inspect("good", {}, {}).result());
    }

    void whoAnswersMoreThanWasAskedIsPutAway()
    {
        ReaderProgram reader(bad());
        QVERIFY(reader.inspect("more", {}, {}).result());
        const qint64 first = reader.processId();
        // The second answer may still be on its way; only when it is here can it be seen.
        QTRY_VERIFY2(reader.inspect("good", {}, {}).result() && reader.processId() != first, "the same reader went on");
    }

    void killedBetweenFiles()
    {
#ifdef Q_OS_LINUX
        QVERIFY(m_reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
        const qint64 first = m_reader.processId();
        QVERIFY(runs(first));
        ::kill(pid_t(first), SIGKILL);
        QTRY_VERIFY(!runs(first));
        QTRY_VERIFY(m_reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
        QVERIFY(m_reader.processId() != first);
#else
        QSKIP("looks at processes the way Linux shows them");
#endif
    }

    void theProgramIsMissing()
    {
        ReaderProgram reader({ u"/nowhere/motcua-reader"_s });
        const Result<PaperFile> got = reader.inspect("x", {}, {}).result();
        QCOMPARE(got.error().code, ErrorCode::PaperReaderMissing);
    }

    void endsWhenNobodyAsks()
    {
        ReaderProgram reader({ {}, 30s, 1ms });
        QVERIFY(reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
        QTRY_COMPARE(reader.processId(), 0);
        QVERIFY(reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
    }

    void endsWithItsParent()
    {
#ifdef Q_OS_LINUX
        QProcess parent;
        parent.start(QCoreApplication::applicationFilePath(), { u"--hold-a-reader"_s });
        QVERIFY(parent.waitForReadyRead());
        const qint64 reader = parent.readLine().trimmed().toLongLong();
        QVERIFY(runs(reader));
        parent.kill();
        parent.waitForFinished();
        QTRY_VERIFY(!runs(reader));
#else
        QSKIP("looks at processes the way Linux shows them");
#endif
    }

    // What it could do if a file took it over.
    void isConfined()
    {
#ifdef Q_OS_LINUX
#    if defined(__SANITIZE_ADDRESS__)
        QSKIP("a sanitizer cannot work behind the locked door");
#    endif
        QVERIFY(m_reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
        const qint64 process = m_reader.processId();
        QCOMPARE(statusOf(process, "NoNewPrivs"), "1");
        QCOMPARE(statusOf(process, "Seccomp"), "2");
        QFile limits(u"/proc/%1/limits"_s.arg(process));
        QVERIFY(limits.open(QIODevice::ReadOnly));
        const QByteArray text = limits.readAll().simplified();
        QVERIFY(text.contains("Max file size 0 0"));
        QVERIFY(text.contains("Max core file size 0 0"));
        QVERIFY(text.contains("Max data size 2147483648 2147483648"));
        QVERIFY(!text.contains("Max cpu time unlimited"));
        // Pipes to its parent, nowhere for complaints, and what wakes Qt's threads.
        for (const QFileInfo &open : QDir(u"/proc/%1/fd"_s.arg(process)).entryInfoList(QDir::System | QDir::Files)) {
            const QString target = QFileInfo(open.filePath()).symLinkTarget();
            QVERIFY2(target.contains(u"pipe:"_s) || target.contains(u"anon_inode:"_s) || target == u"/dev/null"_s,
                     qPrintable(target));
        }
#else
        QSKIP("looks at processes the way Linux shows them");
#endif
    }

    void leavesNoFile()
    {
        const QStringList before = QDir(QDir::tempPath()).entryList({ u"*motcua*"_s, u"qpdf*"_s, u"qt_*"_s }, QDir::AllEntries);
        const Result<PaperFile> paper = m_reader.inspect(samples::pdf(2), {}, {}).result();
        QVERIFY(paper && m_reader.render(paper->content, paper->mediaType, 1, QSize(500, 500)).result()
                && m_reader.rotate(*paper, 180).result());
        QCOMPARE(QDir(QDir::tempPath()).entryList({ u"*motcua*"_s, u"qpdf*"_s, u"qt_*"_s }, QDir::AllEntries), before);
    }

    void theLargestPictureIsTurned()
    {
        const QByteArray large = samples::jpeg(QSize(10'000, 9'990));
        const Result<PaperFile> turned = m_reader.rotate({ large, u"image/jpeg"_s, 1 }, 90).result();
        QVERIFY2(turned, turned ? "" : qPrintable(turned.error().detail));
    }

    // Three megabytes that unfold to 2.5 GB, let through by every other limit.
    void aMemoryBombStaysInside()
    {
#ifdef Q_OS_LINUX
#    ifdef __SANITIZE_ADDRESS__
        QSKIP("sanitizers need more memory than a reader may have");
#    endif
        const PaperLimits generous { .maxPixels = 1'000'000'000 };
        const QByteArray small = pngUnfolding(2'000);
        QVERIFY(m_reader.inspect(small, {}, generous).result()); // else the large one proves nothing
        const Result<PaperFile> large = m_reader.inspect(pngUnfolding(25'000), {}, generous).result();
        QVERIFY(!large);
        QCOMPARE(large.error().code, ErrorCode::PaperBroken);
        const qint64 most = statusOf(m_reader.processId(), "VmHWM").split(' ').first().toLongLong();
        QVERIFY2(most > 0 && most <= 2 * 1024 * 1024, qPrintable(u"%1 kB"_s.arg(most)));
        QVERIFY(m_reader.inspect(samples::png(QSize(3, 3)), {}, {}).result());
#else
        QSKIP("looks at processes the way Linux shows them");
#endif
    }

    void untruthfulAnswers_data()
    {
        using What = ReaderQuestion::What;
        QTest::addColumn<ReaderQuestion>("question");
        QTest::addColumn<ReaderAnswer>("answer");
        QTest::addColumn<int>("body");
        QTest::addColumn<bool>("fits");
        const ReaderQuestion inspect { What::Inspect, {}, {}, 0, {}, 0, 1 };
        const ReaderQuestion render { What::Render, u"image/png"_s, {}, 0, QSize(10, 10), 0, 1 };
        const ReaderQuestion rotate { What::Rotate, u"image/png"_s, {}, 0, {}, 90, 1 };
        const ReaderQuestion sheets { What::Sheets, {}, {}, 0, {}, 0, 1 };
        const qreal endless = std::numeric_limits<qreal>::infinity();
        QTest::newRow("inspected") << inspect << ReaderAnswer { {}, u"image/png"_s, 1, {}, {} } << 0 << true;
        QTest::newRow("no page") << inspect << ReaderAnswer { {}, u"image/png"_s, 0, {}, {} } << 0 << false;
        QTest::newRow("another kind") << inspect << ReaderAnswer { {}, u"text/html"_s, 1, {}, {} } << 0 << false;
        QTest::newRow("a body") << inspect << ReaderAnswer { {}, u"image/png"_s, 1, {}, {} } << 4 << false;
        QTest::newRow("drawn") << render << ReaderAnswer { {}, {}, 0, QSize(10, 5), {} } << 200 << true;
        QTest::newRow("too few pixels") << render << ReaderAnswer { {}, {}, 0, QSize(10, 5), {} } << 196 << false;
        QTest::newRow("too wide") << render << ReaderAnswer { {}, {}, 0, QSize(11, 5), {} } << 220 << false;
        QTest::newRow("negative") << render << ReaderAnswer { {}, {}, 0, QSize(-10, -5), {} } << 200 << false;
        QTest::newRow("turned") << rotate << ReaderAnswer { {}, u"image/png"_s, 1, {}, {} } << 9 << true;
        QTest::newRow("turned into another") << rotate << ReaderAnswer { {}, u"application/pdf"_s, 1, {}, {} } << 9 << false;
        QTest::newRow("turned away") << rotate << ReaderAnswer { {}, u"image/png"_s, 1, {}, {} } << 0 << false;
        QTest::newRow("sheets") << sheets << ReaderAnswer { {}, {}, 0, {}, { QSizeF(595, 842) } } << 0 << true;
        QTest::newRow("no sheet") << sheets << ReaderAnswer() << 0 << false;
        QTest::newRow("an endless sheet") << sheets << ReaderAnswer { {}, {}, 0, {}, { QSizeF(595, endless) } } << 0 << false;
        QTest::newRow("a flat sheet") << sheets << ReaderAnswer { {}, {}, 0, {}, { QSizeF(595, 0) } } << 0 << false;
        const Error broken { ErrorCode::PaperBroken, {}, u"pages"_s };
        QTest::newRow("broken") << sheets << ReaderAnswer { broken, {}, 0, {}, {} } << 0 << true;
        QTest::newRow("an error with a body") << sheets << ReaderAnswer { broken, {}, 0, {}, {} } << 1 << false;
    }
    void untruthfulAnswers()
    {
        QFETCH(ReaderQuestion, question);
        QFETCH(ReaderAnswer, answer);
        QFETCH(int, body);
        QFETCH(bool, fits);
        QCOMPARE(readerwire::fits(question, answer, body), fits);
        const std::optional<ReaderAnswer> carried = readerwire::readAnswer(readerwire::headOf(answer));
        QVERIFY(carried);
        QCOMPARE(readerwire::fits(question, *carried, body), fits);
    }

    void cutHeadsAreRubbish()
    {
        const QByteArray head = readerwire::headOf(ReaderAnswer { {}, u"image/png"_s, 1, QSize(3, 4), { QSizeF(1, 2) } });
        QVERIFY(readerwire::readAnswer(head));
        for (qsizetype size = 0; size < head.size(); ++size)
            QVERIFY(!readerwire::readAnswer(head.first(size)));
        QVERIFY(!readerwire::readAnswer(head + '\0'));
        QVERIFY(!readerwire::readQuestion(head.first(8)));
    }

private:
    ReaderProgram m_reader;
};

namespace {

// The parent that dies in endsWithItsParent().
int holdAReader()
{
    ReaderProgram reader;
    if (!reader.inspect(samples::png(QSize(3, 3)), {}, {}).result())
        return 1;
    std::printf("%lld\n", reader.processId());
    std::fflush(stdout);
    QThread::sleep(600);
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().contains(u"--hold-a-reader"_s))
        return holdAReader();
    TestReaderProgram test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_readerprogram.moc"
