#include "sync/plainprobe.h"

#include "sync/curllibrary.h"
#include "sync/lane.h"

#include <chrono>

using namespace Qt::StringLiterals;

namespace motcua {

namespace {

constexpr std::chrono::milliseconds patience { 4000 };

// The head has told all; what follows may be as long as it likes.
size_t stopAtContent(const char *, size_t, size_t, void *)
{
    return 0;
}

// A web server has nothing under this name; a network that wants a sign-in answers every name alike.
QByteArray question(const QString &host, int port)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u"/generate_204"_s);
    return url.toEncoded();
}

} // namespace

std::optional<PlainAnswer> askPlainly(const QString &host, int port)
{
    const std::unique_ptr<const CurlLibrary> curl = CurlLibrary::open(usualCurl());
    if (!curl)
        return std::nullopt;
    const std::unique_ptr<CURL, decltype(curl->easy_cleanup)> easy(curl->easy_init(), curl->easy_cleanup);
    curl->easy_setopt(easy.get(), CURLOPT_URL, question(host, port).constData());
    curl->easy_setopt(easy.get(), CURLOPT_PROTOCOLS_STR, "http");
    curl->easy_setopt(easy.get(), CURLOPT_PROXY, "");
    curl->easy_setopt(easy.get(), CURLOPT_NOSIGNAL, 1L);
    curl->easy_setopt(easy.get(), CURLOPT_TIMEOUT_MS, long(patience.count()));
    curl->easy_setopt(easy.get(), CURLOPT_WRITEFUNCTION, stopAtContent);
    curl->easy_perform(easy.get()); // how it ended does not matter: a status or none

    long status = 0;
    const char *location = nullptr;
    const char *mediaType = nullptr;
    curl->easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    curl->easy_getinfo(easy.get(), CURLINFO_REDIRECT_URL, &location);
    curl->easy_getinfo(easy.get(), CURLINFO_CONTENT_TYPE, &mediaType);
    if (status == 0)
        return std::nullopt;
    return PlainAnswer { int(status), location, QByteArray(mediaType).split(';').first().trimmed().toLower() };
}

} // namespace motcua
