#pragma once

#include "sync/curllibrary.h"
#include "sync/transport.h"

namespace motcua {

bool sameOrigin(const QUrl &left, const QUrl &right); // scheme, host and port

// The header lines of a request as curl wants them; they live as long as the request does.
class HeaderList
{
public:
    HeaderList(const CurlLibrary &curl, const HttpRequest &request, const QString &token); // an empty token is not sent
    ~HeaderList() { m_curl.slist_free_all(m_list); }
    HeaderList(const HeaderList &) = delete;
    HeaderList &operator=(const HeaderList &) = delete;

    curl_slist *get() const { return m_list; }

private:
    void add(const QByteArray &line) { m_list = m_curl.slist_append(m_list, line.constData()); }

    const CurlLibrary &m_curl;
    curl_slist *m_list = nullptr;
};

} // namespace motcua
