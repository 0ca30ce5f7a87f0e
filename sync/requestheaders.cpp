#include "sync/requestheaders.h"

#include <QUuid>

namespace motcua {

bool sameOrigin(const QUrl &left, const QUrl &right)
{
    constexpr int httpsPort = 443;
    return left.scheme() == right.scheme() && left.host() == right.host() && left.port(httpsPort) == right.port(httpsPort);
}

HeaderList::HeaderList(const CurlLibrary &curl, const HttpRequest &request, const QString &token)
    : m_curl(curl)
{
    add("Expect:"); // no round trip just to ask whether we may send
    add("X-Request-ID: " + QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    bool typed = false;
    for (const auto &[name, value] : request.headers) {
        add(name + ": " + value);
        typed = typed || name == "Content-Type";
    }
    if (!typed)
        add("Content-Type:"); // otherwise curl calls every body a web form
    if (!token.isEmpty())
        add("Authorization: Bearer " + token.toUtf8());
}

} // namespace motcua
