#include "sync/national/nationalitem.h"

#include "core/base/clock.h"
#include "core/procedure/people.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qsizetype longestSummary = 1000;
constexpr qsizetype longestHandler = 50;
constexpr qsizetype longestFileName = 4000;

QJsonArray papers(const OutboundDossier &dossier, const NationalSetup &setup)
{
    QJsonArray array;
    for (const OutboundFile &file : dossier.files) {
        array.append(QJsonObject {
            { "TepDinhKemId"_L1, file.attachmentId },
            { "TenTepDinhKem"_L1, file.name.left(longestFileName) },
            { "IsDeleted"_L1, u"False"_s },
            { "MaThanhPhanHoSo"_L1, file.component },
            { "DuongDanTaiTepTin"_L1, paperUrl(setup, file.sha256, file.name).toString(QUrl::FullyEncoded) },
            { "DuocSoHoa"_L1, u"1"_s },
            { "DuocTaiSuDung"_L1, u"0"_s },
            { "DuocLayTuKhoDMQG"_L1, u"0"_s },
            { "MaKetQuaThayThe"_L1, QString() },
        });
    }
    return array;
}

} // namespace

QString nationalCode(const OutboundDossier &dossier, const NationalSetup &setup)
{
    static const QRegularExpression shape(u"^[A-Z]+-(\\d{5})-(\\d{2})-(\\d{6})-(\\d+)-."_s);
    const QRegularExpressionMatch match = shape.match(dossier.localCode);
    if (!match.hasMatch())
        return setup.unit + u'-' + dossier.id; // unique all the same
    return u"%1-%2-%3%4%5"_s.arg(setup.unit, match.captured(3), match.captured(1), match.captured(2), match.captured(4));
}

QString nationalTime(const QDateTime &time)
{
    return time.isValid() ? toLegalTime(time).toString(u"yyyyMMddHHmmss"_s) : QString();
}

QJsonObject nationalItem(const OutboundDossier &dossier, const ProcedurePack &pack, const NationalSetup &setup)
{
    const QJsonObject answers = QJsonDocument::fromJson(dossier.form).object();
    const QString id = personalIdOf(pack, answers);
    QJsonArray identities;
    if (!id.isEmpty())
        identities.append(QJsonObject { { "LoaiDinhDanh"_L1, u"1"_s }, { "SoDinhDanh"_L1, id } });
    QJsonObject item;
    for (const QLatin1StringView member :
         { "MaDoiTuong"_L1, "ThongTinKhac"_L1, "Email"_L1, "Fax"_L1, "NgayTiepNhan"_L1, "NgayHenTra"_L1, "NgayKetThucXuLy"_L1,
           "NgayTra"_L1, "NgayTuChoi"_L1, "ThongTinTra"_L1, "GhiChu"_L1, "TaiKhoanDuocXacThucVoiVNeID"_L1 })
        item.insert(member, QString());
    for (const QLatin1StringView member : { "DSKetNoiCSDL"_L1, "DanhSachLePhi"_L1, "DanhSachTepDinhKemKhac"_L1,
                                            "DanhSachHoSoBoSung"_L1, "DanhSachGiayToKetQua"_L1 })
        item.insert(member, QJsonArray());
    item.insert("KenhThucHien"_L1, u"1"_s);
    item.insert("LoaiDoiTuong"_L1, u"1"_s);
    item.insert("HinhThuc"_L1, u"0"_s);
    item.insert("NoiNopHoSo"_L1, u"1"_s);
    item.insert("DuocThanhToanTrucTuyen"_L1, u"1"_s);
    for (auto it = setup.constants.begin(); it != setup.constants.end(); ++it)
        item.insert(it.key(), it.value());
    // What is said of this dossier stands last: no constant may speak over it.
    item.insert("MaHoSo"_L1, nationalCode(dossier, setup));
    item.insert("MaTTHC"_L1, dossier.procedureCode);
    item.insert("TenTTHC"_L1, pack.name);
    item.insert("MaLinhVuc"_L1, setup.fieldCodes.value(pack.field).toString());
    item.insert("TenLinhVuc"_L1, pack.field);
    item.insert("ChuHoSo"_L1, applicantName(pack, answers));
    item.insert("SoGiayToChuHoSo"_L1, id);
    item.insert("SoDienThoai"_L1, phoneOf(pack, answers));
    item.insert("TrichYeuHoSo"_L1, pack.name.left(longestSummary));
    item.insert("NgayNopHoSo"_L1, nationalTime(dossier.submittedAt));
    item.insert("TrangThaiHoSo"_L1, u"1"_s);
    item.insert("DonViXuLy"_L1, setup.handler);
    item.insert("HoSoCoThanhPhanSoHoa"_L1, dossier.files.isEmpty() ? u"0"_s : u"1"_s);
    item.insert("DinhDanhCHS"_L1, identities);
    item.insert("TaiLieuNop"_L1, papers(dossier, setup));
    return item;
}

QJsonObject nationalProgressItem(const QString &code, const NationalProgress &progress)
{
    return {
        { "MaHoSo"_L1, code },
        { "NguoiXuLy"_L1, progress.handler.left(longestHandler) },
        { "ChucDanh"_L1, progress.title },
        { "ThoiDiemXuLy"_L1, nationalTime(progress.at) },
        { "PhongBanXuLy"_L1, progress.department },
        { "NoiDungXuLy"_L1, progress.note },
        { "TrangThai"_L1, QString::number(progress.status) },
        { "NgayBatDau"_L1, nationalTime(progress.begun) },
        { "NgayKetThucTheoQuyDinh"_L1, nationalTime(progress.due) },
    };
}

QByteArray nationalEnvelope(const NationalSetup &setup, const QString &session, const QString &service, bool updating,
                            const QJsonObject &item)
{
    const QJsonObject envelope {
        { "session"_L1, session },          { "madonvi"_L1, setup.unit },
        { "service"_L1, service },          { "isUpdating"_L1, updating ? u"True"_s : u"False"_s },
        { "data"_L1, QJsonArray { item } },
    };
    return QJsonDocument(envelope).toJson(QJsonDocument::Compact);
}

} // namespace motcua
