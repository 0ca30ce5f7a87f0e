#include "core/reader/judge.h"
#include "tests/reader/samples.h"

#include <QBuffer>
#include <QDir>
#include <QImageReader>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using motcua::ErrorCode;
using motcua::PaperFile;
using motcua::PaperLimits;
using motcua::Result;

namespace {

constexpr QSize pageBounds(400, 400);

bool isRed(QRgb pixel)
{
    return qRed(pixel) > 200 && qGreen(pixel) < 60 && qBlue(pixel) < 60;
}

// In which corner of a rendered picture the red mark lies: "tl", "tr", "bl", "br".
QString redCorner(const QImage &image)
{
    const int x = image.width() / 10;
    const int y = image.height() / 10;
    if (isRed(image.pixel(x, y)))
        return u"tl"_s;
    if (isRed(image.pixel(image.width() - 1 - x, y)))
        return u"tr"_s;
    if (isRed(image.pixel(x, image.height() - 1 - y)))
        return u"bl"_s;
    return isRed(image.pixel(image.width() - 1 - x, image.height() - 1 - y)) ? u"br"_s : u"none"_s;
}

// A literal with its zero bytes.
template <size_t size>
QByteArray raw(const char (&literal)[size])
{
    return { literal, size - 1 };
}

QByteArray withByteFlipped(QByteArray content, qsizetype at)
{
    content[at] = char(content.at(at) ^ 0x5a);
    return content;
}

} // namespace

class TestPaperFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void acceptsWhatItShould_data();
    void acceptsWhatItShould();
    void refusesWithItsReason_data();
    void refusesWithItsReason();
    void anyCutIsNoticed_data();
    void anyCutIsNoticed();
    void everyFlippedByteOfAPngIsNoticed();
    void rottenFilesNeverHarm_data();
    void rottenFilesNeverHarm();
    void limitsCount();
    void pdfBombIsDefused();
    void rendersInsideBounds_data();
    void rendersInsideBounds();
    void honoursOrientation_data();
    void honoursOrientation();
    void rotates_data();
    void rotates();
    void rotationLeavesPlacesBehind();
    void signedPdfIsNotTurned();
    void previewFailsPlainly();
    void cleanupTestCase();

private:
    QTemporaryDir m_temp;
};

void TestPaperFile::initTestCase()
{
    QVERIFY(m_temp.isValid());
    qputenv("TMPDIR", m_temp.path().toLocal8Bit());
}

void TestPaperFile::acceptsWhatItShould_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<int>("pages");

    const QByteArray jpeg = samples::jpeg({ 300, 200 });
    QTest::newRow("jpeg") << jpeg << u"jpg"_s << u"image/jpeg"_s << 1;
    QTest::newRow("jpeg called .JPEG") << jpeg << u".JPEG"_s << u"image/jpeg"_s << 1;
    QTest::newRow("jpeg without a suffix") << jpeg << QString() << u"image/jpeg"_s << 1;
    QTest::newRow("jpeg called .dat") << jpeg << u"dat"_s << u"image/jpeg"_s << 1;
    QTest::newRow("jpeg with a film behind it") << jpeg + QByteArray(5000, 'm') << u"jpg"_s << u"image/jpeg"_s << 1;
    QTest::newRow("jpeg with exif") << samples::jpegWithExif({ 300, 200 }, 6) << u"jpg"_s << u"image/jpeg"_s << 1;
    QTest::newRow("png") << samples::png({ 300, 200 }) << u"png"_s << u"image/png"_s << 1;
    QTest::newRow("pdf") << samples::pdf(1) << u"pdf"_s << u"application/pdf"_s << 1;
    QTest::newRow("pdf of three pages") << samples::pdf(3) << u"PDF"_s << u"application/pdf"_s << 3;
    QTest::newRow("pdf that opens at its first page")
        << samples::pdfWith("/OpenAction [3 0 R /Fit]") << u"pdf"_s << u"application/pdf"_s << 1;
}

void TestPaperFile::acceptsWhatItShould()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, suffix);
    const Result<PaperFile> paper = motcua::inspectPaper(content, suffix, {});
    QVERIFY2(paper, paper ? "" : qPrintable(QString::number(int(paper.error().code)) + paper.error().detail));
    QCOMPARE(paper->content, content);
    QTEST(paper->mediaType, "mediaType");
    QTEST(paper->pages, "pages");
}

