#include "core/base/clock.h"
#include "sync/national/nationalpass.h"
#include "tests/procedure/sampleanswers.h"
#include "tests/support/memoryoutbox.h"
#include "tests/sync/support/certificates.h"
#include "tests/sync/support/scriptedportal.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace motcua;

namespace {

class FixedClock final : public Clock
{
public:
    QDateTime now() const override { return QDateTime(QDate(2026, 11, 22), QTime(5, 0), Qt::UTC); }
};

QJsonObject reply(const QString &code, const QString &message = {}, const QJsonArray &result = {})
{
    return { { "error_code"_L1, code }, { "message"_L1, message }, { "result"_L1, result } };
}

// A gateway that keeps what the shapes of domain.md 5.1 let it keep: records by MaHoSo, upserts, files by address.
class Gateway
{
public:
    explicit Gateway(const TestCertificates &certificates)
        : portal(certificates.chain, certificates.key, [this](const ScriptedPortal::Request &request) { return answer(request); })
    {
    }

    QHash<QString, QJsonObject> records;
    QHash<QByteArray, QByteArray> files; // by path
    QStringList calls;                   // services in their order
    QList<QJsonObject> envelopes;
    int cutAnswers = 0; // of DongBoHoSoMC: taken, and the answer lost
    bool sessionOver = false;
    bool html = false;
    QSet<QString> forbidden; // MaHoSo that it refuses with code 7
    ScriptedPortal portal;

private:
    ScriptedPortal::Answer answer(const ScriptedPortal::Request &request)
    {
        if (html)
            return ScriptedPortal::plain(200, "text/html", "<html>đăng nhập</html>");
        if (request.method == "PUT") {
            files.insert(request.path, request.body);
            return ScriptedPortal::plain(201, "text/plain", "");
        }
        const QJsonObject envelope = QJsonDocument::fromJson(request.body).object();
        envelopes.append(envelope);
        const QString service = envelope.value("service"_L1).toString();
        calls.append(service);
        const bool known = request.headers.value("dstcode") == "VN:GOV:000.00.00.G22:dvcqg"
                           && envelope.value("madonvi"_L1) == "000.00.12.H19"_L1;
        if (!known || sessionOver || envelope.value("session"_L1) != "phien-1"_L1)
            return json(reply(u"401"_s, u"Phiên làm việc không hợp lệ"_s));
        const QJsonObject item = envelope.value("data"_L1).toArray().first().toObject();
        return service == "TraCuuHoSo"_L1 ? lookUp(item) : submit(item, envelope.value("isUpdating"_L1) == "True"_L1);
    }

    ScriptedPortal::Answer lookUp(const QJsonObject &item)
    {
        const QString code = item.value("mahoso"_L1).toString();
        QJsonArray found;
        if (records.contains(code))
            found.append(records.value(code));
        return json(reply(u"0"_s, {}, found));
    }

    ScriptedPortal::Answer submit(const QJsonObject &item, bool updating)
    {
        const QString code = item.value("MaHoSo"_L1).toString();
        if (forbidden.contains(code))
            return json(reply(u"7"_s, u"MaTTHC không có trong danh mục"_s));
        if (records.contains(code) && !updating)
            return json(reply(u"1"_s, u"Hồ sơ đã tồn tại"_s));
        records.insert(code, item);
        if (cutAnswers > 0 && --cutAnswers >= 0)
            return ScriptedPortal::cut();
        return json(reply(u"00"_s));
    }

