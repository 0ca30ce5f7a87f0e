#pragma once

#include "tests/portal/http.h"

#include <string>

namespace portal {

// Answers a GET for bytes that never change under their ETag: If-None-Match, Range with If-Range (RFC 9110, 13 and 14).
void giveBytes(const Exchange &exchange, const std::string &content, const std::string &mediaType, const std::string &tag);

} // namespace portal