void TestPaperFile::refusesWithItsReason_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QByteArray &content, const QString &suffix, ErrorCode code) {
        QTest::newRow(name) << content << suffix << code;
    };
    using enum ErrorCode;
    const QString pdf = u"pdf"_s;

    row("empty", {}, u"jpg"_s, PaperEmpty);
    row("11 MiB", QByteArray(11 << 20, 'x'), u"jpg"_s, PaperTooLarge);
    row("text", "Xin chào", u"txt"_s, PaperKindUnknown);
    row("program", "MZ\x90", u"exe"_s, PaperKindUnknown);

    row("png called pdf", samples::png({ 9, 9 }), pdf, PaperNotWhatItClaims);
    row("pdf called jpg", samples::pdf(1), u"jpg"_s, PaperNotWhatItClaims);
    row("text called pdf", "Xin chào", pdf, PaperNotWhatItClaims);
    row("program called jpg", "MZ\x90", u"jpg"_s, PaperNotWhatItClaims);

    row("heic called jpg",
        raw("\0\0\0\x18"
            "ftypheic\0\0\0\0mif1"),
        u"jpg"_s, PaperIsPhonePhoto);
    row("word, old", raw("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") + QByteArray(512, 0), u"doc"_s, PaperIsOfficeFile);
    row("word called pdf", raw("PK\x03\x04") + QByteArray(26, 0) + "[Content_Types].xml", pdf, PaperIsOfficeFile);
    row("zip", raw("PK\x03\x04") + QByteArray(26, 0) + "anh.jpg", u"zip"_s, PaperIsArchive);
    row("webp", raw("RIFF\x24\0\0\0WEBPVP8 "), u"webp"_s, PaperIsOtherPicture);
    row("bmp", "BM6\x03", u"bmp"_s, PaperIsOtherPicture);
    row("tiff", raw("II*\0\x08\0\0\0"), u"tif"_s, PaperIsOtherPicture);

    row("20,000 x 20,000 png of a few bytes", samples::pngSaying(20000, 20000), u"png"_s, PaperTooManyPixels);
    row("png whose pixels do not fit its header", samples::pngSaying(9, 900), u"png"_s, PaperBroken);
    row("jpeg magic only", raw("\xff\xd8\xff\xe0"), u"jpg"_s, PaperBroken);

    row("pdf that asks for a password", samples::encryptedPdf("bí mật", "chủ"), pdf, PaperEncrypted);
    row("pdf with only an owner's password", samples::encryptedPdf("", "owner"), pdf, PaperEncrypted);
    row("pdf header only", "%PDF-1.7\n", pdf, PaperBroken);
    row("pdf without pages", samples::pdfOf({ "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>" }), pdf,
        PaperBroken);
    QByteArray lostTable = samples::pdf(1);
    lostTable.replace("startxref\n", "startxref\n1");
    row("pdf whose table is lost", lostTable, pdf, PaperBroken);
    row("pdf of 101 pages", samples::pdf(101), pdf, PaperTooManyPages);
    row("pdf with a script", samples::pdfWith("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"), pdf,
        PaperActiveContent);
    row("pdf with a script in its names",
        samples::pdfWith("/Names << /JavaScript 4 0 R >>", { "<< /Names [(a) 5 0 R] >>", "<< /S /JavaScript /JS (1) >>" }), pdf,
        PaperActiveContent);
    row("pdf that starts a program", samples::pdfWith("/OpenAction 4 0 R", { "<< /S /Launch /F (cmd.exe) >>" }), pdf,
        PaperActiveContent);
    row("pdf with a file inside",
        samples::pdfWith("/Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >>",
                         { "<< /Type /Filespec /F (a.exe) /EF << /F 5 0 R >> >>",
                           "<< /Type /EmbeddedFile /Length 2 >>\nstream\nMZ\nendstream" }),
        pdf, PaperActiveContent);
    row("pdf with a picture of 20,000 x 20,000",
        samples::pdfWith("", { "<< /Type /XObject /Subtype /Image /Width 20000 /Height 20000 "
                               "/ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream" }),
        pdf, PaperTooManyPixels);
    const QByteArray rotten = withByteFlipped(qCompress(QByteArray(3000, 'a')).mid(4), 8);
    row("pdf with a rotten stream",
        samples::pdfWith("", { "<< /Filter /FlateDecode /Length " + QByteArray::number(rotten.size()) + " >>\nstream\n" + rotten
                               + "\nendstream" }),
        pdf, PaperBroken);
}

void TestPaperFile::refusesWithItsReason()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, suffix);
    const Result<PaperFile> paper = motcua::inspectPaper(content, suffix, {});
    QVERIFY(!paper);
    QTEST(paper.error().code, "code");
}

void TestPaperFile::anyCutIsNoticed_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("jpeg") << samples::jpeg({ 640, 480 });
    QTest::newRow("png") << samples::png({ 640, 480 });
    QTest::newRow("pdf") << samples::pdf(2);
}

void TestPaperFile::anyCutIsNoticed()
{
    QFETCH(QByteArray, content);
    const int steps = 40;
    for (int step = 1; step < steps; ++step) {
        const Result<PaperFile> paper = motcua::inspectPaper(content.first(content.size() * step / steps), {}, {});
        QVERIFY2(!paper, qPrintable(u"cut at %1 of %2"_s.arg(step).arg(steps)));
        QCOMPARE(paper.error().code, ErrorCode::PaperBroken);
    }
}