    static ScriptedPortal::Answer json(const QJsonObject &object)
    {
        return ScriptedPortal::json(200, QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
};

QByteArray setupJson(const QUrl &url)
{
    return QJsonDocument(QJsonObject { { "adapter"_L1, url.toString() + u"/VXPAdapter/RestService/forward/dvcqg"_s },
                                       { "dstcode"_L1, u"VN:GOV:000.00.00.G22:dvcqg"_s },
                                       { "madonvi"_L1, u"000.00.12.H19"_s },
                                       { "DonViXuLy"_L1, u"UBND xã Đa Kia"_s },
                                       { "upload"_L1, url.toString() + u"/tep/{sha256}/{name}"_s },
                                       { "fields"_L1, QJsonObject { { u"Hộ tịch"_s, u"G15-TP07"_s } } },
                                       { "constants"_L1, QJsonObject { { "HinhThuc"_L1, u"1"_s }, { "MaHoSo"_L1, u"xấu"_s } } },
                                       { "refusals"_L1, QJsonArray { u"7"_s } } })
        .toJson();
}

} // namespace

// The national door against a server of our own that follows domain.md 5.1. Not a real endpoint: nobody has seen one.
class TestNational : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void setups_data();
    void setups();
    void itemHasEveryMemberOfTheShape();
    void progressHasTheShape();
    void answers_data();
    void answers();
    void goesThroughOnce();
    void aLostAnswerIsAskedForFirst();
    void somebodyElsesRecordIsNotOverwritten();
    void anExpiredSessionRefusesNobody();
    void aRefusalOfTheDossierReachesTheOfficer();
    void aCaptivePageIsNoAnswer();
    void withoutAPlaceForPapersNothingLeaves();

    void init();

private:
    SyncOutcome pass(const QByteArray &setup)
    {
        const QString token = u"{\"session\":\"phien-1\",\"lgsp\":{\"AccessKey\":\"a\"}}"_s;
        const PortalAccess access { m_gateway->portal.url(), m_certificates.ca, token, {}, u"25231"_s };
        const auto packOf = [](const QString &, const QString &) { return sample::pack(); };
        return runNationalPass(*m_outbox, access, setup, packOf, m_clock, m_monitor, [] { return false; });
    }
    SyncOutcome pass() { return pass(setupJson(m_gateway->portal.url())); }
    NationalSetup setup() const { return *readNationalSetup(setupJson(m_gateway->portal.url())); }

    QTemporaryDir m_folder;
    TestCertificates m_certificates;
    std::unique_ptr<Gateway> m_gateway;
    std::unique_ptr<MemoryOutbox> m_outbox;
    FixedClock m_clock;
    SyncMonitor m_monitor;
};

void TestNational::initTestCase()
{
    m_certificates = TestCertificates::make(m_folder.path());
}

void TestNational::init()
{
    m_gateway = std::make_unique<Gateway>(m_certificates);
    m_outbox = std::make_unique<MemoryOutbox>();
}

void TestNational::setups_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<bool>("usable");
    QTest::newRow("good") << u"DonViXuLy"_s << QJsonValue(u"x"_s) << true;
    QTest::newRow("without papers") << u"upload"_s << QJsonValue() << true;
    QTest::newRow("plain http") << u"adapter"_s << QJsonValue(u"http://gateway/"_s) << false;
    QTest::newRow("no adapter") << u"adapter"_s << QJsonValue() << false;
    QTest::newRow("no destination") << u"dstcode"_s << QJsonValue() << false;
    QTest::newRow("no unit") << u"madonvi"_s << QJsonValue(u""_s) << false;
    QTest::newRow("papers would overwrite each other") << u"upload"_s << QJsonValue(u"https://files/{name}"_s) << false;
    QTest::newRow("papers in the clear") << u"upload"_s << QJsonValue(u"http://files/{sha256}"_s) << false;
}

void TestNational::setups()
{
    QFETCH(QString, member);
    QFETCH(QJsonValue, value);
    QFETCH(bool, usable);
    QJsonObject json = QJsonDocument::fromJson(setupJson(QUrl(u"https://gateway:8443"_s))).object();
    json.insert(member, value);
    const Result<NationalSetup> setup = readNationalSetup(QJsonDocument(json).toJson());
    QCOMPARE(setup.has_value(), usable);
    if (!setup)
        QCOMPARE(setup.error().code, ErrorCode::PortalSetupUnusable);
    QVERIFY(!readNationalSecrets(u"only-a-token"_s));
}

