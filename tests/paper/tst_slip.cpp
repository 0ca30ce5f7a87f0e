#include "core/base/text.h"
#include "core/paper/fonts.h"
#include "core/paper/slip.h"

#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QGuiApplication>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTransform>
#include <QTranslator>

using namespace Qt::StringLiterals;
using motcua::SlipContent;

namespace {

// domain.md 3.1: what an official code looks like. A slip must never carry one.
const QRegularExpression &officialCode()
{
    static const QRegularExpression pattern(
        u"(?:[GH]\\d{2}(?:\\.\\d{1,3}){0,4}|\\d{3}(?:\\.\\d{2}){2}\\.[GH]\\d{2})-\\d{6}-\\d{4,7}"_s);
    return pattern;
}

SlipContent sample()
{
    SlipContent slip;
    slip.communeName = u"Xã Đa Kia"_s;
    slip.provinceName = u"Thành phố Đồng Nai"_s;
    slip.localCode = u"TAM-25231-01-261122-007-K"_s;
    slip.procedureCode = u"1.004873"_s;
    slip.procedureName = u"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân"_s;
    slip.applicantName = u"Điểu Thị Mai"_s;
    slip.requesterName = u"Nguyễn Hữu Phước"_s;
    slip.personalId = u"070195000123"_s;
    slip.phone = u"0912 345 678"_s;
    slip.capturedAt = QDateTime(QDate(2026, 11, 22), QTime(2, 15), Qt::UTC);
    slip.deadlineText = u"03 ngày làm việc; phải xác minh thì không quá 23 ngày"_s;
    slip.feeText = u"Theo nghị quyết của Hội đồng nhân dân thành phố; miễn cho hộ nghèo"_s;
    slip.officerRole = u"Công chức tiếp nhận"_s;
    slip.recordHash = u"9f2c41d07be6a358"_s;
    slip.papers = {
        { u"Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"_s, u"Bản chính nộp"_s, 1, 2, false },
        { u"Căn cước hoặc hộ chiếu của người yêu cầu"_s, u"Bản chính xuất trình"_s, 2, 2, true },
        { u"Trích lục ghi chú ly hôn của lần kết hôn trước"_s, u"Bản chụp"_s, 1, 1, true },
    };
    return slip;
}

SlipContent longSample()
{
    SlipContent slip = sample();
    slip.applicantName = u"H'Ƀlơ̆ Niê Kđăm Čư̆ Ƀuôn Ơ̆i Ư̆t Čơ̆ ƀri H'Ñoanh Ŏi Ĭ Êban Mlô Kbuôr Ayŭn Rcăm Ksor Y Ƀhăm"_s;
    slip.requesterName.clear();
    slip.papers.clear();
    for (int i = 1; i <= 25; ++i)
        slip.papers.append({ u"Giấy tờ thứ %1 trong hồ sơ, có tên dài để phải xuống dòng cho đủ chỗ trong cột"_s.arg(i),
                             u"Bản chính xuất trình"_s, 1, i, i % 3 != 0 });
    return slip;
}

} // namespace

// The slip is read here as others read it: by poppler, by a bar code reader and by qpdf.
class TestSlip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatItMust();
    void givesNoPromise();
    void isReadByPhones_data();
    void isReadByPhones();
    void qrStandsTopLeft();
    void isSoundPdf();
    void onePageUntilThePapersNeedMore();
    void unusualLettersSurvive();
    void aTransferIsReadByPhonesAndProvesNothing();
    void emptyFactsLeaveNoGap();
    void metadataNamesNobody();
    void isVietnameseOnAnyScreen();
    void rendersOnAnotherThread();
    void bundledFontIsUsed();

private:
    QString saved(const SlipContent &content, const QString &name);
    QByteArray run(const QString &program, const QStringList &arguments);
    QString textOf(const QString &pdf);
    QString pictureOf(const QString &pdf, int dpi);

    QTemporaryDir m_temp;
    QDir m_folder;
};

