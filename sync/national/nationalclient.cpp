#include "sync/national/nationalclient.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr qint64 longestAnswer = 1024 * 1024;
constexpr qsizetype longestMessage = 500;
const QString alreadyThere = u"đã tồn tại"_s;

NationalAnswer broken(const QString &where)
{
    NationalAnswer answer;
    answer.judgement = portalFault(u"gateway answer: "_s + where);
    return answer;
}

} // namespace

NationalClient::NationalClient(Transport &gateway, Transport &files, NationalSetup setup, NationalSecrets secrets, StopAsked stop)
    : m_gateway(gateway)
    , m_files(files)
    , m_setup(std::move(setup))
    , m_secrets(std::move(secrets))
    , m_stop(std::move(stop))
{
}

NationalAnswer NationalClient::call(const QString &service, bool updating, const QJsonObject &item,
                                    const std::function<bool()> &beforeFirstByte)
{
    HttpRequest http;
    http.method = "POST";
    http.url = m_setup.adapter;
    http.headers = { { "Content-Type", "application/json" },
                     { "Accept", "application/json" },
                     { "Charset", "utf-8" },
                     { "dstcode", m_setup.destination.toUtf8() } };
    http.headers += m_secrets.headers;
    http.body = nationalEnvelope(m_setup, m_secrets.session, service, updating, item);
    http.answerLimit = longestAnswer;
    http.beforeFirstByte = beforeFirstByte;
    return readNationalAnswer(m_gateway.send(http, m_stop));
}

NationalAnswer NationalClient::submit(const QJsonObject &item, bool updating, const std::function<bool()> &beforeFirstByte)
{
    return call(u"DongBoHoSoMC"_s, updating, item, beforeFirstByte);
}

NationalAnswer NationalClient::lookUp(const QString &code)
{
    return call(u"TraCuuHoSo"_s, false, { { "mahoso"_L1, code } });
}

NationalAnswer NationalClient::progress(const QJsonObject &item)
{
    return call(u"CapNhatTienDoHoSoMC"_s, false, item);
}

Judgement NationalClient::putPaper(const QUrl &url, const QString &mediaType, const QByteArray &content)
{
    HttpRequest http;
    http.method = "PUT";
    http.url = url;
    http.headers = { { "Content-Type", mediaType.toUtf8() } };
    http.headers += m_secrets.headers;
    http.body = content;
    const Transmission transmission = m_files.send(http, m_stop);
    for (const int good : { 200, 201, 204 }) {
        if (transmission && transmission->status == good)
            return {};
    }
    return judge(transmission, 201);
}

NationalAnswer readNationalAnswer(const Transmission &transmission)
{
    NationalAnswer answer;
    answer.judgement = judge(transmission, 200);
    if (!answer.judgement.ok())
        return answer;
    answer.raw = transmission->body;
    const QJsonDocument document = QJsonDocument::fromJson(transmission->body);
    if (!document.isObject())
        return broken(u"no object"_s);
    const QJsonObject object = document.object();
    // Gateways write the code as text or as a number.
    const QJsonValue code = object.value("error_code"_L1);
    const QString word = code.isDouble() ? QString::number(code.toInteger()) : code.toString();
    if (word.isEmpty())
        return broken(u"error_code"_s);
    const QJsonValue result = object.value("result"_L1);
    if (!result.isUndefined() && !result.isNull() && !result.isArray())
        return broken(u"result"_s);
    for (const auto &one : result.toArray()) {
        if (!one.isObject())
            return broken(u"result"_s);
        answer.result.append(one.toObject());
    }
    answer.code = word.left(40);
    answer.message = object.value("message"_L1).toString().left(longestMessage);
    const bool accepted = word == "0"_L1 || word == "00"_L1;
    const bool exists = answer.message.normalized(QString::NormalizationForm_C).contains(alreadyThere, Qt::CaseInsensitive);
    answer.kind = exists ? NationalAnswer::Kind::Exists : accepted ? NationalAnswer::Kind::Accepted : NationalAnswer::Kind::Other;
    return answer;
}

} // namespace motcua
