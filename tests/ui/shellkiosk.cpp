#include "tests/ui/shellkiosk.h"

#include "core/base/clock.h"
#include "core/base/errorcatalog.h"
#include "core/base/ids.h"
#include "core/counter/setup.h"
#include "core/store/repositories.h"
#include "tests/procedure/sampleanswers.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

class NoKeychain final : public SecretStore
{
public:
    Result<Secret> read(const QString &) override
    {
        return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, {} });
    }
    Result<void> write(const QString &, const Secret &) override
    {
        return tl::unexpected<Error>(Error { ErrorCode::KeychainUnavailable, {}, {} });
    }
    QString description() const override { return u"none"_s; }
};

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(explainInOneLine(result.error())));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

PackCatalog shippedPacks()
{
    return must(PackCatalog::shipped());
}

QByteArray picture(const QColor &paper, const QString &words)
{
    QImage image(1240, 1754, QImage::Format_RGB32);
    image.fill(paper);
    QPainter painter(&image);
    painter.setPen(QColor(40, 40, 60));
    QFont font = painter.font();
    font.setPixelSize(72);
    painter.setFont(font);
    painter.drawText(image.rect().adjusted(90, 120, -90, -90), Qt::AlignTop | Qt::AlignHCenter | Qt::TextWordWrap, words);
    for (int line = 0; line < 18; ++line)
        painter.fillRect(130, 480 + line * 62, 980 - (line * 137) % 340, 12, QColor(150, 150, 160));
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPG", 80);
    return bytes;
}

KioskProfile demoProfile()
{
    KioskProfile profile;
    profile.kioskId = u"0193e6a2-1111-7aaa-8bbb-0123456789ab"_s;
    profile.communeCode = u"25231"_s;
    profile.portal = QUrl(u"https://127.0.0.1:8443"_s);
    profile.demo = true;
    return profile;
}

} // namespace

const QString ShellKiosk::login = u"congchuc1"_s;
const QString ShellKiosk::passphrase = u"sen nở hồ thu bình yên"_s;

ShellKiosk::ShellKiosk(std::unique_ptr<SecretStore> holder)
    : files { folder.path() + u"/kiosk"_s }
    , profile(demoProfile())
    , packs(shippedPacks())
    , keychain(holder ? std::move(holder) : std::make_unique<NoKeychain>())
    , vault(files.keySlots(), *keychain)
    , gate(files, vault, store, clock)
    , counter({ store, packs, units, profile, clock, changes, shelf, reader })
    , outbox(makeStoreOutbox(store, clock, changes))
    , settings(folder.path() + u"/screen.ini"_s)
{
    const QByteArray words = passphrase.toUtf8();
    const KdfCost cheap { 64, 1 };
    const Secret secret { QByteArrayView(words) };
    QFile ca(QFINDTESTDATA("shellportal-ca.pem"));
    if (!ca.open(QIODevice::ReadOnly))
        qFatal("no certificate");
    must(setUpKiosk(files, { profile, ca.readAll(), {}, { login, u"Lê Minh Châu"_s, Role::Officer }, cheap }, secret, units,
                    vault, store, clock));
    const OpenedVault opened = must(vault.openWithPassphrase(login, secret));
    must(addPerson(opened, { u"tocongnghe1"_s, u"Điểu Văn Sang"_s, Role::TeamMember }, secret, cheap, vault, store, clock));
    must(addPerson(opened, { u"cntt1"_s, u"Trần Thu Hà"_s, Role::ItStaff }, secret, cheap, vault, store, clock));
}

UiServices ShellKiosk::services()
{
    return { gate, counter, monitor, sync, changes, units, profile, clock, settings, reader, demo };
}

void ShellKiosk::openStore()
{
    const QByteArray words = passphrase.toUtf8();
    const Account account = must(gate.signIn(login, Secret { QByteArrayView(words) }).takeResult());
    counter.setActor(account);
}

QString ShellKiosk::draft(const QString &name, bool remembered)
{
    const Dossier dossier = must(counter.startDraft(u"1.004873"_s).takeResult());
    const QString id = dossier.summary.id;
    const QJsonObject form = sample::with(
        sample::forSelf(), { { u"/requester/name"_s, name.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(name) } });
    must(counter.saveDraft(id, form, u"/requester/phone"_s).takeResult());
    if (remembered)
        must(counter.rememberOpenDraft(id).takeResult());
    clock.time = clock.time.addSecs(137);
    return id;
}

