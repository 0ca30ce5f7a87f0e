// The shipped linked procedures: which branches answers open, and that each branch has what its card and its agency need.
#include "core/procedure/branches.h"
#include "core/procedure/formstate.h"
#include "tests/procedure/sampleanswers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace motcua;
using namespace Qt::StringLiterals;

namespace {

PackPtr packOf(const QString &code)
{
    static const PackCatalog catalog = *PackCatalog::shipped();
    return catalog.newest(code);
}

QJsonObject answersFor(const QString &code)
{
    QFile file(QStringLiteral(MOTCUA_ANSWERS) + u'/' + code + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no answers for %s", qPrintable(code));
    return QJsonDocument::fromJson(file.readAll()).object();
}

QStringList idsOf(const QList<Branch> &branches)
{
    QStringList ids;
    for (const Branch &branch : branches)
        ids.append(branch.id);
    return ids;
}

// As at submission: what hidden fields hold opens nothing.
QList<Branch> opened(const PackPtr &pack, const QJsonObject &data)
{
    return activeBranches(*pack, evaluateForm(*pack, data).answers);
}

} // namespace

class TestBranches : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAreComplete_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("paper");
        QTest::addRow("birth") << u"3.000722"_s << QString();
        QTest::addRow("death") << u"2.002913"_s << u"000.00.00.G15-KQ004376"_s;
    }

    void answersAreComplete()
    {
        QFETCH(QString, code);
        QFETCH(QString, paper);
        const FormState state = evaluateForm(*packOf(code), answersFor(code), { { paper, 1 } }, QDate(2026, 11, 22));
        for (const Finding &finding : state.findings)
            QVERIFY2(!finding.blocks(), qPrintable(finding.pointer + finding.component + u": "_s + finding.message));
        QVERIFY(state.complete());
    }

    void cardOnlyWhenAskedFor()
    {
        const PackPtr pack = packOf(u"3.000722"_s);
        const QJsonObject all = answersFor(u"3.000722"_s);
        QCOMPARE(idsOf(opened(pack, all)), (QStringList { u"birth"_s, u"residence"_s, u"insurance"_s, u"card"_s }));
        const QJsonObject noCard = sample::with(all, { { u"/request/card"_s, u"no"_s } });
        QCOMPARE(idsOf(opened(pack, noCard)), (QStringList { u"birth"_s, u"residence"_s, u"insurance"_s }));
        const QJsonObject nowhere = sample::with(noCard, { { u"/residence/joins"_s, u"none"_s } });
        QCOMPARE(idsOf(opened(pack, nowhere)), (QStringList { u"birth"_s, u"insurance"_s }));
        QCOMPARE(idsOf(opened(pack, {})), (QStringList { u"birth"_s, u"insurance"_s }));
    }

    void benefitsOnlyWhenChosen_data()
    {
        QTest::addColumn<QString>("benefit");
        QTest::addColumn<QString>("monthly");
        QTest::addColumn<QString>("permanent");
        QTest::addColumn<QStringList>("branches");
        QTest::addRow("nothing") << u"none"_s << u"no"_s << u"no"_s << QStringList { u"death"_s };
        QTest::addRow("removal") << u"none"_s << u"no"_s << u"yes"_s << QStringList { u"death"_s, u"removal"_s };
        QTest::addRow("removal, not known") << u"none"_s << u"no"_s << u"unknown"_s << QStringList { u"death"_s, u"removal"_s };
        QTest::addRow("pension") << u"insurance"_s << u"insurance"_s << u"yes"_s
                                 << QStringList { u"death"_s, u"removal"_s, u"insurance"_s, u"stop"_s };
        QTest::addRow("merit") << u"merit"_s << u"merit"_s << u"yes"_s
                               << QStringList { u"death"_s, u"removal"_s, u"merit"_s, u"stop"_s };
        QTest::addRow("assistance") << u"assistance"_s << u"no"_s << u"no"_s << QStringList { u"death"_s, u"assistance"_s };
    }

    void benefitsOnlyWhenChosen()
    {
        QFETCH(QString, benefit);
        QFETCH(QString, monthly);
        QFETCH(QString, permanent);
        QFETCH(QStringList, branches);
        const QJsonObject answers = sample::with(
            answersFor(u"2.002913"_s),
            { { u"/request/benefit"_s, benefit }, { u"/deceased/monthly"_s, monthly }, { u"/deceased/permanent"_s, permanent } });
        QCOMPARE(idsOf(opened(packOf(u"2.002913"_s), answers)), branches);
    }

    void eachHasItsOwnAgencyTimeAndPapers()
    {
        for (const QString &code : { u"3.000722"_s, u"2.002913"_s }) {
            for (const Branch &branch : opened(packOf(code), answersFor(code))) {
                QVERIFY2(!branch.title.isEmpty() && !branch.agency.isEmpty() && !branch.deadlineText.isEmpty()
                             && !branch.resultText.isEmpty() && !branch.source.text.isEmpty()
                             && branch.deadline.value(u"amount"_s).toDouble() > 0,
                         qPrintable(code + u' ' + branch.id));
            }
        }
        const PackPtr pack = packOf(u"3.000722"_s);
        const QString witness = u"000.00.00.G15-KQ004389"_s;
        const QJsonObject electronic = answersFor(u"3.000722"_s);
        QVERIFY(!opened(pack, electronic).first().components.contains(witness));
        const QJsonObject paper = sample::with(electronic, { { u"/proof/kind"_s, u"witness"_s } });
        QVERIFY(opened(pack, paper).first().components.contains(witness));
        const QJsonObject kin =
            sample::with(electronic, { { u"/residence/joins"_s, u"other"_s }, { u"/residence/consent"_s, u"paper"_s } });
        QVERIFY(opened(pack, kin).at(1).components.contains(u"MC-3.000722-CHUHO"_s));
        QVERIFY(!opened(pack, electronic).at(1).components.contains(u"MC-3.000722-CHUHO"_s));
    }

    void everyPaperBelongsToABranch()
    {
        for (const QString &code : { u"3.000722"_s, u"2.002913"_s }) {
            const PackPtr pack = packOf(code);
            QStringList listed;
            for (const auto &branch : pack->json.value(u"branches"_s).toArray()) {
                for (const auto &component : branch.toObject().value(u"components"_s).toArray())
                    listed.append(component.toString());
            }
            for (const Component &component : pack->components)
                QVERIFY2(listed.count(component.code) == 1, qPrintable(code + u' ' + component.code));
        }
    }

    void othersHaveNone() { QVERIFY(activeBranches(*packOf(u"1.004873"_s), sample::forSelf()).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestBranches)
#include "tst_branches.moc"