void TestPaperFile::everyFlippedByteOfAPngIsNoticed()
{
    const QByteArray content = samples::png({ 40, 30 });
    for (qsizetype at = 8; at < content.size(); ++at)
        QVERIFY2(!motcua::inspectPaper(withByteFlipped(content, at), {}, {}), qPrintable(QString::number(at)));
}

void TestPaperFile::rottenFilesNeverHarm_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("jpeg") << samples::jpegWithExif({ 64, 48 }, 6);
    QTest::newRow("png") << samples::png({ 64, 48 });
    QTest::newRow("pdf") << samples::pdf(1);
    QTest::newRow("pdf with a form") << samples::pdfWith("/AcroForm << /Fields [4 0 R] >>",
                                                         { "<< /FT /Tx /T (a) /Kids [5 0 R] >>", "<< /Parent 4 0 R >>" });
}

// Whatever is judged whole can be shown and turned; whatever is not is refused. Run it under the sanitizers.
void TestPaperFile::rottenFilesNeverHarm()
{
    QFETCH(QByteArray, content);
    constexpr int rounds = 400;
    QRandomGenerator random(20261122);
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        QByteArray rotten = content;
        const int bites = 1 + int(random.bounded(4));
        for (int bite = 0; bite < bites; ++bite)
            rotten[random.bounded(rotten.size())] = char(random.bounded(256));
        const Result<PaperFile> paper = motcua::inspectPaper(rotten, {}, { .maxPixels = 1'000'000 });
        if (!paper) {
            ++refused;
            continue;
        }
        QVERIFY(motcua::renderPaper(paper->content, paper->mediaType, 0, pageBounds));
        const Result<PaperFile> turned = motcua::rotatePaper(*paper, 90);
        QVERIFY(turned);
        QCOMPARE(turned->pages, paper->pages);
    }
    QVERIFY(refused > 0);
}

void TestPaperFile::limitsCount()
{
    const QByteArray png = samples::png({ 100, 100 });
    QVERIFY(motcua::inspectPaper(png, {}, { .maxBytes = png.size(), .maxPages = 1, .maxPixels = 10000 }));
    QCOMPARE(motcua::inspectPaper(png, {}, { .maxBytes = png.size() - 1 }).error().code, ErrorCode::PaperTooLarge);
    QCOMPARE(motcua::inspectPaper(png, {}, { .maxPixels = 9999 }).error().code, ErrorCode::PaperTooManyPixels);
    QCOMPARE(motcua::inspectPaper(samples::pdf(3), {}, { .maxPages = 2 }).error().code, ErrorCode::PaperTooManyPages);
}

void TestPaperFile::pdfBombIsDefused()
{
    const QByteArray packed = qCompress(QByteArray(1 << 24, '\0')).mid(4);
    const QByteArray stream =
        "<< /Filter /FlateDecode /Length " + QByteArray::number(packed.size()) + " >>\nstream\n" + packed + "\nendstream";
    const QByteArray bomb = samples::pdfWith("", QList<QByteArray>(30, stream)); // 480 MiB in half a megabyte
    QVERIFY(bomb.size() < 1 << 20);
    const Result<PaperFile> paper = motcua::inspectPaper(bomb, u"pdf"_s, { .maxPixels = 10'000'000 });
    QVERIFY(!paper);
    QCOMPARE(paper.error().code, ErrorCode::PaperTooLarge);
    QVERIFY(motcua::inspectPaper(samples::pdfWith("", { stream }), u"pdf"_s, { .maxPixels = 10'000'000 }));
}

void TestPaperFile::rendersInsideBounds_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("mediaType");
    QTest::addColumn<QSize>("expected");
    QTest::newRow("wide jpeg") << samples::jpeg({ 1000, 500 }) << u"image/jpeg"_s << QSize(400, 200);
    QTest::newRow("tall png") << samples::png({ 500, 1000 }) << u"image/png"_s << QSize(200, 400);
    QTest::newRow("small png stays small") << samples::png({ 50, 20 }) << u"image/png"_s << QSize(50, 20);
    QTest::newRow("lying jpeg") << samples::jpegWithExif({ 1000, 500 }, 6) << u"image/jpeg"_s << QSize(200, 400);
    QTest::newRow("a4") << samples::pdf(1) << u"application/pdf"_s << QSize(283, 400);
}

void TestPaperFile::rendersInsideBounds()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, mediaType);
    const Result<QImage> image = motcua::renderPaper(content, mediaType, 0, pageBounds);
    QVERIFY(image);
    QTEST(image->size(), "expected");
}