QString ShellKiosk::submitted(const QString &name)
{
    const QString id = draft(name);
    must(counter.addPaper(id, u"000.00.00.G15-KQ004946"_s, picture(QColor(0xf3f7ff), u"THẺ CĂN CƯỚC"_s), u"jpg"_s).takeResult());
    must(counter.addPaper(id, u"000.00.00.G15-KQ003785"_s, picture(QColor(0xfff8e8), u"XÁC NHẬN THÔNG TIN VỀ CƯ TRÚ"_s), u"jpg"_s)
             .takeResult());
    must(counter.submit(id).takeResult());
    clock.time = clock.time.addSecs(71);
    return id;
}

void ShellKiosk::sent(const QString &id)
{
    must(outbox->markSending({ { id, 1 } }));
}

void ShellKiosk::doubted(const QString &id)
{
    sent(id);
    must(outbox->markInDoubt({ { id, 1 } }, u"MC-501"_s));
}

void ShellKiosk::received(const QString &id, int serial, const QDateTime &due)
{
    sent(id);
    const QList<OutboundDossier> all = must(outbox->pending(1000));
    Receipt receipt;
    for (const OutboundDossier &dossier : all) {
        if (dossier.id != id)
            continue;
        receipt.formSha256 = dossier.formSha256;
        for (const OutboundFile &file : dossier.files)
            receipt.files.append({ file.name, file.size, file.sha256 });
    }
    receipt.dossierId = id;
    receipt.officialCode = u"H19.112-261123-%1"_s.arg(serial, 4, 10, QLatin1Char('0'));
    receipt.receivedAt = clock.now();
    receipt.dueAt = due;
    receipt.sequence = ++m_sequence;
    must(outbox->storeReceipt(receipt));
}

void ShellKiosk::status(const QString &id, int status)
{
    ++m_sequence;
    must(outbox->applyChanges({ { m_sequence, id, status, clock.now(), {} } }, QString::number(m_sequence)));
}

QString ShellKiosk::linkedDraft(const QString &procedure)
{
    const QString id = must(counter.startDraft(procedure).takeResult()).summary.id;
    QFile answers(QStringLiteral(MOTCUA_ANSWERS) + u'/' + procedure + u".json"_s);
    if (!answers.open(QIODevice::ReadOnly))
        qFatal("no answers");
    must(counter.saveDraft(id, QJsonDocument::fromJson(answers.readAll()).object(), {}).takeResult());
    return id;
}

void ShellKiosk::branch(const QString &id, const QString &branch, int status, const QString &note, const QDateTime &due)
{
    ++m_sequence;
    const QString code = status > 1 ? u"H19.112-261123-%1"_s.arg(m_sequence, 4, 10, QLatin1Char('0')) : QString();
    must(outbox->applyChanges({ { m_sequence, id, status, clock.now(), note, branch, code, due } }, QString::number(m_sequence)));
}

void ShellKiosk::refused(const QString &id)
{
    sent(id);
    must(outbox->refuse({ id, 1 }, { u"MC-508"_s, u"Số điện thoại không liên lạc được, đề nghị kiểm tra lại với công dân."_s,
                                     u"/requester/phone"_s, clock.now() }));
}

void ShellKiosk::supplement(const QString &id, const QString &component, const QString &field, const QString &branch)
{
    StatusChange change { ++m_sequence, id, 5, clock.now(), u"Đề nghị bổ sung để giải quyết tiếp."_s, branch };
    change.request = SupplementRequest { toLegalTime(clock.now()).date().addDays(7),
                                         { { component, {}, u"Ảnh chụp bị mờ ở góc dưới, đề nghị chụp lại."_s },
                                           { {}, field, u"Số điện thoại thiếu một chữ số."_s } } };
    must(outbox->applyChanges({ change }, QString::number(m_sequence)));
}

void ShellKiosk::result(const QString &id, const QString &resultId, const QByteArray &pdf, const QString &message)
{
    StatusChange change { ++m_sequence, id, 9, clock.now(), {} };
    change.results = { { resultId, u"giay-xac-nhan.pdf"_s, u"application/pdf"_s, pdf.size(), sha256Hex(pdf) } };
    change.message = message;
    must(outbox->applyChanges({ change }, QString::number(m_sequence)));
    must(outbox->storeResultPiece(resultId, 0, pdf));
    must(outbox->completeResult(resultId));
}

} // namespace motcua
