#include "core/assist/ziplibrary.h"

#include "core/base/latelibrary.h"

namespace motcua {

std::optional<ZipLibrary> ZipLibrary::open()
{
    LateLibrary zip(QStringLiteral(MOTCUA_ZIP_LIBRARY));
    ZipLibrary found;
    const bool whole =
        zip.find(found.close, "zip_close") && zip.find(found.discard, "zip_discard")
        && zip.find(found.encryption_method_supported, "zip_encryption_method_supported")
        && zip.find(found.error_fini, "zip_error_fini") && zip.find(found.error_init, "zip_error_init")
        && zip.find(found.error_strerror, "zip_error_strerror") && zip.find(found.file_add, "zip_file_add")
        && zip.find(found.file_set_encryption, "zip_file_set_encryption") && zip.find(found.file_set_mtime, "zip_file_set_mtime")
        && zip.find(found.open_from_source, "zip_open_from_source") && zip.find(found.source_buffer, "zip_source_buffer")
        && zip.find(found.source_buffer_create, "zip_source_buffer_create") && zip.find(found.source_close, "zip_source_close")
        && zip.find(found.source_free, "zip_source_free") && zip.find(found.source_keep, "zip_source_keep")
        && zip.find(found.source_open, "zip_source_open") && zip.find(found.source_read, "zip_source_read")
        && zip.find(found.source_stat, "zip_source_stat") && zip.find(found.strerror, "zip_strerror");
    return whole ? std::optional(found) : std::nullopt;
}

} // namespace motcua