void TestPaperFile::honoursOrientation_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QString>("corner");
    QTest::newRow("upright") << 1 << u"tl"_s;
    QTest::newRow("upside down") << 3 << u"br"_s;
    QTest::newRow("turned right") << 6 << u"tr"_s;
    QTest::newRow("turned left") << 8 << u"bl"_s;
}

void TestPaperFile::honoursOrientation()
{
    QFETCH(int, orientation);
    const QByteArray content = samples::jpegWithExif({ 300, 200 }, orientation);
    QTEST(redCorner(*motcua::renderPaper(content, u"image/jpeg"_s, 0, pageBounds)), "corner");
}

void TestPaperFile::rotates_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("degrees");
    QTest::addColumn<QString>("corner");
    const auto rows = [](const char *name, const QByteArray &content, const QStringList &corners) {
        for (int turn = 1; turn <= 3; ++turn)
            QTest::addRow("%s by %d", name, turn * 90) << content << turn * 90 << corners.at(turn);
    };
    rows("jpeg", samples::jpeg({ 300, 200 }), { u"tl"_s, u"tr"_s, u"br"_s, u"bl"_s });
    rows("jpeg that was lying", samples::jpegWithExif({ 300, 200 }, 6), { u"tr"_s, u"br"_s, u"bl"_s, u"tl"_s });
    rows("png", samples::png({ 300, 200 }), { u"tl"_s, u"tr"_s, u"br"_s, u"bl"_s });
    rows("pdf", samples::pdf(3), { u"tl"_s, u"tr"_s, u"br"_s, u"bl"_s });
}

void TestPaperFile::rotates()
{
    QFETCH(QByteArray, content);
    QFETCH(int, degrees);
    QFETCH(QString, corner);
    const Result<PaperFile> before = motcua::inspectPaper(content, {}, {});
    QVERIFY(before);
    const Result<PaperFile> after = motcua::rotatePaper(*before, degrees);
    QVERIFY(after);
    QCOMPARE(after->mediaType, before->mediaType);
    QCOMPARE(after->pages, before->pages);
    QVERIFY(motcua::inspectPaper(after->content, motcua::suffixFor(after->mediaType), {}));
    for (int page = 0; page < after->pages; ++page)
        QCOMPARE(redCorner(*motcua::renderPaper(after->content, after->mediaType, page, pageBounds)), corner);
}

void TestPaperFile::rotationLeavesPlacesBehind()
{
    for (const QByteArray &content : { samples::jpegWithExif({ 300, 200 }, 6), samples::png({ 300, 200 }) }) {
        QVERIFY(content.contains("GPS-11.5N"));
        const Result<PaperFile> turned = motcua::rotatePaper(*motcua::inspectPaper(content, {}, {}), 90);
        QVERIFY(turned);
        QVERIFY(!turned->content.contains("GPS-11.5N"));
        QVERIFY(!turned->content.contains("Exif"));
        QBuffer buffer;
        buffer.setData(turned->content);
        QVERIFY(QImageReader(&buffer).read().textKeys().isEmpty());
    }
}

void TestPaperFile::signedPdfIsNotTurned()
{
    const QByteArray content = samples::pdfWith(
        "/AcroForm << /SigFlags 3 /Fields [4 0 R] >>",
        { "<< /FT /Sig /T (chu ky) /V 5 0 R >>", "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>" });
    const Result<PaperFile> paper = motcua::inspectPaper(content, u"pdf"_s, {});
    QVERIFY(paper);
    QCOMPARE(motcua::rotatePaper(*paper, 90).error().code, ErrorCode::PaperSigned);
}

void TestPaperFile::previewFailsPlainly()
{
    const QByteArray pdf = samples::pdf(1);
    QCOMPARE(motcua::renderPaper(pdf, u"application/pdf"_s, 1, pageBounds).error().code, ErrorCode::PaperNotShown);
    QCOMPARE(motcua::renderPaper(pdf, u"application/pdf"_s, -1, pageBounds).error().code, ErrorCode::PaperNotShown);
    QCOMPARE(motcua::renderPaper(pdf, u"image/png"_s, 0, pageBounds).error().code, ErrorCode::PaperNotShown);
    QCOMPARE(motcua::renderPaper(pdf, u"application/pdf"_s, 0, {}).error().code, ErrorCode::PaperNotShown);
    QCOMPARE(motcua::rotatePaper({ pdf, u"application/pdf"_s, 1 }, 45).error().code, ErrorCode::PaperNotTurned);
    QCOMPARE(motcua::rotatePaper({ "rác", u"image/png"_s, 1 }, 90).error().code, ErrorCode::PaperNotTurned);
}

void TestPaperFile::cleanupTestCase()
{
    QCOMPARE(QDir(m_temp.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
}

QTEST_MAIN(TestPaperFile)

#include "tst_paperfile.moc"
