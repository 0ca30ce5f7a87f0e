#include "tests/portal/webpage.h"

#include "tests/portal/digest.h"
#include "tests/portal/newsform.h"
#include "tests/portal/statuses.h"
#include "tests/portal/stylesheet.h"

#include <algorithm>

namespace portal {

namespace {

constexpr int mostLines = 200;
constexpr std::size_t longestForm = 64 * 1024;

// 2026-11-22T14:05:09+07:00 -> 14:05 22/11/2026
std::string humanTime(const std::string &rfc3339)
{
    if (rfc3339.size() < 16)
        return escapeHtml(rfc3339);
    return rfc3339.substr(11, 5) + ' ' + rfc3339.substr(8, 2) + '/' + rfc3339.substr(5, 2) + '/' + rfc3339.substr(0, 4);
}

std::string humanSize(std::int64_t bytes)
{
    if (bytes < 1024)
        return std::to_string(bytes) + " B";
    if (bytes < 1024 * 1024)
        return std::to_string((bytes + 512) / 1024) + " KB";
    const std::int64_t tenths = (bytes * 10 + 512 * 1024) / (1024 * 1024);
    return std::to_string(tenths / 10) + ',' + std::to_string(tenths % 10) + " MB";
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

std::string decodeField(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hexValue(text[i + 1]) >= 0 && hexValue(text[i + 2]) >= 0) {
            out += char(hexValue(text[i + 1]) * 16 + hexValue(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

FormFields parseForm(std::string_view body)
{
    FormFields fields;
    while (!body.empty()) {
        const std::string_view pair = body.substr(0, body.find('&'));
        body.remove_prefix(std::min(body.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos)
            fields.emplace(decodeField(pair.substr(0, equals)), decodeField(pair.substr(equals + 1)));
    }
    return fields;
}

void sendHtml(const Exchange &exchange, int status, const std::string &html)
{
    exchange.response.status = status;
    exchange.response.set_header("Cache-Control", "no-store");
    exchange.response.set_header(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
    exchange.response.set_header("Referrer-Policy", "same-origin");
    exchange.response.set_header("X-Content-Type-Options", "nosniff");
    exchange.response.set_content(html, "text/html; charset=utf-8");
}

std::string fileList(const std::vector<ManifestFile> &files)
{
    if (files.empty())
        return "<span class=\"quiet\">Không có giấy tờ</span>";
    std::string html = "<ul class=\"files\">";
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (file->rendition)
            continue;
        const auto next = file + 1;
        const bool onlySmall = file->missing && next != files.end() && next->rendition && !next->missing;
        html += "<li>" + escapeHtml(file->name) + " <span class=\"quiet\">" + humanSize(file->size)
                + (onlySmall ? " · bản nhỏ đã đến, bản gốc còn chờ" : "") + "</span></li>";
    }
    return html + "</ul>";
}

} // namespace

WebPage::WebPage(Reception &reception, std::string name, std::filesystem::path resultFolder)
    : m_reception(reception)
    , m_ledger(reception.ledger())
    , m_name(std::move(name))
    , m_resultFolder(std::move(resultFolder))
    , m_formToken(randomHex(32))
{
}

void WebPage::show(const Exchange &exchange)
{
    const auto received = m_ledger.received(mostLines);
    const auto arriving = m_ledger.arriving(mostLines);

    std::string body;
    for (const std::string &kiosk : m_ledger.clonedKiosks())
        body += "<p class=\"empty\" role=\"alert\">Hai máy đang dùng chung định danh " + escapeHtml(kiosk)
                + ". Cổng chỉ nhận của một máy; máy kia cần định danh mới.</p>";
    for (const Ledger::JournalObjection &one : m_ledger.journalObjections())
        body += "<p class=\"empty\" role=\"alert\">Nhật ký của máy " + escapeHtml(one.kiosk)
                + (one.kind == "rollback" ? " ngắn hơn dấu mà cổng đang giữ" : " khác với dấu mà cổng đang giữ")
                + " (cổng giữ đến dòng " + std::to_string(one.held) + ", máy báo dòng " + std::to_string(one.told) + ", lúc "
                + escapeHtml(one.at) + "). Cần kiểm tra máy.</p>";
    body += "<h2>Hồ sơ đã nhận</h2>";
    if (received.empty()) {
        body += "<p class=\"empty\">Chưa có hồ sơ nào. Hồ sơ gửi từ quầy sẽ hiện ở đây.</p>";
    } else {
        body += "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Hồ sơ đã nhận\"><table><thead><tr><th "
                "scope=\"col\">Mã hồ sơ</th>"
                "<th scope=\"col\">Thủ tục</th><th scope=\"col\">Tiếp nhận</th><th scope=\"col\">Giấy tờ</th>"
                "<th scope=\"col\">Trạng thái</th><th scope=\"col\">Chuyển trạng thái</th></tr></thead><tbody>";
        for (const DossierLine &line : received)
            body += receivedRow(line);
        body += "</tbody></table></div>";
        if (received.size() == mostLines)
            body += "<p class=\"quiet\">Đang hiển thị " + std::to_string(mostLines) + " hồ sơ gần nhất.</p>";
    }
    if (!arriving.empty()) {
        body += "<h2>Đang nhận</h2><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Đang "
                "nhận\"><table><thead><tr><th scope=\"col\">Mã tạm</th>"
                "<th scope=\"col\">Thủ tục</th><th scope=\"col\">Bắt đầu</th><th scope=\"col\">Giấy tờ chờ "
                "nhận</th></tr></thead><tbody>";
        for (const DossierLine &line : arriving)
            body += "<tr><td class=\"code\">" + escapeHtml(line.localCode) + "</td><td>" + escapeHtml(line.procedure)
                    + "</td><td>" + humanTime(line.at) + "</td><td>" + fileList(line.files) + "</td></tr>";
        body += "</tbody></table></div>";
    }
    sendHtml(exchange, 200, document(body));
}

void WebPage::moveStatus(const Exchange &exchange, const std::string &dossierId)
{
    const auto form = exchange.readBody(longestForm);
    if (!form)
        return fail(exchange, form.error().status, "Biểu mẫu không hợp lệ.");
    auto fields = parseForm(*form);
    if (!sameSecret(fields["token"], m_formToken))
        return fail(exchange, 403, "Trang đã cũ. Hãy quay lại danh sách rồi thử lại.");
    const auto news = readNews(fields, m_reception, m_resultFolder);
    if (!news)
        return fail(exchange, 400, "Trạng thái, ghi chú hoặc nội dung kèm theo không hợp lệ.");
    const std::string &branch = fields["branch"]; // empty: the dossier as a whole
    switch (branch.empty() ? m_ledger.moveStatus(dossierId, *news, currentTime())
                           : m_ledger.moveBranch(dossierId, branch, *news, currentTime())) {
    case Ledger::Move::Unknown:
        return fail(exchange, 404, "Không có hồ sơ hoặc nhánh này.");
    case Ledger::Move::NotAllowed:
        return fail(exchange, 409, "Hồ sơ không thể chuyển sang trạng thái đó từ trạng thái hiện tại.");
    case Ledger::Move::Done:
        break;
    }
    exchange.response.status = 303;
    exchange.response.set_header("Location", "/#d-" + dossierId);
}

void WebPage::style(const Exchange &exchange)
{
    exchange.response.set_header("Cache-Control", "max-age=3600");
    exchange.response.set_header("X-Content-Type-Options", "nosniff");
    exchange.response.set_content(stylesheet, "text/css; charset=utf-8");
}

void WebPage::fail(const Exchange &exchange, int status, const std::string &text) const
{
    sendHtml(
        exchange, status,
        document("<p class=\"empty\" role=\"alert\">" + escapeHtml(text) + "</p><p><a href=\"/\">Về danh sách hồ sơ</a></p>"));
}

std::string WebPage::document(const std::string &body) const
{
    return "<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\"><title>"
           + escapeHtml(m_name) + "</title><link rel=\"stylesheet\" href=\"/portal.css\"></head><body><header><h1>"
           + escapeHtml(m_name)
           + "</h1><p>Bản thử nghiệm: dữ liệu ở đây không có giá trị pháp lý. <a href=\"/\">Tải lại danh "
             "sách</a></p></header><main>"
           + body + "</main></body></html>";
}

// One branch on a line of its own below its dossier.
std::string WebPage::branchRow(const DossierLine &line, const BranchLine &branch) const
{
    std::string html = "<tr class=\"branch\"><th scope=\"row\"><span class=\"quiet code\">Nhánh " + escapeHtml(branch.id)
                       + "</span><span class=\"quiet code\">" + escapeHtml(branch.officialCode) + "</span></th><td>"
                       + escapeHtml(branch.procedure) + "</td><td><span class=\"quiet\">Hẹn trả " + humanTime(branch.dueAt)
                       + "</span></td><td></td><td><span class=\"status s" + std::to_string(branch.status) + "\">"
                       + std::string(statusText(branch.status)) + "</span>";
    if (!branch.note.empty())
        html += "<span class=\"quiet\">" + escapeHtml(branch.note) + "</span>";
    return html + "</td><td>" + moveForm(line, branch.id, branch.status) + "</td></tr>";
}

std::string WebPage::receivedRow(const DossierLine &line) const
{
    std::string html = "<tr id=\"d-" + line.key.id + "\"><th scope=\"row\"><span class=\"code\">" + escapeHtml(line.officialCode)
                       + "</span><span class=\"quiet code\">" + escapeHtml(line.localCode) + "</span></th><td>"
                       + escapeHtml(line.procedure) + "<span class=\"quiet\">Xã " + escapeHtml(line.commune) + "</span></td><td>"
                       + humanTime(line.at) + "<span class=\"quiet\">Hẹn trả " + humanTime(line.dueAt) + "</span></td><td>"
                       + fileList(line.files) + "</td><td><span class=\"status s" + std::to_string(line.status) + "\">"
                       + std::string(statusText(line.status)) + "</span>";
    if (!line.note.empty())
        html += "<span class=\"quiet\">" + escapeHtml(line.note) + "</span>";
    html += "</td><td>" + moveForm(line, "", line.status) + "</td></tr>";
    for (const BranchLine &branch : line.branches)
        html += branchRow(line, branch);
    return html;
}

std::string WebPage::moveForm(const DossierLine &line, const std::string &branch, int present) const
{
    const auto &next = nextStatuses(present);
    std::string html = "<form method=\"post\" action=\"/dossiers/" + line.key.id
                       + "/status\"><input type=\"hidden\" name=\"token\" value=\"" + m_formToken + "\">";
    if (!branch.empty())
        html += "<input type=\"hidden\" name=\"branch\" value=\"" + escapeHtml(branch) + "\">";
    html += "<label>Trạng thái mới<select name=\"status\">";
    for (const int status : next)
        html += "<option value=\"" + std::to_string(status) + "\">" + std::string(statusText(status)) + "</option>";
    html += "<option value=\"" + std::to_string(present) + "\">Giữ nguyên: " + std::string(statusText(present)) + "</option>";
    return html
           + "</select></label><label>Ghi chú (không bắt buộc)<input name=\"note\" maxlength=\"300\" "
             "autocomplete=\"off\"></label>"
           + newsInputs(m_resultFolder) + "<button>Chuyển<span class=\"sr\"> hồ sơ " + escapeHtml(line.officialCode)
           + "</span></button></form>";
}

} // namespace portal