void TestNational::itemHasEveryMemberOfTheShape()
{
    OutboundDossier dossier = addDossier(*m_outbox, { 700 }, 1);
    dossier.localCode = u"TAM-25231-01-261122-007-K"_s;
    dossier.form = QJsonDocument(sample::forSelf()).toJson(QJsonDocument::Compact);
    dossier.submittedAt = QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3), Qt::UTC);
    const QJsonObject item = nationalItem(dossier, *sample::pack(), setup());
    QStringList members = item.keys();
    members.sort();
    QStringList shape { // domain.md 5.1, letter for letter
                        u"MaHoSo"_s,
                        u"MaTTHC"_s,
                        u"TenTTHC"_s,
                        u"MaLinhVuc"_s,
                        u"TenLinhVuc"_s,
                        u"KenhThucHien"_s,
                        u"ChuHoSo"_s,
                        u"SoGiayToChuHoSo"_s,
                        u"LoaiDoiTuong"_s,
                        u"MaDoiTuong"_s,
                        u"ThongTinKhac"_s,
                        u"Email"_s,
                        u"Fax"_s,
                        u"SoDienThoai"_s,
                        u"TrichYeuHoSo"_s,
                        u"NgayNopHoSo"_s,
                        u"NgayTiepNhan"_s,
                        u"NgayHenTra"_s,
                        u"NgayKetThucXuLy"_s,
                        u"NgayTra"_s,
                        u"NgayTuChoi"_s,
                        u"TrangThaiHoSo"_s,
                        u"ThongTinTra"_s,
                        u"HinhThuc"_s,
                        u"DonViXuLy"_s,
                        u"GhiChu"_s,
                        u"NoiNopHoSo"_s,
                        u"HoSoCoThanhPhanSoHoa"_s,
                        u"TaiKhoanDuocXacThucVoiVNeID"_s,
                        u"DuocThanhToanTrucTuyen"_s,
                        u"DinhDanhCHS"_s,
                        u"DSKetNoiCSDL"_s,
                        u"TaiLieuNop"_s,
                        u"DanhSachLePhi"_s,
                        u"DanhSachTepDinhKemKhac"_s,
                        u"DanhSachHoSoBoSung"_s,
                        u"DanhSachGiayToKetQua"_s
    };
    shape.sort();
    QCOMPARE(members, shape);
    QCOMPARE(item.value("MaHoSo"_L1).toString(), u"000.00.12.H19-261122-2523101007"_s); // and no constant spoke over it
    QCOMPARE(item.value("NgayNopHoSo"_L1).toString(), u"20261122080203"_s);
    QCOMPARE(item.value("MaLinhVuc"_L1).toString(), u"G15-TP07"_s);
    QCOMPARE(item.value("HinhThuc"_L1).toString(), u"1"_s);
    QVERIFY(!item.value("ChuHoSo"_L1).toString().isEmpty());
    QCOMPARE(item.value("DinhDanhCHS"_L1).toArray().first().toObject().value("SoDinhDanh"_L1), item.value("SoGiayToChuHoSo"_L1));
    const QJsonObject paper = item.value("TaiLieuNop"_L1).toArray().first().toObject();
    QStringList paperMembers = paper.keys();
    QStringList paperShape { u"TepDinhKemId"_s,    u"TenTepDinhKem"_s,     u"IsDeleted"_s,
                             u"MaThanhPhanHoSo"_s, u"DuongDanTaiTepTin"_s, u"DuocSoHoa"_s,
                             u"DuocTaiSuDung"_s,   u"DuocLayTuKhoDMQG"_s,  u"MaKetQuaThayThe"_s };
    paperMembers.sort();
    paperShape.sort();
    QCOMPARE(paperMembers, paperShape);
    QVERIFY(paper.value("DuongDanTaiTepTin"_L1).toString().contains(dossier.files.first().sha256));
    QCOMPARE(nationalItem(dossier, *sample::pack(), setup()), item); // the same twice
}