void TestSlip::initTestCase()
{
    QVERIFY(m_temp.isValid());
    // MOTCUA_SLIP_DIR keeps the slips for eyes.
    m_folder.setPath(qEnvironmentVariable("MOTCUA_SLIP_DIR", m_temp.path()));
    for (const QString &tool : { u"pdftotext"_s, u"pdftoppm"_s, u"pdfinfo"_s, u"pdffonts"_s, u"zbarimg"_s, u"qpdf"_s })
        QVERIFY2(!QStandardPaths::findExecutable(tool).isEmpty(), qPrintable(tool + u" is missing"_s));
}

QString TestSlip::saved(const SlipContent &content, const QString &name)
{
    const motcua::Result<QByteArray> pdf = motcua::renderSlip(content);
    if (!pdf)
        qFatal("no slip: %s", qPrintable(pdf.error().detail));
    QFile file(m_folder.filePath(name + u".pdf"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
        qFatal("cannot write the sample");
    return file.fileName();
}

QByteArray TestSlip::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QString TestSlip::textOf(const QString &pdf)
{
    return QString::fromUtf8(run(u"pdftotext"_s, { pdf, u"-"_s })).normalized(QString::NormalizationForm_C).simplified();
}

QString TestSlip::pictureOf(const QString &pdf, int dpi)
{
    const QString base = pdf.chopped(4) + u'-' + QString::number(dpi);
    run(u"pdftoppm"_s, { u"-png"_s, u"-singlefile"_s, u"-r"_s, QString::number(dpi), pdf, base });
    return base + u".png"_s;
}

void TestSlip::saysWhatItMust()
{
    const QString text = textOf(saved(sample(), u"slip"_s));
    for (const QString &line : { u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s,
                                 u"Độc lập - Tự do - Hạnh phúc"_s,
                                 u"ỦY BAN NHÂN DÂN XÃ ĐA KIA"_s,
                                 u"THÀNH PHỐ ĐỒNG NAI"_s,
                                 u"Đa Kia, ngày 22 tháng 11 năm 2026"_s,
                                 u"PHIẾU GHI NHẬN HỒ SƠ TẠM THỜI"_s,
                                 u"(Chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả)"_s,
                                 u"TAM-25231-01-261122-007-K"_s,
                                 u"Thủ tục cấp Giấy xác nhận tình trạng hôn nhân (mã 1.004873)"_s,
                                 u"Điểu Thị Mai"_s,
                                 u"Nguyễn Hữu Phước"_s,
                                 u"070*****0123"_s,
                                 u"0912 345 678"_s,
                                 u"09 giờ 15 phút, ngày 22/11/2026"_s,
                                 u"Đã trả lại bản chính"_s,
                                 u"Giữ bản chính"_s,
                                 u"TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"_s,
                                 u"2 tệp,"_s,
                                 u"2 trang"_s,
                                 u"Dự kiến giải quyết"_s,
                                 u"03 ngày làm việc"_s,
                                 u"Thời hạn tính từ khi hồ sơ được gửi và cơ quan có thẩm quyền tiếp nhận"_s,
                                 u"mã hồ sơ chính thức"_s,
                                 u"NGƯỜI NỘP HỒ SƠ"_s,
                                 u"NGƯỜI GHI NHẬN"_s,
                                 u"Công chức tiếp nhận"_s,
                                 u"9f2c41d07be6a358"_s,
                                 u"Trang 1/1"_s }) {
        QVERIFY2(text.contains(line), qPrintable(line + u" is not in: "_s + text));
    }
    QVERIFY(!text.contains(u"070195000123"_s));
}

void TestSlip::givesNoPromise()
{
    QString text = textOf(saved(sample(), u"slip"_s)) + motcua::slipQrText(sample());
    QVERIFY(officialCode().match(u"H15.50.05.13-261008-0975"_s).hasMatch());
    QVERIFY(!officialCode().match(text).hasMatch());
    QCOMPARE(text.remove(u"(Chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả)"_s).count(u"hẹn trả"_s, Qt::CaseInsensitive), 0);
    QVERIFY(!text.contains(u"ngày trả"_s, Qt::CaseInsensitive));
    QVERIFY(motcua::slipQrText(sample()).contains(u"\nMA_HO_SO=\n"_s));
    QVERIFY(motcua::slipQrText(sample()).startsWith(u"LOAI=TAM\n"_s));
    QVERIFY(!motcua::slipQrText(sample()).contains(sample().personalId));
}

void TestSlip::isReadByPhones_data()
{
    QTest::addColumn<int>("dpi");
    QTest::newRow("office printer") << 300;
    QTest::newRow("thrifty printer") << 200;
}

void TestSlip::isReadByPhones()
{
    QFETCH(int, dpi);
    const QString picture = pictureOf(saved(sample(), u"slip"_s), dpi);
    QVERIFY(QImage(picture).transformed(QTransform().rotate(8)).save(picture)); // held in the hand, not on a scanner
    const QString read =
        QString::fromUtf8(run(u"zbarimg"_s, { u"--raw"_s, u"-q"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s, picture }));
    QCOMPARE(read, motcua::slipQrText(sample()) + u'\n');
}

void TestSlip::qrStandsTopLeft()
{
    const QImage page(pictureOf(saved(sample(), u"slip"_s), 150));
    QVERIFY(!page.isNull());
    // The finder pattern of a QR code is black in its own corner: the first ink from the left and from the top is the code.
    QRect firstInk;
    for (int y = 0; y < page.height() / 4; ++y) {
        for (int x = 0; x < page.width() / 3; ++x) {
            if (qGray(page.pixel(x, y)) < 128)
                firstInk |= QRect(x, y, 1, 1);
        }
        if (!firstInk.isNull())
            break;
    }
    QVERIFY(firstInk.left() < page.width() / 10);
    QVERIFY(firstInk.top() < page.height() / 15);
    QCOMPARE(qGray(page.pixel(firstInk.left() + 1, firstInk.top() + 1)), 0);
}

void TestSlip::isSoundPdf()
{
    for (const SlipContent &content : { sample(), longSample() }) {
        const QString pdf = saved(content, u"sound"_s);
        QVERIFY(run(u"qpdf"_s, { u"--check"_s, pdf }).contains("No syntax or stream encoding errors found"));
        const QString fonts = QString::fromUtf8(run(u"pdffonts"_s, { pdf }));
        const QStringList rows = fonts.split(u'\n', Qt::SkipEmptyParts).sliced(2);
        QVERIFY(!rows.isEmpty());
        static const QRegularExpression embeddedWithUnicode(u"NotoSans.*\\syes\\s+\\w+\\s+yes\\s+\\d+\\s+\\d+\\s*$"_s);
        for (const QString &row : rows)
            QVERIFY2(embeddedWithUnicode.match(row).hasMatch(), qPrintable(row));
    }
}

void TestSlip::onePageUntilThePapersNeedMore()
{
    QVERIFY(run(u"pdfinfo"_s, { saved(sample(), u"slip"_s) }).contains("Pages:           1\n"));
    const QString longPdf = saved(longSample(), u"long"_s);
    QVERIFY(run(u"pdfinfo"_s, { longPdf }).contains("Pages:           2\n"));
    pictureOf(longPdf, 100);
    const QString text = textOf(longPdf);
    QVERIFY(text.contains(u"Trang 1/2"_s));
    QVERIFY(text.contains(u"Trang 2/2"_s));
    QCOMPARE(text.count(u"Tên giấy tờ"_s), 2);
    for (int i = 1; i <= 25; ++i)
        QVERIFY(text.contains(u"Giấy tờ thứ %1 trong hồ sơ"_s.arg(i)));
}

void TestSlip::unusualLettersSurvive()
{
    const QString text = textOf(saved(longSample(), u"long"_s));
    for (const QString &word : longSample().applicantName.normalized(QString::NormalizationForm_C).split(u' '))
        QVERIFY2(text.contains(word), qPrintable(word + u" is not in: "_s + text.left(1500)));
}

void TestSlip::aTransferIsReadByPhonesAndProvesNothing()
{
    SlipContent slip = sample();
    slip.feeText = u"16.000 đồng (Mười sáu nghìn đồng)\nĐược miễn: hộ nghèo (đến 28/02/2027)"_s;
    slip.papers = slip.papers.first(1);
    slip.transfer = { "00020101021238540010A00000072701240006970436011000000000010208QRIBFTTA53037045405160005802VN"
                      "62220818PHI TAM 25231 00016304E77E",
                      u"UBND XÃ ĐA KIA"_s,
                      u"0000000001"_s,
                      u"970436"_s,
                      u"16.000 đồng"_s,
                      u"PHI TAM 25231 0001"_s };
    const QString pdf = saved(slip, u"transfer"_s);
    const QString text = textOf(pdf);
    for (const QString &line :
         { u"16.000 đồng (Mười sáu nghìn đồng)"_s, u"Được miễn: hộ nghèo (đến 28/02/2027)"_s, u"chờ đối soát"_s,
           u"không phải chứng từ nộp tiền"_s, u"PHI TAM 25231 0001"_s, u"UBND XÃ ĐA KIA"_s, u"Trang 1/1"_s })
        QVERIFY2(text.contains(line), qPrintable(line + u" is not in: "_s + text));
    QVERIFY(!officialCode().match(text).hasMatch());
    const QString read =
        QString::fromUtf8(run(u"zbarimg"_s, { u"--raw"_s, u"-q"_s, u"-Sdisable"_s, u"-Sqrcode.enable"_s, pictureOf(pdf, 200) }));
    QVERIFY2(read.contains(QString::fromLatin1(slip.transfer.code)), qPrintable(read));
    QVERIFY(read.contains(u"LOAI=TAM"_s));
    QVERIFY(!textOf(saved(sample(), u"slip"_s)).contains(u"VietQR"_s));
}

void TestSlip::emptyFactsLeaveNoGap()
{
    SlipContent content = sample();
    content.requesterName.clear();
    content.phone.clear();
    content.personalId.clear();
    content.papers.clear();
    const QString text = textOf(saved(content, u"bare"_s));
    QVERIFY(!text.contains(u"Điện thoại"_s));
    QVERIFY(!text.contains(u"số điện thoại"_s));
    QVERIFY(!text.contains(u"Số định danh"_s));
    QVERIFY(text.contains(u"Chưa có giấy tờ kèm theo."_s));
    QVERIFY(text.contains(u"Điểu Thị Mai"_s));
}

void TestSlip::metadataNamesNobody()
{
    const QString info = QString::fromUtf8(run(u"pdfinfo"_s, { saved(sample(), u"slip"_s) }));
    QVERIFY(info.contains(u"Phiếu ghi nhận hồ sơ tạm thời"_s));
    QVERIFY(info.contains(u"Một Cửa"_s));
    QVERIFY(!info.contains(u"Mai"_s));
    QVERIFY(!info.contains(u"Author"_s));
    const QByteArray pdf = *motcua::renderSlip(sample());
    QVERIFY(!pdf.contains("070195000123"));
}

void TestSlip::isVietnameseOnAnyScreen()
{
    // No translator is installed in this process: the screen would speak English.
    QCOMPARE(QCoreApplication::translate("Slip", "Telephone"), u"Telephone"_s);
    QVERIFY(textOf(saved(sample(), u"slip"_s)).contains(u"Điện thoại"_s));
}

void TestSlip::rendersOnAnotherThread()
{
    motcua::Result<QByteArray> pdf;
    QThread *worker = QThread::create([&] { pdf = motcua::renderSlip(sample()); });
    worker->start();
    QVERIFY(worker->wait());
    delete worker;
    QVERIFY(pdf);
    QVERIFY(pdf->startsWith("%PDF-"));
}

void TestSlip::bundledFontIsUsed()
{
    QVERIFY(motcua::ensureFonts());
    QCOMPARE(QFontInfo(QFont(motcua::bundledFontFamily())).family(), motcua::bundledFontFamily());
}

QTEST_MAIN(TestSlip)

#include "tst_slip.moc"
