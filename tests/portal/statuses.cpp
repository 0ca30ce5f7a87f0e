#include "tests/portal/statuses.h"

#include <map>

namespace portal {

namespace {

struct Status
{
    std::string_view text;
    std::vector<int> next;
};

const std::map<int, Status> &table()
{
    static const std::map<int, Status> statuses {
        { 1, { "Mới đăng ký", { 2, 3, 5, 7 } } },
        { 2, { "Được tiếp nhận", { 4, 7 } } },
        { 3, { "Không được tiếp nhận", {} } },
        { 4, { "Đang xử lý", { 5, 6, 8, 9, 7 } } },
        { 5, { "Yêu cầu bổ sung giấy tờ", { 4, 8, 7 } } },
        { 6, { "Yêu cầu thực hiện nghĩa vụ tài chính", { 4, 8 } } },
        { 7, { "Công dân yêu cầu rút hồ sơ", {} } },
        { 8, { "Dừng xử lý", {} } },
        { 9, { "Đã xử lý xong", { 10 } } },
        { 10, { "Đã trả kết quả", {} } },
    };
    return statuses;
}

} // namespace

bool isStatus(int status)
{
    return table().contains(status);
}

std::string_view statusText(int status)
{
    const auto found = table().find(status);
    return found == table().end() ? std::string_view("Không rõ") : found->second.text;
}

const std::vector<int> &nextStatuses(int status)
{
    static const std::vector<int> none;
    const auto found = table().find(status);
    return found == table().end() ? none : found->second.next;
}

} // namespace portal
