#pragma once

#include <zip.h>

#include <optional>

namespace motcua {

// The functions of libzip that a sealed ZIP is made with, opened for the first of them.
struct ZipLibrary
{
    static std::optional<ZipLibrary> open(); // nothing when this machine does not have it

    decltype(&::zip_close) close = nullptr;
    decltype(&::zip_discard) discard = nullptr;
    decltype(&::zip_encryption_method_supported) encryption_method_supported = nullptr;
    decltype(&::zip_error_fini) error_fini = nullptr;
    decltype(&::zip_error_init) error_init = nullptr;
    decltype(&::zip_error_strerror) error_strerror = nullptr;
    decltype(&::zip_file_add) file_add = nullptr;
    decltype(&::zip_file_set_encryption) file_set_encryption = nullptr;
    decltype(&::zip_file_set_mtime) file_set_mtime = nullptr;
    decltype(&::zip_open_from_source) open_from_source = nullptr;
    decltype(&::zip_source_buffer) source_buffer = nullptr;
    decltype(&::zip_source_buffer_create) source_buffer_create = nullptr;
    decltype(&::zip_source_close) source_close = nullptr;
    decltype(&::zip_source_free) source_free = nullptr;
    decltype(&::zip_source_keep) source_keep = nullptr;
    decltype(&::zip_source_open) source_open = nullptr;
    decltype(&::zip_source_read) source_read = nullptr;
    decltype(&::zip_source_stat) source_stat = nullptr;
    decltype(&::zip_strerror) strerror = nullptr;
};

} // namespace motcua
