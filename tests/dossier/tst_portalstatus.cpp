#include "core/dossier/portalstatus.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;

class TestPortalStatus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void knowsTheTenOfTheNationalPortal();
    void unknownNumbersAreShownNotHidden();
    void finalAndCallingAreApart();

private:
    QTranslator m_vietnamese;
};

void TestPortalStatus::initTestCase()
{
    QVERIFY(m_vietnamese.load(u":/translations/motcua_vi.qm"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_vietnamese));
}

void TestPortalStatus::knowsTheTenOfTheNationalPortal()
{
    QCOMPARE(motcua::knownPortalStatuses(), QList<int>({ 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }));
    QSet<QString> texts;
    for (const int status : motcua::knownPortalStatuses())
        texts.insert(motcua::portalStatusText(status));
    QCOMPARE(texts.size(), 10);
    QCOMPARE(motcua::portalStatusText(4), u"Đang xử lý"_s);
    QCOMPARE(motcua::portalStatusText(10), u"Đã trả kết quả"_s);
}

void TestPortalStatus::unknownNumbersAreShownNotHidden()
{
    for (const int status : { -1, 0, 11, 42 }) {
        QCOMPARE(motcua::portalStatusText(status), u"Trạng thái %1"_s.arg(status));
        QVERIFY(!motcua::portalStatusIsFinal(status));
        QVERIFY(!motcua::portalStatusNeedsCitizen(status));
    }
}

void TestPortalStatus::finalAndCallingAreApart()
{
    QList<int> ended;
    QList<int> calling;
    for (const int status : motcua::knownPortalStatuses()) {
        if (motcua::portalStatusIsFinal(status))
            ended.append(status);
        if (motcua::portalStatusNeedsCitizen(status))
            calling.append(status);
    }
    QCOMPARE(ended, QList<int>({ 3, 7, 8, 10 }));
    QCOMPARE(calling, QList<int>({ 5, 6 }));
}

QTEST_GUILESS_MAIN(TestPortalStatus)

#include "tst_portalstatus.moc"
