#include "core/assist/assistpack.h"
#include "core/assist/passphrase.h"
#include "core/assist/portalorder.h"
#include "core/assist/sheettext.h"
#include "core/identity/administrativeunits.h"
#include "tests/procedure/sampleanswers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

const QString passphrase = u"mot-hai-ba-bon-nam-sau-bay"_s;
const QByteArray picture = QByteArray("\x89PNG") + QByteArray(5000, 'p');

Dossier sampleDossier()
{
    Dossier dossier;
    dossier.summary.id = u"01932b7e-8f00-7abc-8def-0123456789ab"_s;
    dossier.summary.localCode = u"TAM-25231-01-261122-007-K"_s;
    dossier.summary.packVersion = u"1.0"_s;
    dossier.form = sample::forSelf();
    Attachment paper;
    paper.id = u"a1"_s;
    paper.component = sample::pack()->components.first().code;
    paper.name = u"KQ003453-1.png"_s;
    paper.size = picture.size();
    dossier.attachments.append(paper);
    paper.id = u"a2"_s;
    paper.component = u"unknown"_s;
    paper.name = u"khac-1.png"_s;
    dossier.attachments.append(paper);
    return dossier;
}

AssistSheet sheetOf(const Dossier &dossier, const PortalOrder &order = {})
{
    static const AdministrativeUnits units;
    const PackPtr pack = sample::pack();
    return makeAssistSheet(dossier, *pack, evaluateForm(*pack, dossier.form, {}, QDate(2026, 11, 22)), units, order);
}

struct Ran
{
    int code = -1;
    QByteArray out;
};

Ran sevenZip(const QStringList &arguments)
{
    QProcess process;
    process.start(u"7z"_s, arguments);
    process.closeWriteChannel();
    process.waitForFinished();
    return { process.exitCode(), process.readAllStandardOutput() };
}

} // namespace

class TestAssist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sheetIsTheGoldenOne();
    void everyAnswerIsOnItOnce();
    void theOrderOfAPortalIsKept();
    void aBrokenOrderFileMeansOurOwnOrder();
    void thePageCannotBeBrokenByAnAnswer();
    void passphrasesAreLongAndNew();
    void aStrangerOpensTheZip();
    void nothingReadableIsInTheZip();
};

// MOTCUA_GOLDEN/sheet-1.004873.txt; with MOTCUA_WRITE_GOLDEN set it is written anew, to be read by a person before it is committed.
void TestAssist::sheetIsTheGoldenOne()
{
    const QByteArray text = sheetAsText(sheetOf(sampleDossier()));
    const QString path = QStringLiteral(MOTCUA_GOLDEN "/sheet-1.004873.txt");
    QFile golden(path);
    if (qEnvironmentVariableIsSet("MOTCUA_WRITE_GOLDEN")) {
        QVERIFY(golden.open(QIODevice::WriteOnly));
        golden.write(text);
        QSKIP("written");
    }
    QVERIFY(golden.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(text), QString::fromUtf8(golden.readAll()));
    QVERIFY(text.startsWith("\xEF\xBB\xBF"));
    QCOMPARE(text.count('\n'), text.count("\r\n"));
}

void TestAssist::everyAnswerIsOnItOnce()
{
    const AssistSheet sheet = sheetOf(sampleDossier());
    int number = 0;
    for (const AssistSection &section : sheet.sections) {
        QVERIFY(!section.lines.isEmpty());
        for (const AssistLine &line : section.lines) {
            QCOMPARE(line.number, ++number);
            QVERIFY(!line.text.isEmpty());
        }
    }
    QVERIFY(number > 10);
    QCOMPARE(sheet.papers.size(), 2);
    QCOMPARE(sheet.papers.first().file, u"giay-to/01-KQ003453-1.png"_s);
    QCOMPARE(sheet.papers.last().component, u"unknown"_s); // no paper is left out because the pack does not know it
}

void TestAssist::theOrderOfAPortalIsKept()
{
    const QByteArray json = R"({"procedures":{"1.004873":{"page":"https://dichvucong.example/1.004873","fields":[
        {"pointer":"/requester/personalId","label":"Số CCCD"},{"pointer":"/requester/name"},{"pointer":"/not/answered"}]}}})";
    const AssistSheet own = sheetOf(sampleDossier());
    const AssistSheet sheet = sheetOf(sampleDossier(), portalOrder(json, u"1.004873"_s));
    QVERIFY(sheet.portalOrder);
    QCOMPARE(sheet.page, u"https://dichvucong.example/1.004873"_s);
    QCOMPARE(sheet.sections.size(), 2);
    QCOMPARE(sheet.sections.first().lines.size(), 2);
    QCOMPARE(sheet.sections.first().lines.first().label, u"Số CCCD"_s);
    QCOMPARE(sheet.sections.last().lines.first().number, 3);
    const auto countLines = [](const AssistSheet &one) {
        qsizetype lines = 0;
        for (const AssistSection &section : one.sections)
            lines += section.lines.size();
        return lines;
    };
    QCOMPARE(countLines(sheet), countLines(own)); // what the portal's list forgets is still there
}

