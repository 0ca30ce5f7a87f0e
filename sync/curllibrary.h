#pragma once

#include <QString>

#include <curl/curl.h>
#include <openssl/ssl.h>

#include <memory>

namespace motcua {

// The functions of libcurl, and the one of the libssl beneath it, that this room uses; opened when the first connection is made.
struct CurlLibrary
{
    // Thread-safe; what is opened is never closed. Null when this machine does not have it.
    static std::unique_ptr<const CurlLibrary> open(const QString &name);

    decltype(&::curl_global_init) global_init = nullptr;
    decltype(&::curl_share_init) share_init = nullptr;
    decltype(&::curl_share_setopt) share_setopt = nullptr;
    decltype(&::curl_share_cleanup) share_cleanup = nullptr;
    decltype(&::curl_slist_append) slist_append = nullptr;
    decltype(&::curl_slist_free_all) slist_free_all = nullptr;
    decltype(&::curl_easy_init) easy_init = nullptr;
    decltype(&::curl_easy_reset) easy_reset = nullptr;
    decltype(&::curl_easy_setopt) easy_setopt = nullptr;
    decltype(&::curl_easy_getinfo) easy_getinfo = nullptr;
    decltype(&::curl_easy_perform) easy_perform = nullptr;
    decltype(&::curl_easy_strerror) easy_strerror = nullptr;
    decltype(&::curl_easy_cleanup) easy_cleanup = nullptr;
    decltype(&::curl_multi_init) multi_init = nullptr;
    decltype(&::curl_multi_add_handle) multi_add_handle = nullptr;
    decltype(&::curl_multi_remove_handle) multi_remove_handle = nullptr;
    decltype(&::curl_multi_perform) multi_perform = nullptr;
    decltype(&::curl_multi_info_read) multi_info_read = nullptr;
    decltype(&::curl_multi_fdset) multi_fdset = nullptr;
    decltype(&::curl_multi_timeout) multi_timeout = nullptr;
    decltype(&::curl_multi_cleanup) multi_cleanup = nullptr;
    decltype(&::SSL_CTX_ctrl) ssl_ctx_ctrl = nullptr; // null where curl speaks TLS by another library than OpenSSL
};

} // namespace motcua
