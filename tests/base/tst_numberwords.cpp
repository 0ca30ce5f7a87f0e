#include "core/base/numberwords.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace motcua;

class TestNumberWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void words_data();
    void words();
};

void TestNumberWords::words_data()
{
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QString>("expected");
    const auto row = [](qint64 number, const QString &expected) {
        QTest::newRow(qPrintable(QString::number(number))) << number << expected;
    };
    row(0, u"không"_s);
    row(4, u"bốn"_s);
    row(5, u"năm"_s);
    row(10, u"mười"_s);
    row(11, u"mười một"_s);
    row(14, u"mười bốn"_s);
    row(15, u"mười lăm"_s);
    row(20, u"hai mươi"_s);
    row(21, u"hai mươi mốt"_s);
    row(24, u"hai mươi tư"_s);
    row(25, u"hai mươi lăm"_s);
    row(31, u"ba mươi mốt"_s);
    row(100, u"một trăm"_s);
    row(105, u"một trăm linh năm"_s);
    row(115, u"một trăm mười lăm"_s);
    row(555, u"năm trăm năm mươi lăm"_s);
    row(1000, u"một nghìn"_s);
    row(1900, u"một nghìn chín trăm"_s);
    row(1904, u"một nghìn chín trăm linh bốn"_s);
    row(1995, u"một nghìn chín trăm chín mươi lăm"_s);
    row(2000, u"hai nghìn"_s);
    row(2005, u"hai nghìn không trăm linh năm"_s);
    row(2026, u"hai nghìn không trăm hai mươi sáu"_s);
    row(8000, u"tám nghìn"_s);
    row(16'000, u"mười sáu nghìn"_s);
    row(200'000, u"hai trăm nghìn"_s);
    row(1'005'000, u"một triệu không trăm linh năm nghìn"_s);
    row(1'000'001, u"một triệu không trăm linh một"_s);
    row(21'521'015, u"hai mươi mốt triệu năm trăm hai mươi mốt nghìn không trăm mười lăm"_s);
    row(1'000'000'000, u"một tỷ"_s);
    row(3'000'000'008, u"ba tỷ không trăm linh tám"_s);
    row(12'000'500'000'000, u"mười hai nghìn tỷ năm trăm triệu"_s);
    row(-41, u"âm bốn mươi mốt"_s);
    row(std::numeric_limits<qint64>::min(),
        u"âm chín tỷ hai trăm hai mươi ba triệu ba trăm bảy mươi hai nghìn không trăm ba mươi sáu tỷ tám trăm năm mươi tư triệu "
        "bảy trăm bảy mươi lăm nghìn tám trăm linh tám"_s);
}

void TestNumberWords::words()
{
    QFETCH(qint64, number);
    QFETCH(QString, expected);
    QCOMPARE(numberInWords(number), expected);
}

QTEST_APPLESS_MAIN(TestNumberWords)
#include "tst_numberwords.moc"
