// The shipped linked procedures: which branches answers open, and that each branch has what its card and its agency need.
#include "core/procedure/branches.h"
#include "core/procedure/formstate.h"
#include "tests/procedure/sampleanswers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

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

using Changes = QList<std::pair<QString, QJsonValue>>;

} // namespace

Q_DECLARE_METATYPE(Changes)

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

    // Decree 301/2026 forms 01 and 02, and the laws they lean on (domain.md 1.3-1.6).
    void whatIsAskedOnlySometimes_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<Changes>("changes");
        QTest::addColumn<QStringList>("blocking"); // pointers and component codes of what is then missing or wrong
        QTest::addColumn<QString>("advice");
        const QString birth = u"3.000722"_s;
        const QString death = u"2.002913"_s;
        const QString g15 = u"000.00.00.G15-"_s;
        const QJsonValue gone(QJsonValue::Undefined);
        QTest::addRow("registered before") << birth << Changes { { u"/request/registered"_s, u"yes"_s } } << QStringList()
                                           << u"already-registered"_s;
        QTest::addRow("witness instead of a certificate")
            << birth << Changes { { u"/proof/kind"_s, u"witness"_s } } << QStringList { g15 + u"KQ004389"_s } << QString();
        QTest::addRow("oath") << birth << Changes { { u"/proof/kind"_s, u"oath"_s } } << QStringList { g15 + u"KQ004389"_s }
                              << u"oath"_s;
        QTest::addRow("abandoned: no parents, but the record") << birth
                                                               << Changes { { u"/request/childCase"_s, u"abandoned"_s },
                                                                            { u"/mother"_s, gone },
                                                                            { u"/father"_s, gone },
                                                                            { u"/residence/joins"_s, u"guardian"_s } }
                                                               << QStringList { g15 + u"KQ003208"_s } << u"abandoned"_s;
        QTest::addRow("mother only") << birth
                                     << Changes { { u"/marriage/state"_s, u"notMarried"_s },
                                                  { u"/marriage/fatherRecorded"_s, u"no"_s },
                                                  { u"/father"_s, gone } }
                                     << QStringList() << QString();
        QTest::addRow("father to be recorded, not married")
            << birth << Changes { { u"/marriage/state"_s, u"notMarried"_s }, { u"/marriage/fatherRecorded"_s, u"yes"_s } }
            << QStringList() << u"recognition"_s;
        QTest::addRow("one parent foreign") << birth << Changes { { u"/father/nationality"_s, u"LA"_s } }
                                            << QStringList { u"MC-3.000722-QUOCTICH"_s } << u"nationality"_s;
        QTest::addRow("joins a parent: nobody's consent") << birth << Changes {} << QStringList() << u"no-consent"_s;
        QTest::addRow("joins others: consent") << birth << Changes { { u"/residence/joins"_s, u"other"_s } }
                                               << QStringList { u"/residence/consent"_s } << u"consent"_s;
        QTest::addRow("consent on paper") << birth
                                          << Changes { { u"/residence/joins"_s, u"other"_s },
                                                       { u"/residence/consent"_s, u"paper"_s } }
                                          << QStringList { u"MC-3.000722-CHUHO"_s } << u"consent"_s;
        QTest::addRow("no residence: nothing of the household")
            << birth << Changes { { u"/residence"_s, QJsonObject { { u"joins"_s, u"none"_s } } } } << QStringList()
            << u"sixty-days"_s;
        QTest::addRow("poor household") << birth << Changes { { u"/insurance/household"_s, u"poor"_s } }
                                        << QStringList { u"/insurance/householdNumber"_s, u"/insurance/householdDate"_s }
                                        << u"poor"_s;
        QTest::addRow("support: where the money goes") << birth << Changes { { u"/support/smallEthnic"_s, true } }
                                                       << QStringList { u"/support/payment/kind"_s } << u"support"_s;
        QTest::addRow("two children: which")
            << birth << Changes { { u"/support/twoBefore35"_s, true }, { u"/support/payment/kind"_s, u"cash"_s } }
            << QStringList { u"/support/birthOrder"_s, u"/support/children"_s } << u"support"_s;
        QTest::addRow("by post: to whom") << birth << Changes { { u"/delivery/insuranceCard"_s, u"post"_s } }
                                          << QStringList { u"/delivery/post/name"_s, u"/delivery/post/phone"_s,
                                                           u"/delivery/post/address"_s }
                                          << QString();
        QTest::addRow("grandparents need no authorisation")
            << birth
            << Changes { { u"/requester/relation"_s, u"grandparent"_s }, { u"/requester/relationText"_s, u"Bà ngoại"_s } }
            << QStringList() << u"relatives"_s;
        QTest::addRow("authorised") << birth
                                    << Changes { { u"/requester/relation"_s, u"authorised"_s },
                                                 { u"/requester/relationText"_s, u"Hàng xóm"_s } }
                                    << QStringList { g15 + u"KQ003159"_s } << QString();
        QTest::addRow("ethnic group of neither parent")
            << birth << Changes { { u"/child/ethnicity"_s, u"5"_s } } << QStringList { u"/child/ethnicity"_s } << QString();

        QTest::addRow("nobody asks for money") << death
                                               << Changes { { u"/request/benefit"_s, u"none"_s },
                                                            { u"/insurance"_s, gone },
                                                            { u"/relatives"_s, gone },
                                                            { u"/taker"_s, gone },
                                                            { u"/payment"_s, gone } }
                                               << QStringList() << u"no-benefit"_s;
        QTest::addRow("electronic notice") << death << Changes { { u"/notice/kind"_s, u"electronic"_s } } << QStringList()
                                           << u"electronic-notice"_s;
        QTest::addRow("old death") << death << Changes { { u"/notice/kind"_s, u"evidence"_s } }
                                   << QStringList { g15 + u"KQ003285"_s } << u"old-death"_s;
        QTest::addRow("no last residence") << death << Changes { { u"/death/residenceUnknown"_s, true } }
                                           << QStringList { g15 + u"KQ003289"_s } << QString();
        QTest::addRow("lump sum: who takes it")
            << death << Changes { { u"/insurance/lumpSum"_s, u"lumpSum"_s } }
            << QStringList { u"/representative/name"_s, u"/representative/personalId"_s, u"/representative/relation"_s }
            << u"insurance"_s;
        QTest::addRow("merit: its decision")
            << death << Changes { { u"/request/benefit"_s, u"merit"_s } }
            << QStringList { u"/merit/decision"_s, u"/merit/decisionDate"_s, u"/merit/decisionBy"_s, u"/merit/paidUntil"_s }
            << u"merit"_s;
        QTest::addRow("an organisation buried")
            << death << Changes { { u"/taker/kind"_s, u"organisation"_s } }
            << QStringList { u"/taker/organisation/name"_s, u"/taker/organisation/address"_s,
                             u"/taker/organisation/representative"_s, u"/taker/organisation/phone"_s }
            << QString();
        QTest::addRow("died before birth") << death << Changes { { u"/death/date"_s, u"1940-01-01"_s } }
                                           << QStringList { u"/death/date"_s } << QString();
    }

    void whatIsAskedOnlySometimes()
    {
        QFETCH(QString, code);
        QFETCH(Changes, changes);
        QFETCH(QStringList, blocking);
        QFETCH(QString, advice);
        const QHash<QString, int> papers =
            code == u"2.002913"_s ? QHash<QString, int> { { u"000.00.00.G15-KQ004376"_s, 1 } } : QHash<QString, int>();
        const FormState state = evaluateForm(*packOf(code), sample::with(answersFor(code), changes), papers, QDate(2026, 11, 22));
        QStringList found;
        for (const Finding &finding : state.findings) {
            if (finding.blocks())
                found.append(finding.pointer.isEmpty() ? finding.component : finding.pointer);
        }
        found.sort();
        blocking.sort();
        QCOMPARE(found, blocking);
        const bool said =
            std::any_of(state.advice.cbegin(), state.advice.cend(), [&](const Advice &each) { return each.id == advice; });
        QVERIFY2(advice.isEmpty() || said, qPrintable(advice));
    }

    void othersHaveNone() { QVERIFY(activeBranches(*packOf(u"1.004873"_s), sample::forSelf()).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestBranches)
#include "tst_branches.moc"