void TestNational::progressHasTheShape()
{
    NationalProgress progress;
    progress.handler = QString(80, u'x');
    progress.status = 4;
    progress.at = QDateTime(QDate(2026, 11, 22), QTime(20, 0), Qt::UTC);
    const QJsonObject item = nationalProgressItem(u"H19-1"_s, progress);
    QStringList members = item.keys();
    QStringList shape { u"MaHoSo"_s,      u"NguoiXuLy"_s, u"ChucDanh"_s,   u"ThoiDiemXuLy"_s,          u"PhongBanXuLy"_s,
                        u"NoiDungXuLy"_s, u"TrangThai"_s, u"NgayBatDau"_s, u"NgayKetThucTheoQuyDinh"_s };
    members.sort();
    shape.sort();
    QCOMPARE(members, shape);
    QCOMPARE(item.value("NguoiXuLy"_L1).toString().size(), 50);
    QCOMPARE(item.value("ThoiDiemXuLy"_L1).toString(), u"20261123030000"_s);
    QCOMPARE(item.value("TrangThai"_L1).toString(), u"4"_s);
}

void TestNational::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::addColumn<int>("kind");
    using Kind = NationalAnswer::Kind;
    const auto row = [](const char *name, const QByteArray &body, bool good, Kind kind) {
        QTest::newRow(name) << body << good << int(kind);
    };
    row("0", R"({"error_code":"0","message":"","result":[]})", true, Kind::Accepted);
    row("00", R"({"error_code":"00"})", true, Kind::Accepted);
    row("number", R"({"error_code":0,"result":null})", true, Kind::Accepted);
    row("exists", R"({"error_code":"1","message":"Hồ sơ Đã Tồn Tại"})", true, Kind::Exists);
    row("other", R"({"error_code":"-1","message":"x"})", true, Kind::Other);
    row("no code", R"({"message":"ok","result":[]})", false, Kind::Other);
    row("code is a list", R"({"error_code":["0"]})", false, Kind::Other);
    row("result is text", R"({"error_code":"0","result":"x"})", false, Kind::Other);
    row("result holds text", R"({"error_code":"0","result":["x"]})", false, Kind::Other);
    row("a list", R"([{"error_code":"0"}])", false, Kind::Other);
    row("cut short", R"({"error_code":"0")", false, Kind::Other);
}

void TestNational::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, good);
    QFETCH(int, kind);
    const NationalAnswer answer = readNationalAnswer(HttpResponse { 200, { { "content-type", "application/json" } }, body });
    QCOMPARE(answer.judgement.ok(), good);
    if (good)
        QCOMPARE(int(answer.kind), kind);
    else
        QVERIFY(answer.judgement.verdict == Verdict::PortalFault);
}

