#include "sync/national/nationalsetup.h"

#include "sync/verdict.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

tl::unexpected<Error> unusable(const QString &member)
{
    Judgement judgement;
    judgement.verdict = Verdict::BadSetup;
    judgement.detail = u"national: %1"_s.arg(member);
    return tl::unexpected(*errorOf(judgement, member));
}

bool isHttps(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty();
}

} // namespace

Result<NationalSetup> readNationalSetup(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    NationalSetup setup;
    setup.adapter = QUrl(object.value("adapter"_L1).toString(), QUrl::StrictMode);
    setup.destination = object.value("dstcode"_L1).toString();
    setup.unit = object.value("madonvi"_L1).toString();
    setup.handler = object.value("DonViXuLy"_L1).toString();
    setup.uploadPattern = object.value("upload"_L1).toString();
    setup.fieldCodes = object.value("fields"_L1).toObject();
    setup.refusals = object.value("refusals"_L1).toVariant().toStringList();
    setup.constants = object.value("constants"_L1).toObject();
    if (!isHttps(setup.adapter))
        return unusable(u"adapter"_s);
    if (setup.destination.isEmpty())
        return unusable(u"dstcode"_s);
    if (setup.unit.isEmpty())
        return unusable(u"madonvi"_s);
    const bool hasPlace = setup.uploadPattern.contains("{sha256}"_L1);
    if (!setup.uploadPattern.isEmpty() && (!hasPlace || !isHttps(paperUrl(setup, u"0"_s, u"a"_s))))
        return unusable(u"upload"_s);
    return setup;
}

Result<NationalSecrets> readNationalSecrets(const QString &token)
{
    const QJsonObject object = QJsonDocument::fromJson(token.toUtf8()).object();
    NationalSecrets secrets { object.value("session"_L1).toString(), {} };
    if (secrets.session.isEmpty())
        return unusable(u"session"_s);
    const QJsonObject lgsp = object.value("lgsp"_L1).toObject();
    if (!lgsp.isEmpty())
        secrets.headers.append({ "lgspaccesstoken", QJsonDocument(lgsp).toJson(QJsonDocument::Compact).toBase64() });
    const QString bearer = object.value("bearer"_L1).toString();
    if (!bearer.isEmpty())
        secrets.headers.append({ "Authorization", "Bearer " + bearer.toUtf8() });
    return secrets;
}

QUrl paperUrl(const NationalSetup &setup, const QString &sha256, const QString &name)
{
    QString text = setup.uploadPattern;
    text.replace("{sha256}"_L1, sha256).replace("{name}"_L1, QString::fromLatin1(QUrl::toPercentEncoding(name)));
    return QUrl(text, QUrl::StrictMode);
}

} // namespace motcua
