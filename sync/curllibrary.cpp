#include "sync/curllibrary.h"

#include <QLibrary>

namespace motcua {

namespace {

template <typename Function>
bool find(QLibrary &library, Function &function, const char *name)
{
    function = reinterpret_cast<Function>(library.resolve(name));
    return function != nullptr;
}

} // namespace

std::unique_ptr<const CurlLibrary> CurlLibrary::open(const QString &name)
{
    QLibrary curl(name);
    CurlLibrary found;
    const bool whole =
        find(curl, found.global_init, "curl_global_init") && find(curl, found.share_init, "curl_share_init")
        && find(curl, found.share_setopt, "curl_share_setopt") && find(curl, found.share_cleanup, "curl_share_cleanup")
        && find(curl, found.slist_append, "curl_slist_append") && find(curl, found.slist_free_all, "curl_slist_free_all")
        && find(curl, found.easy_init, "curl_easy_init") && find(curl, found.easy_reset, "curl_easy_reset")
        && find(curl, found.easy_setopt, "curl_easy_setopt") && find(curl, found.easy_getinfo, "curl_easy_getinfo")
        && find(curl, found.easy_strerror, "curl_easy_strerror") && find(curl, found.easy_cleanup, "curl_easy_cleanup")
        && find(curl, found.multi_init, "curl_multi_init") && find(curl, found.multi_add_handle, "curl_multi_add_handle")
        && find(curl, found.multi_remove_handle, "curl_multi_remove_handle")
        && find(curl, found.multi_perform, "curl_multi_perform") && find(curl, found.multi_info_read, "curl_multi_info_read")
        && find(curl, found.multi_fdset, "curl_multi_fdset") && find(curl, found.multi_timeout, "curl_multi_timeout")
        && find(curl, found.multi_cleanup, "curl_multi_cleanup");
    if (!whole)
        return nullptr;
    find(curl, found.ssl_ctx_ctrl, "SSL_CTX_ctrl"); // libcurl's own search reaches the libssl that it links
    found.global_init(CURL_GLOBAL_DEFAULT);
    return std::make_unique<const CurlLibrary>(found);
}

} // namespace motcua
