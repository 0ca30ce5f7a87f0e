#include "core/counter/paperfacts.h"
#include "core/counter/paperoffers.h"
#include "core/identity/administrativeunits.h"
#include "core/paper/papershelf.h"
#include "core/paper/papersheet.h"
#include "core/procedure/compiledpack.h"
#include "tests/counter/fullanswers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

using Chosen = QHash<QString, QJsonValue>;

const QDateTime now(QDate(2026, 11, 22), QTime(7, 15), Qt::UTC);

Dossier dossierOf(const ProcedurePack &pack, const QJsonObject &form)
{
    Dossier dossier;
    dossier.form = form;
    dossier.summary.procedureCode = pack.code;
    dossier.summary.procedureName = pack.name;
    dossier.summary.localCode = u"TAM-25231-01-261122-007-K"_s;
    dossier.summary.createdAt = now;
    return dossier;
}

// As after the portal's receipt, whatever it said later.
Dossier receivedDossier(const ProcedurePack &pack, const QJsonObject &form, int portalStatus)
{
    Dossier dossier = dossierOf(pack, form);
    dossier.summary.status = DossierStatus::Submitted;
    dossier.summary.delivery = DeliveryState::Received;
    dossier.summary.submittedAt = now.addSecs(-7200);
    dossier.summary.officialCode = u"H15.50.05.13-261122-0975"_s;
    dossier.summary.dueAt = now.addDays(5);
    dossier.summary.portalStatus = portalStatus;
    dossier.summary.portalNote = u"Thiếu bản chính Giấy xác nhận đã cấp lần trước."_s;
    dossier.receipt = Receipt { u"id"_s, 1, dossier.summary.officialCode, now.addSecs(-3600), now.addDays(3), 7, {}, {} };
    dossier.history.append({ now.addSecs(-60), u"portal"_s, u"portal.status"_s, QString::number(portalStatus) });
    for (const Component &component : pack.components)
        dossier.attachments.append({ component.code, component.code, u"a.jpg"_s, u"image/jpeg"_s, 10, {}, 2, true, now });
    return dossier;
}

// Answers that bring out the fuller variant of a form.
Chosen chosenFor(const QString &code)
{
    if (code == "1.004873"_L1)
        return { { u"/request/purpose"_s, u"marriageAbroad"_s },
                 { u"/request/copies"_s, 1 },
                 { u"/requester/relation"_s, u"other"_s },
                 { u"/status/kind"_s, u"divorced"_s } };
    if (code == "1.004222"_L1)
        return { { u"/request/case"_s, u"rent"_s },
                 { u"/request/person"_s, u"minor"_s },
                 { u"/household/relation"_s, u"child"_s },
                 { u"/consent/owner"_s, u"other"_s },
                 { u"/consent/ownerHow"_s, u"vneid"_s } };
    return {};
}

} // namespace

// As signed data would bring them.
class InstalledShelf final : public DataShelf
{
public:
    QByteArray file(const QString &name) const override
    {
        static const QHash<QString, QByteArray> files {
            { u"papers/ct01.html"_s, "<html><head><title>Mới</title></head><body>{{to}}{{> quoc-hieu}}</body></html>" },
            { u"papers/hong.html"_s, "{{#a}}" },
            { u"papers/tho.html"_s, "{{{to}}}" },
            { u"papers/doi.html"_s, "{{=<% %>=}}" },
        };
        return files.contains(name) ? files.value(name) : m_shipped.file(name);
    }
    QStringList names(const QString &folder) const override { return m_shipped.names(folder); }

private:
    ShippedShelf m_shipped;
};

