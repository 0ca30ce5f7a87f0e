#include "sync/curllibrary.h"

#include "core/base/latelibrary.h"

namespace motcua {

std::unique_ptr<const CurlLibrary> CurlLibrary::open(const QString &name)
{
    LateLibrary curl(name);
    CurlLibrary found;
    const bool whole =
        curl.find(found.global_init, "curl_global_init") && curl.find(found.share_init, "curl_share_init")
        && curl.find(found.share_setopt, "curl_share_setopt") && curl.find(found.share_cleanup, "curl_share_cleanup")
        && curl.find(found.slist_append, "curl_slist_append") && curl.find(found.slist_free_all, "curl_slist_free_all")
        && curl.find(found.easy_init, "curl_easy_init") && curl.find(found.easy_reset, "curl_easy_reset")
        && curl.find(found.easy_setopt, "curl_easy_setopt") && curl.find(found.easy_getinfo, "curl_easy_getinfo")
        && curl.find(found.easy_perform, "curl_easy_perform") && curl.find(found.easy_strerror, "curl_easy_strerror")
        && curl.find(found.easy_cleanup, "curl_easy_cleanup") && curl.find(found.multi_init, "curl_multi_init")
        && curl.find(found.multi_add_handle, "curl_multi_add_handle")
        && curl.find(found.multi_remove_handle, "curl_multi_remove_handle")
        && curl.find(found.multi_perform, "curl_multi_perform") && curl.find(found.multi_info_read, "curl_multi_info_read")
        && curl.find(found.multi_fdset, "curl_multi_fdset") && curl.find(found.multi_timeout, "curl_multi_timeout")
        && curl.find(found.multi_cleanup, "curl_multi_cleanup");
    if (!whole)
        return nullptr;
    curl.find(found.ssl_ctx_ctrl, "SSL_CTX_ctrl"); // libcurl's own search reaches the libssl that it links
    found.global_init(CURL_GLOBAL_DEFAULT);
    return std::make_unique<const CurlLibrary>(found);
}

} // namespace motcua
