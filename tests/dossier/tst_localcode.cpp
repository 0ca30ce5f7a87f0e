#include "core/dossier/localcode.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using motcua::isLocalCode;
using motcua::makeLocalCode;

namespace {

const QDate someDay(2026, 11, 22);

// The algorithm of ISO/IEC 7064 for pure systems, written from its definition: a valid string's weighted sum is 1 modulo 37.
bool checksByDefinition(const QString &code)
{
    const QString alphabet = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"_s;
    const QString plain = QString(code).remove(u'-');
    int weight = 1;
    int sum = 0;
    for (qsizetype place = plain.size() - 1; place >= 0; --place) {
        sum = (sum + int(alphabet.indexOf(plain[place])) * weight) % 37;
        weight = weight * 2 % 37;
    }
    return sum == 1;
}

} // namespace

class TestLocalCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isMadeOfItsParts();
    void isIso7064();
    void serialsMayGrow();
    void anyWrongCharacterIsNoticed();
    void anySwapOfNeighboursIsNoticed();
    void isReadAsPeopleTypeIt();
    void otherThingsAreNotLocalCodes_data();
    void otherThingsAreNotLocalCodes();
    void isNeverAnOfficialCode();
};

void TestLocalCode::isMadeOfItsParts()
{
    const QString code = makeLocalCode(u"25231"_s, u"01"_s, someDay, 7);
    QVERIFY2(code.startsWith(u"TAM-25231-01-261122-007-"_s), qPrintable(code));
    QCOMPARE(code.size(), 25);
    QVERIFY(isLocalCode(code));
}

void TestLocalCode::isIso7064()
{
    QSet<QChar> checks;
    for (int serial = 1; serial <= 2000; ++serial) {
        const QString code = makeLocalCode(u"25231"_s, u"01"_s, someDay, serial);
        QVERIFY2(checksByDefinition(code), qPrintable(code));
        QVERIFY(isLocalCode(code));
        checks.insert(code.back());
    }
    QCOMPARE(checks.size(), 37); // all characters occur, the star too
}

void TestLocalCode::serialsMayGrow()
{
    QVERIFY(isLocalCode(makeLocalCode(u"25231"_s, u"01"_s, someDay, 1234)));
    QVERIFY(makeLocalCode(u"25231"_s, u"01"_s, someDay, 1234).contains(u"-1234-"_s));
}

void TestLocalCode::anyWrongCharacterIsNoticed()
{
    const QString code = makeLocalCode(u"25231"_s, u"01"_s, someDay, 42);
    const QString alphabet = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*"_s;
    for (qsizetype at = 0; at < code.size(); ++at) {
        if (code.at(at) == u'-')
            continue;
        for (const QChar other : alphabet) {
            QString wrong = code;
            wrong[at] = other;
            QCOMPARE(isLocalCode(wrong), wrong == code);
        }
    }
}

void TestLocalCode::anySwapOfNeighboursIsNoticed()
{
    for (int serial = 1; serial <= 300; ++serial) {
        const QString code = makeLocalCode(u"25387"_s, u"02"_s, someDay, serial);
        for (qsizetype at = 4; at + 1 < code.size(); ++at) {
            if (code.at(at) == u'-')
                continue;
            const qsizetype next = code.at(at + 1) == u'-' ? at + 2 : at + 1;
            QString wrong = code;
            std::swap(wrong[at], wrong[next]);
            if (wrong != code)
                QVERIFY2(!isLocalCode(wrong), qPrintable(wrong));
        }
    }
}

void TestLocalCode::isReadAsPeopleTypeIt()
{
    const QString code = makeLocalCode(u"25231"_s, u"01"_s, someDay, 7);
    QVERIFY(isLocalCode(u"  "_s + code.toLower() + u" \n"_s));
}

void TestLocalCode::otherThingsAreNotLocalCodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("official") << u"H15.50.05.13-261008-0975"_s;
    QTest::newRow("without its check") << u"TAM-25231-01-261122-007"_s;
    QTest::newRow("two lines") << makeLocalCode(u"25231"_s, u"01"_s, someDay, 7) + u"\nTAM"_s;
    QTest::newRow("short serial") << u"TAM-25231-01-261122-07-0"_s;
    QTest::newRow("other digits") << u"TAM-٢٥٢٣١-01-261122-007-0"_s;
    QTest::newRow("a person's number") << u"070195000123"_s;
}

void TestLocalCode::otherThingsAreNotLocalCodes()
{
    QFETCH(QString, text);
    QVERIFY(!isLocalCode(text));
}

void TestLocalCode::isNeverAnOfficialCode()
{
    // domain.md 3.1
    const QRegularExpression official(
        u"^(?:[GH]\\d{2}(?:\\.\\d{1,3}){0,4}|\\d{3}(?:\\.\\d{2}){2}\\.[GH]\\d{2})-\\d{6}-\\d{4,7}$"_s);
    QVERIFY(official.match(u"H15.50.05.13-261008-0975"_s).hasMatch());
    for (int serial = 1; serial <= 1500; ++serial)
        QVERIFY(!official.match(makeLocalCode(u"25231"_s, u"01"_s, someDay, serial)).hasMatch());
}

QTEST_APPLESS_MAIN(TestLocalCode)

#include "tst_localcode.moc"
