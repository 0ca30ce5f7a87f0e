#pragma once

#include "sync/national/nationalitem.h"
#include "sync/transport.h"
#include "sync/verdict.h"

#include <optional>

namespace motcua {

// What an answer of the gateway says.
struct NationalAnswer
{
    enum class Kind {
        Accepted, // error_code 0 or 00
        Exists,   // "đã tồn tại": a record of this code is there
        Other,    // any other code; `message` is the gateway's own word
    };
    Judgement judgement; // ok: the rest was read strictly
    Kind kind = Kind::Other;
    QString code;
    QString message;
    QList<QJsonObject> result;
    QByteArray raw;
};

// The calls of domain.md 5.1, typed. Blocking; on the sync thread. Not yet tested against a real endpoint.
class NationalClient
{
public:
    // Two ways out, because papers may lie at another host and a transport keeps to one.
    NationalClient(Transport &gateway, Transport &files, NationalSetup setup, NationalSecrets secrets, StopAsked stop);

    NationalAnswer submit(const QJsonObject &item, bool updating, const std::function<bool()> &beforeFirstByte);
    NationalAnswer lookUp(const QString &code); // TraCuuHoSo; Accepted with an empty result: not there
    NationalAnswer progress(const QJsonObject &item);
    // PUT of the whole content to an address made of its digest: the same twice is the same once.
    Judgement putPaper(const QUrl &url, const QString &mediaType, const QByteArray &content);

    const NationalSetup &setup() const { return m_setup; }

private:
    NationalAnswer call(const QString &service, bool updating, const QJsonObject &item,
                        const std::function<bool()> &beforeFirstByte = {});

    Transport &m_gateway;
    Transport &m_files;
    NationalSetup m_setup;
    NationalSecrets m_secrets;
    StopAsked m_stop;
};

// Pure. An answer without a known error_code, or a result that is no list of objects, is a fault of the gateway.
NationalAnswer readNationalAnswer(const Transmission &transmission);

} // namespace motcua