// Every paper of every shipped procedure, drawn and read back as others read it: poppler and qpdf.
class TestPapers : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_temp;
    QDir m_folder;
    QTranslator m_texts;
    PaperShelf m_shelf;
    const Result<PackCatalog> m_catalog = PackCatalog::shipped();
    AdministrativeUnits m_units;
    KioskProfile m_profile;
    Account m_officer { u"congchuc"_s, u"Nguyễn Thị Hạnh"_s, Role::Officer };

    QByteArray run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        if (!process.waitForFinished() || process.exitCode() != 0)
            qFatal("%s: %s", qPrintable(program), process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }

    QString textOf(const QString &pdf)
    {
        return QString::fromUtf8(run(u"pdftotext"_s, { pdf, u"-"_s })).normalized(QString::NormalizationForm_C).simplified();
    }

    QString saved(const QByteArray &pdf, const QString &name)
    {
        QFile file(m_folder.filePath(name + u".pdf"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("cannot write the sample");
        return file.fileName();
    }

    QJsonObject factsOf(const Dossier &dossier, const ProcedurePack &pack, const OfferedPaper &paper, bool everything = false)
    {
        const FormState state = evaluateForm(pack, dossier.form, {}, QDate(2026, 11, 22));
        return paperFacts({ dossier, pack, state, paper, m_units, m_profile, m_officer, now, everything });
    }

    QString drawn(const Dossier &dossier, const ProcedurePack &pack, const OfferedPaper &paper, const QString &name)
    {
        const Result<PaperTemplate> form = m_shelf.find(paper.templateId);
        if (!form)
            qFatal("%s: %s", qPrintable(paper.templateId), qPrintable(form.error().detail));
        const FormState state = evaluateForm(pack, dossier.form, {}, QDate(2026, 11, 22));
        const PaperSubject subject { dossier, pack, state, paper, m_units, m_profile, m_officer, now };
        const auto pdf =
            renderPaperSheet({ form->fill(paperFacts(subject)), form->sheet(), paper.title, dossier.summary.localCode,
                               form->usesQr() ? paperQrText(subject, form->title()) : QString() });
        if (!pdf)
            qFatal("%s", qPrintable(pdf.error().detail));
        return saved(*pdf, name);
    }

    QList<OfferedPaper> offered(const Dossier &dossier, const ProcedurePack &pack)
    {
        return offeredPapers(dossier, pack, evaluateForm(pack, dossier.form, {}, QDate(2026, 11, 22)), Role::Officer);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_texts.load(u":/translations/motcua_vi.qm"_s));
        QCoreApplication::installTranslator(&m_texts);
        // MOTCUA_PAPERS_DIR keeps the papers for eyes.
        m_folder.setPath(qEnvironmentVariable("MOTCUA_PAPERS_DIR", m_temp.path()));
        m_profile.communeCode = u"25231"_s;
        m_profile.officePhone = u"0271 3812 345"_s;
        m_profile.officeHours = u"07:00–11:30 và 13:30–17:00, thứ Hai đến thứ Sáu"_s;
        m_profile.officeAddress = u"Thôn 3, xã Đa Kia"_s;
        for (const QString &tool : { u"pdftotext"_s, u"pdfinfo"_s, u"pdffonts"_s, u"qpdf"_s })
            QVERIFY2(!QStandardPaths::findExecutable(tool).isEmpty(), qPrintable(tool + u" is missing"_s));
    }

    void everyTemplateIsSound();
    void everyNameExists();
    void offersOnlyWhatIsTrue();
    void everyPaperOfEveryPack_data() { packs(); }
    void everyPaperOfEveryPack();
    void generalDeclarationSaysEverythingInOrder_data() { packs(); }
    void generalDeclarationSaysEverythingInOrder();
    void nothingKnownLeavesRoomToWrite_data() { packs(); }
    void nothingKnownLeavesRoomToWrite();
    void hostileAnswersStayText_data() { packs(); }
    void hostileAnswersStayText();
    void ct01HasItsGeometry();
    void installedTemplateWins();
    void registerBook();

private:
    void packs()
    {
        QTest::addColumn<PackPtr>("pack");
        for (const PackPtr &pack : m_catalog->all())
            QTest::newRow(qPrintable(pack->code)) << pack;
    }

    // A dossier in each state that brings out papers of its own.
    QList<Dossier> states(const ProcedurePack &pack, const QJsonObject &form)
    {
        QList<Dossier> all { dossierOf(pack, form) };
        for (const int status : { 3, 5, 8 })
            all.append(receivedDossier(pack, form, status));
        return all;
    }

    QStringList idsOf(const QList<OfferedPaper> &papers)
    {
        QStringList ids;
        for (const OfferedPaper &paper : papers)
            ids.append(paper.id);
        return ids;
    }
};