void TestNational::goesThroughOnce()
{
    const OutboundDossier dossier = addDossier(*m_outbox, { 700, 30'000 }, 1);
    const SyncOutcome outcome = pass();
    QVERIFY2(outcome.idle, outcome.error ? qPrintable(outcome.error->detail) : "");
    QCOMPARE(outcome.found, 1);
    QCOMPARE(m_gateway->calls, (QStringList { u"DongBoHoSoMC"_s, u"TraCuuHoSo"_s }));
    QCOMPARE(m_gateway->files.size(), 2);
    for (const OutboundFile &file : dossier.files)
        QVERIFY(m_gateway->files.contains("/tep/" + file.sha256.toLatin1() + '/' + file.name.toLatin1()));
    const auto row = m_outbox->row(dossier.id);
    QCOMPARE(row.foundAs, nationalCode(dossier, setup()));
    QVERIFY(!row.receipt && row.dossier.delivery != DeliveryState::Received); // nobody confirmed a digest
    QVERIFY(m_outbox->violations().isEmpty());
    QVERIFY(pass().idle); // and nothing goes twice
    QCOMPARE(m_gateway->calls.size(), 2);
}

void TestNational::aLostAnswerIsAskedForFirst()
{
    const OutboundDossier dossier = addDossier(*m_outbox, { 700 }, 1);
    m_gateway->cutAnswers = 1;
    const SyncOutcome lost = pass();
    QVERIFY(!lost.idle);
    QVERIFY(m_outbox->row(dossier.id).dossier.delivery == DeliveryState::InDoubt);
    m_gateway->calls.clear();
    QCOMPARE(pass().found, 1);
    QCOMPARE(m_gateway->calls, QStringList { u"TraCuuHoSo"_s }); // it was there: not sent again
    QCOMPARE(m_gateway->records.size(), 1);
    QVERIFY(m_outbox->violations().isEmpty());
}

void TestNational::somebodyElsesRecordIsNotOverwritten()
{
    const OutboundDossier dossier = addDossier(*m_outbox, {}, 1);
    const QString code = nationalCode(dossier, setup());
    const QJsonObject theirs { { "MaHoSo"_L1, code }, { "MaTTHC"_L1, u"1.001193"_s }, { "NgayNopHoSo"_L1, u"20200101000000"_s } };
    m_gateway->records.insert(code, theirs);
    QCOMPARE(pass().refused, 1);
    QCOMPARE(m_gateway->records.value(code), theirs);
    QCOMPARE(m_outbox->row(dossier.id).problem->errorId, u"MC-508"_s);
}

void TestNational::anExpiredSessionRefusesNobody()
{
    for (int i = 1; i <= 5; ++i)
        addDossier(*m_outbox, {}, quint32(i));
    m_gateway->sessionOver = true;
    const SyncOutcome outcome = pass();
    QVERIFY(!outcome.idle && outcome.error);
    QCOMPARE(outcome.refused, 0);
    QCOMPARE(m_outbox->count(DeliveryState::Refused), 0);
    QVERIFY(m_gateway->calls.size() <= 4); // and it is not asked for every dossier of the queue
    m_gateway->sessionOver = false;
    QCOMPARE(pass().found, 5);
    QVERIFY(m_outbox->violations().isEmpty());
}

void TestNational::aRefusalOfTheDossierReachesTheOfficer()
{
    const OutboundDossier bad = addDossier(*m_outbox, {}, 1);
    addDossier(*m_outbox, {}, 2);
    m_gateway->forbidden.insert(nationalCode(bad, setup()));
    const SyncOutcome outcome = pass();
    QCOMPARE(outcome.refused, 1);
    QCOMPARE(outcome.found, 1); // the rest goes on
    QCOMPARE(m_outbox->row(bad.id).problem->reason, u"MaTTHC không có trong danh mục"_s);
}

void TestNational::aCaptivePageIsNoAnswer()
{
    const OutboundDossier dossier = addDossier(*m_outbox, {}, 1);
    m_gateway->html = true;
    const SyncOutcome outcome = pass();
    QCOMPARE(outcome.error->code, ErrorCode::PortalFault);
    QVERIFY(m_outbox->row(dossier.id).dossier.delivery == DeliveryState::InDoubt);
}

void TestNational::withoutAPlaceForPapersNothingLeaves()
{
    const OutboundDossier dossier = addDossier(*m_outbox, { 700 }, 1);
    QJsonObject json = QJsonDocument::fromJson(setupJson(m_gateway->portal.url())).object();
    json.remove("upload"_L1);
    const SyncOutcome outcome = pass(QJsonDocument(json).toJson());
    QCOMPARE(outcome.error->code, ErrorCode::PortalSetupUnusable);
    QVERIFY(m_gateway->calls.isEmpty());
    QVERIFY(m_outbox->row(dossier.id).dossier.delivery == DeliveryState::Waiting);
}

QTEST_GUILESS_MAIN(TestNational)
#include "tst_national.moc"