void TestAssist::aBrokenOrderFileMeansOurOwnOrder()
{
    for (const QByteArray &json : { QByteArray(), QByteArray("{"), QByteArray(R"({"procedures":{"1.004873":{"fields":7}}})") })
        QVERIFY(portalOrder(json, u"1.004873"_s).isEmpty());
}

void TestAssist::thePageCannotBeBrokenByAnAnswer()
{
    Dossier dossier = sampleDossier();
    dossier.form = sample::with(dossier.form, { { u"/requester/name"_s, u"<script>alert(1)</script>\"'&"_s } });
    const QByteArray page = sheetAsPage(sheetOf(dossier));
    QCOMPARE(page.count("<script>"), 1); // ours
    QVERIFY(page.contains("&lt;script&gt;"));
    QVERIFY(!page.contains("http-equiv") && !page.contains("src="));
}

void TestAssist::passphrasesAreLongAndNew()
{
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const QString one = makeAssistPassphrase();
        QVERIFY(checkAssistPassphrase(one));
        QCOMPARE(one.size(), 29);
        seen.insert(one);
    }
    QCOMPARE(seen.size(), 200);
    QVERIFY(!checkAssistPassphrase(u"qua-ngan"_s));
}

void TestAssist::aStrangerOpensTheZip()
{
    if (QStandardPaths::findExecutable(u"7z"_s).isEmpty())
        QSKIP("7z is not installed (packaging/packages/debian-test.txt)");
    const Dossier dossier = sampleDossier();
    const QByteArray form = QJsonDocument(dossier.form).toJson(QJsonDocument::Compact);
    const auto files = assistFiles(sheetOf(dossier), dossier, form, { { u"a1"_s, picture }, { u"a2"_s, QByteArray("x") } });
    QCOMPARE(files.size(), 5);
    const auto zip = sealedZip(files, passphrase, QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC));
    QVERIFY(zip);
    QTemporaryDir folder;
    const Result<QString> path = saveSealed(folder.filePath(u"usb"_s), dossier.summary.localCode, *zip);
    QVERIFY(path);
    QCOMPARE(QFile::permissions(*path) & (QFileDevice::ReadGroup | QFileDevice::ReadOther), QFileDevice::Permissions());

    const Ran list = sevenZip({ u"l"_s, u"-slt"_s, u"-p"_s + passphrase, *path });
    QCOMPARE(list.code, 0);
    QCOMPARE(list.out.count("AES-256"), files.size());
    QVERIFY(sevenZip({ u"t"_s, u"-pwrong-wrong-wrong-wrong"_s, *path }).code != 0);
    const QString out = folder.filePath(u"out"_s);
    QCOMPARE(sevenZip({ u"x"_s, u"-p"_s + passphrase, u"-o"_s + out, *path }).code, 0);
    for (const ZipEntry &file : files) {
        QFile extracted(out + u'/' + file.name);
        QVERIFY2(extracted.open(QIODevice::ReadOnly), qPrintable(file.name));
        QCOMPARE(extracted.readAll(), file.content);
    }
    QFile json(out + u"/ho-so.json"_s);
    QVERIFY(json.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(json.readAll()).object().value("form"_L1).toObject(), dossier.form);
}

void TestAssist::nothingReadableIsInTheZip()
{
    const Dossier dossier = sampleDossier();
    const auto zip = sealedZip(assistFiles(sheetOf(dossier), dossier, "{}", { { u"a1"_s, picture } }), passphrase,
                               QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC));
    QVERIFY(zip);
    const QString name = dossier.form.value("requester"_L1).toObject().value("name"_L1).toString();
    QVERIFY(!name.isEmpty());
    QVERIFY(!zip->contains(name.toUtf8()));
    QVERIFY(!zip->contains(QByteArray(40, 'p')));
    QVERIFY(!zip->contains("070195"));
}

QTEST_GUILESS_MAIN(TestAssist)
#include "tst_assist.moc"
