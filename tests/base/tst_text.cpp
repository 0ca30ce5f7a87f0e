#include "core/base/text.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizes_data();
    void normalizes();
    void folds_data();
    void folds();
    void foldedIsStable();
    void matchesBeginningsOfWords_data();
    void matchesBeginningsOfWords();
};

void TestText::normalizes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::newRow("composes") << u"Nguye\u0302\u0303n Thi\u0323"_s << u"Nguyễn Thị"_s;
    QTest::newRow("marks in the other order") << u"e\u0323\u0302"_s << u"ệ"_s;
    QTest::newRow("squeezes") << u"  Điểu \t Thị\u00a0\u00a0Mai\n"_s << u"Điểu Thị Mai"_s;
    QTest::newRow("drops control characters") << u"Mai\u0007\u001b[0m"_s << u"Mai[0m"_s;
    QTest::newRow("a new line is a space") << u"một\r\nhai"_s << u"một hai"_s;
    QTest::newRow("minority letters stay") << u"H'Ƀlơ\u0306 Čư\u0306"_s << u"H'Ƀlơ\u0306 Čư\u0306"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TestText::normalizes()
{
    QFETCH(QString, typed);
    QTEST(motcua::normalized(typed), "stored");
}

void TestText::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::newRow("a name") << u"Điểu Thị Mai"_s << u"dieu thi mai"_s;
    QTest::newRow("all vowels") << u"ĂÂÊÔƠƯ ăâêôơư"_s << u"aaeoou aaeoou"_s;
    QTest::newRow("all tones") << u"à ả ã á ạ"_s << u"a a a a a"_s;
    QTest::newRow("two marks") << u"ẦỂỖỘỢỮỰ"_s << u"aeooouu"_s;
    QTest::newRow("decomposed") << u"Nguye\u0302\u0303n"_s << u"nguyen"_s;
    QTest::newRow("d") << u"ĐđDd"_s << u"dddd"_s;
    QTest::newRow("minority marks") << u"Čơ\u0306 Ŏi Ĭ Ñ"_s << u"co oi i n"_s;
    QTest::newRow("a code") << u" 1.004873 "_s << u"1.004873"_s;
}

void TestText::folds()
{
    QFETCH(QString, text);
    QTEST(motcua::folded(text), "key");
}

void TestText::foldedIsStable()
{
    for (const QString &text : { u"Điểu Thị Mai"_s, u"ỦY BAN NHÂN DÂN"_s, u"Ƀ ƀ Č č"_s })
        QCOMPARE(motcua::folded(motcua::folded(text)), motcua::folded(text));
}

void TestText::matchesBeginningsOfWords_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("matches");
    QTest::newRow("without tones") << u"hon nhan"_s << true;
    QTest::newRow("with tones") << u"Hôn nhân"_s << true;
    QTest::newRow("beginnings, any order") << u"nh xac"_s << true;
    QTest::newRow("capital letters") << u"XÁC NHẬN"_s << true;
    QTest::newRow("nothing typed yet") << QString() << true;
    QTest::newRow("inside of a word") << u"hân"_s << false;
    QTest::newRow("one word is missing") << u"hôn nhân con"_s << false;
}

void TestText::matchesBeginningsOfWords()
{
    QFETCH(QString, needle);
    QTEST(motcua::matchesFolded(u"Giấy xác nhận tình trạng hôn nhân"_s, needle), "matches");
}

QTEST_APPLESS_MAIN(TestText)

#include "tst_text.moc"