void TestPapers::everyTemplateIsSound()
{
    const QStringList ids = m_shelf.ids();
    QVERIFY(ids.contains(u"to-khai"_s));
    for (const QString &id : ids) {
        const auto form = m_shelf.find(id);
        QVERIFY2(form.has_value(), qPrintable(id + (form ? QString() : form.error().detail)));
        QFile file(u":/papers/"_s + id + u".html"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const bool whole = file.readAll().contains("<html>");
        QVERIFY2(!whole || !form->title().isEmpty(), qPrintable(id));
    }
}

// A name may be unknown to one of the packs that share a template, never to all of them.
void TestPapers::everyNameExists()
{
    QHash<QString, QStringList> unknown;
    const auto look = [&](const QString &id, const QJsonObject &vocabulary) {
        const QStringList now = m_shelf.find(id)->unknownNames(vocabulary);
        if (!unknown.contains(id)) {
            unknown.insert(id, now);
            return;
        }
        unknown[id].removeIf([&](const QString &name) { return !now.contains(name); });
    };
    for (const PackPtr &pack : m_catalog->all()) {
        for (const Dossier &dossier : states(*pack, {})) {
            QList<OfferedPaper> papers = offered(dossier, *pack);
            for (const auto &part : pack->json.value("papers"_L1).toArray())
                papers.append({ part.toObject().value("id"_L1).toString(),
                                {},
                                part.toObject().value("template"_L1).toString(),
                                {},
                                {},
                                {} });
            for (const OfferedPaper &paper : std::as_const(papers))
                look(paper.templateId, factsOf(dossier, *pack, paper, true));
        }
    }
    for (auto it = unknown.cbegin(); it != unknown.cend(); ++it)
        QVERIFY2(it->isEmpty(), qPrintable(it.key() + u": "_s + it->join(u", "_s)));
    for (const QString &id : { u"to-khai"_s, u"ct01"_s, u"mau-01"_s, u"mau-02"_s, u"mau-03"_s, u"mau-04"_s, u"mau-05"_s,
                               u"mau-06"_s, u"phieu-tiep-nhan-luu-dong"_s, u"huong-dan-hoan-thien"_s })
        QVERIFY2(unknown.contains(id), qPrintable(id));
}

void TestPapers::offersOnlyWhatIsTrue()
{
    const PackPtr birth = m_catalog->newest(u"1.001193"_s);
    const PackPtr mobile = m_catalog->newest(u"1.003583"_s);
    const PackPtr residence = m_catalog->newest(u"1.004222"_s);
    const auto ids = [&](const Dossier &dossier, const PackPtr &pack, Role role = Role::Officer) {
        return idsOf(offeredPapers(dossier, *pack, evaluateForm(*pack, dossier.form), role));
    };
    Dossier draft = dossierOf(*birth, {});
    QCOMPARE(ids(draft, birth), QStringList({ u"to-khai"_s, u"huong-dan"_s }));
    // Submitted here, not received there: nothing official yet.
    draft.summary.status = DossierStatus::Queued;
    draft.summary.submittedAt = now;
    QCOMPARE(ids(draft, birth), QStringList { u"to-khai"_s });
    const QStringList received { u"to-khai"_s, u"mau-01"_s, u"mau-04"_s, u"mau-06"_s };
    QCOMPARE(ids(receivedDossier(*birth, {}, 2), birth), received);
    QVERIFY(ids(receivedDossier(*birth, {}, 5), birth).contains(u"mau-02"_s));
    QVERIFY(ids(receivedDossier(*birth, {}, 3), birth).contains(u"mau-03"_s));
    QVERIFY(ids(receivedDossier(*birth, {}, 8), birth).contains(u"mau-05"_s));
    Dossier punctual = receivedDossier(*birth, {}, 2);
    punctual.receipt->dueAt = punctual.summary.dueAt;
    QVERIFY(!ids(punctual, birth).contains(u"mau-04"_s));
    // Without a due date there is no receipt to print.
    punctual.summary.dueAt = {};
    QVERIFY(!ids(punctual, birth).contains(u"mau-01"_s));
    for (const QString &id : ids(receivedDossier(*residence, {}, 5), residence))
        QVERIFY2(id != "mau-01"_L1 && id != "mau-02"_L1 && id != "mau-03"_L1, qPrintable(id));
    // Mobile: on the spot, by the officer alone.
    const QString slip = u"phieu-tiep-nhan-luu-dong"_s;
    Dossier onTheSpot = dossierOf(*mobile, {});
    QVERIFY(!ids(onTheSpot, mobile).contains(slip));
    onTheSpot.summary.status = DossierStatus::Queued;
    onTheSpot.summary.submittedAt = now;
    QVERIFY(ids(onTheSpot, mobile).contains(slip));
    QVERIFY(!ids(onTheSpot, mobile, Role::TeamMember).contains(slip));
    QVERIFY(!ids(onTheSpot, mobile, Role::ItStaff).contains(slip));
}

void TestPapers::everyPaperOfEveryPack()
{
    QFETCH(PackPtr, pack);
    const QJsonObject form = sample::fullAnswers(*pack, chosenFor(pack->code));
    QSet<QString> seen;
    for (const Dossier &dossier : states(*pack, form)) {
        for (const OfferedPaper &paper : offered(dossier, *pack)) {
            if (seen.contains(paper.id))
                continue;
            seen.insert(paper.id);
            const QString file = drawn(dossier, *pack, paper, pack->code + u'-' + paper.id);
            run(u"qpdf"_s, { u"--check"_s, file });
            const QString fonts = QString::fromUtf8(run(u"pdffonts"_s, { file }));
            QVERIFY2(fonts.contains(u"LiberationSerif"_s), qPrintable(fonts));
            const QStringList lines = fonts.split(u'\n', Qt::SkipEmptyParts).mid(2);
            for (const QString &line : lines)
                QVERIFY2(line.contains(QRegularExpression(u"\\byes (yes|no) +yes\\b"_s)), qPrintable(line));
            const QString text = textOf(file);
            QVERIFY2(!text.contains(u"{{"_s) && !text.contains(u"<"_s), qPrintable(text));
            QVERIFY(text.contains(u"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"_s));
            QVERIFY(text.contains(u"Độc lập - Tự do - Hạnh phúc"_s));
            // No answer may name anybody in what file managers show.
            QVERIFY(!QString::fromUtf8(run(u"pdfinfo"_s, { file })).contains(u"Điểu"_s));
        }
    }
}

void TestPapers::generalDeclarationSaysEverythingInOrder()
{
    QFETCH(PackPtr, pack);
    const Dossier dossier = dossierOf(*pack, sample::fullAnswers(*pack, chosenFor(pack->code)));
    const OfferedPaper paper { u"to-khai"_s, u"Tờ khai thử"_s, u"to-khai"_s, {}, {}, {} };
    const QString file = drawn(dossier, *pack, paper, pack->code + u"-general"_s);
    const QString text = textOf(file).remove(u' ');
    qsizetype from = 0;
    int values = 0;
    const auto follows = [&](const QString &piece) {
        const QString wanted = piece.simplified().remove(u' ');
        const qsizetype at = text.indexOf(wanted, from);
        if (at < 0)
            qWarning().noquote() << "not found after" << text.mid(from, 80) << ":" << piece;
        from = at < 0 ? from : at;
        ++values;
        return at >= 0;
    };
    for (const auto &section : factsOf(dossier, *pack, paper).value("sections"_L1).toArray()) {
        QVERIFY(follows(section.toObject().value("title"_L1).toString()));
        for (const auto &item : section.toObject().value("items"_L1).toArray()) {
            for (const auto &cell : item.toObject().value("cells"_L1).toArray()) {
                const QString value = cell.toObject().value("text"_L1).toString();
                // Beside one another they wrap in their own columns.
                const bool alone = cell.toObject().value("width"_L1).toInt() == 100;
                if (alone)
                    QVERIFY(follows(value));
                else
                    QVERIFY2(text.contains(value.simplified().section(u' ', 0, 0)), qPrintable(value));
            }
        }
    }
    QVERIFY(values > 3);
}

void TestPapers::nothingKnownLeavesRoomToWrite()
{
    QFETCH(PackPtr, pack);
    const Dossier dossier = dossierOf(*pack, {});
    for (const OfferedPaper &paper : offered(dossier, *pack)) {
        const QString file = drawn(dossier, *pack, paper, pack->code + u"-empty-"_s + paper.id);
        const QString text = textOf(file);
        QVERIFY2(text.contains(u"........"_s), qPrintable(paper.id));
    }
}

void TestPapers::hostileAnswersStayText()
{
    QFETCH(PackPtr, pack);
    const Dossier dossier = receivedDossier(*pack, sample::hostileAnswers(*pack, chosenFor(pack->code)), 5);
    for (const OfferedPaper &paper : offered(dossier, *pack)) {
        const auto form = m_shelf.find(paper.templateId);
        const QString html = form->fill(factsOf(dossier, *pack, paper));
        QVERIFY(!html.contains(u"<script"_s));
        QVERIFY(!html.contains(u"src=\"file"_s));
        QVERIFY(!html.contains(QChar(0x202e)) && !html.contains(QChar(0xfdd0)) && !html.contains(QChar(0xfffc)));
        QString text = textOf(drawn(dossier, *pack, paper, pack->code + u"-hostile-"_s + paper.id));
        if (html.contains(u"passwd"_s))
            QVERIFY2(text.remove(u' ').contains(u"</td></table>"_s), qPrintable(paper.id));
        QVERIFY2(!text.contains(u"root:"_s), "no file may be read");
    }
}

void TestPapers::ct01HasItsGeometry()
{
    const PackPtr pack = m_catalog->newest(u"1.004222"_s);
    const Dossier dossier = dossierOf(*pack, sample::fullAnswers(*pack, chosenFor(pack->code)));
    const QList<OfferedPaper> papers = offered(dossier, *pack);
    const QString file = drawn(dossier, *pack, papers.first(), u"ct01"_s);
    QCOMPARE(papers.first().templateId, u"ct01"_s);
    const QString info = QString::fromUtf8(run(u"pdfinfo"_s, { file }));
    QVERIFY2(info.contains(QRegularExpression(u"Page size: +59[45]\\S* x 84[12]\\S* pts \\(A4\\)"_s)), qPrintable(info));

    // 2 cm above, 2 cm right, 1 cm below, 3 cm left, in points.
    const QString words = QString::fromUtf8(run(u"pdftotext"_s, { u"-bbox"_s, file, u"-"_s }));
    static const QRegularExpression box(
        u"xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\" xMax=\"([\\d.]+)\" yMax=\"([\\d.]+)\">([^<]*)<"_s);
    constexpr qreal pointsPerMm = 72 / 25.4;
    qreal left = 1000;
    qreal right = 0;
    qreal top = 1000;
    qreal bottom = 0;
    for (auto it = box.globalMatch(words); it.hasNext();) {
        const auto word = it.next();
        const auto number = [&](int which) { return word.captured(which).toDouble(); };
        if (number(2) > 818) // the small line at the foot
            continue;
        left = std::min(left, number(1));
        right = std::max(right, number(3));
        top = std::min(top, number(2));
        bottom = std::max(bottom, number(4));
    }
    QVERIFY2(std::abs(left - 30 * pointsPerMm) < 2, qPrintable(QString::number(left)));
    QVERIFY2(right <= 190 * pointsPerMm + 1 && right > 180 * pointsPerMm, qPrintable(QString::number(right)));
    QVERIFY2(std::abs(top - 20 * pointsPerMm) < 6, qPrintable(QString::number(top)));
    QVERIFY2(bottom <= 287 * pointsPerMm + 1, qPrintable(QString::number(bottom)));

    QString text = textOf(file);
    qsizetype from = 0;
    for (const QString &piece :
         { u"Mẫu CT01 ban hành kèm theo Thông tư số 116/2026/TT-BCA"_s, u"TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ"_s,
           u"Kính gửi (1): Công an xã Đa Kia"_s, u"1. Họ, chữ đệm và tên khai sinh"_s, u"4. Số định danh cá nhân"_s,
           u"0 7 0 1 9 5"_s, u"7. Họ, chữ đệm và tên chủ hộ (2)"_s, u"9. Số định danh cá nhân của chủ hộ"_s,
           u"10. Nội dung đề nghị (3)"_s, u"11. Những thành viên trong hộ gia đình cùng thay đổi"_s }) {
        const qsizetype at = text.indexOf(piece, from);
        QVERIFY2(at >= 0, qPrintable(piece + u"\n"_s + text));
        from = at;
    }
    for (const QString &piece :
         { u"CHỦ HỘ (4)"_s, u"HỢP PHÁP (5)"_s, u"GIÁM HỘ (6)"_s, u"NGƯỜI KÊ KHAI (7)"_s, u"(8) Họ và tên"_s })
        QVERIFY2(text.contains(piece), qPrintable(piece));
}

void TestPapers::installedTemplateWins()
{
    const InstalledShelf installed;
    const PaperShelf shelf(&installed);
    QCOMPARE(shelf.find(u"ct01"_s)->title(), u"Mới"_s);
    QVERIFY(shelf.find(u"ct01"_s)->fill({ { "to"_L1, u"<b>"_s } }).contains(u"&lt;b&gt;"_s));
    QVERIFY(shelf.find(u"ct01"_s)->fill({}).contains(u"CỘNG HÒA"_s));
    for (const QString &id : { u"hong"_s, u"tho"_s, u"doi"_s, u"khong-co"_s, u"../../etc/passwd"_s }) {
        const auto form = shelf.find(id);
        QVERIFY2(!form.has_value(), qPrintable(id));
        QCOMPARE(form.error().code, ErrorCode::PaperTemplateWrong);
    }
    // What a template itself names is not read either.
    const auto pdf = renderPaperSheet(
        { u"<link rel=\"stylesheet\" href=\"file:///etc/passwd\"><img src=\"/etc/passwd\"><p>x</p>"_s, {}, {}, {}, {} });
    QVERIFY(pdf.has_value());
}

void TestPapers::registerBook()
{
    const PackPtr pack = m_catalog->newest(u"1.004873"_s);
    const Dossier dossier = receivedDossier(*pack, sample::fullAnswers(*pack), 2);
    const QJsonObject facts = factsOf(dossier, *pack, {});
    QJsonArray rows;
    for (int i = 1; i <= 40; ++i)
        rows.append(QJsonObject { { "no"_L1, i },
                                  { "dossier"_L1, facts.value("dossier"_L1) },
                                  { "procedure"_L1, facts.value("procedure"_L1) },
                                  { "applicant"_L1, facts.value("applicant"_L1) },
                                  { "status"_L1, u"Được tiếp nhận"_s } });
    const auto form = m_shelf.find(u"mau-07"_s);
    const QJsonObject all { { "agency"_L1, facts.value("agency"_L1) },
                            { "now"_L1, facts.value("now"_L1) },
                            { "from"_L1, u"01/11/2026"_s },
                            { "until"_L1, u"22/11/2026"_s },
                            { "rows"_L1, rows } };
    QCOMPARE(form->unknownNames(all), QStringList());
    const auto pdf = renderPaperSheet({ form->fill(all), form->sheet(), form->title(), {}, {} });
    QVERIFY(pdf.has_value());
    const QString file = saved(*pdf, u"mau-07"_s);
    QVERIFY(QString::fromUtf8(run(u"pdfinfo"_s, { file })).contains(QRegularExpression(u"Page size: +84[12]"_s)));
    QVERIFY(textOf(file).contains(u"H15.50.05.13"_s));
}

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"
