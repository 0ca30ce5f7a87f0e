#include "tests/portal/problem.h"

namespace portal {

nlohmann::json Problem::toJson() const
{
    nlohmann::json json = members;
    json["type"] = slug.empty() ? std::string("about:blank") : "urn:motcua:problem:" + slug;
    json["title"] = title;
    json["status"] = status;
    if (!detail.empty())
        json["detail"] = detail;
    return json;
}

Problem malformed(std::string detail)
{
    return { .status = 400, .slug = "malformed", .title = "The request cannot be understood", .detail = std::move(detail) };
}

Problem unauthorized()
{
    return { .status = 401,
             .slug = "unauthorized",
             .title = "The device token is missing or wrong",
             .detail = "Máy này chưa được cổng cho phép gửi hồ sơ. Cán bộ CNTT cần cấp lại mã thiết bị." };
}

Problem unknownUpload()
{
    return { .status = 404, .slug = "unknown-upload", .title = "No such upload", .detail = "Cổng không có lượt tải lên này." };
}

Problem offsetMismatch(std::int64_t offset)
{
    return { .status = 409,
             .slug = "offset-mismatch",
             .title = "The upload stands at another offset",
             .detail = "Hãy gửi tiếp từ vị trí mà cổng đã giữ.",
             .members = { { "offset", offset } } };
}

Problem kioskCloned()
{
    return { .status = 409,
             .slug = "kiosk-cloned",
             .title = "Another machine uses this kiosk's identity",
             .detail = "Một máy khác đang dùng cùng định danh với máy này. Hồ sơ vẫn nằm an toàn ở máy; cán bộ CNTT cần cấp định "
                       "danh mới." };
}

Problem unknownResult()
{
    return { .status = 404, .slug = "unknown-result", .title = "No such result", .detail = "Cổng không có tệp kết quả này." };
}

Problem revisionConflict(std::string detail)
{
    return { .status = 409,
             .slug = "revision-conflict",
             .title = "This revision is already known with other content",
             .detail = std::move(detail) };
}

Problem tooLarge(std::string detail)
{
    return { .status = 413, .slug = "too-large", .title = "Larger than the portal accepts", .detail = std::move(detail) };
}

Problem digestMismatch(const std::string &expected, const std::string &actual)
{
    return { .status = 422,
             .slug = "digest-mismatch",
             .title = "The bytes do not have the digest that was announced",
             .detail = "Nội dung nhận được không khớp mã kiểm tra. Phần đã nhận bị bỏ, hãy gửi lại từ đầu.",
             .members = { { "expected", expected }, { "actual", actual } } };
}

Problem rejected(const std::string &field, const std::string &reason)
{
    return { .status = 422,
             .slug = "rejected",
             .title = "The portal refuses this dossier",
             .detail = reason,
             .members = { { "field", field }, { "reason", reason } } };
}

Problem busy(int retryAfterSeconds)
{
    return { .status = 503,
             .slug = "busy",
             .title = "The portal cannot take this now",
             .detail = "Cổng đang bận. Dữ liệu đã nhận vẫn được giữ; hãy gửi lại sau ít phút.",
             .retryAfterSeconds = retryAfterSeconds };
}

Problem internalFault()
{
    return {
        .status = 500, .slug = "internal", .title = "The portal failed", .detail = "Cổng gặp sự cố. Dữ liệu đã nhận vẫn được giữ."
    };
}

Problem plainStatus(int status, std::string title)
{
    return { .status = status, .title = std::move(title) };
}

} // namespace portal
