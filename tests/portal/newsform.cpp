#include "tests/portal/newsform.h"

#include "tests/portal/digest.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace fs = std::filesystem;
using nlohmann::json;

namespace portal {

namespace {

constexpr std::size_t longestNote = 1000; // bytes
constexpr std::size_t longestMessage = 2000;
constexpr std::size_t mostItems = 50;
constexpr std::size_t longestComponent = 64;
constexpr std::uintmax_t largestResult = 64 * 1024 * 1024;
constexpr const char *sample = "mau.pdf";

std::string fieldOf(const FormFields &fields, const char *name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

bool isDay(const std::string &text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return false;
    for (const std::size_t at : { 0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U }) {
        if (text[at] < '0' || text[at] > '9')
            return false;
    }
    const std::chrono::year_month_day day { std::chrono::year(std::stoi(text.substr(0, 4))),
                                            std::chrono::month(unsigned(std::stoi(text.substr(5, 2)))),
                                            std::chrono::day(unsigned(std::stoi(text.substr(8, 2)))) };
    return day.ok();
}

bool isComponent(const std::string &text)
{
    return !text.empty() && text.size() <= longestComponent
           && text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._-") == std::string::npos;
}

// "COMPONENT: words", "/pointer: words" or only words.
std::optional<json> readItem(const std::string &line)
{
    if (!isOneLine(line, longestNote))
        return std::nullopt;
    const auto colon = line.find(": ");
    const std::string head = colon == std::string::npos ? "" : line.substr(0, colon);
    if (head.starts_with('/') && head.size() <= 200)
        return json { { "field", head }, { "text", line.substr(colon + 2) } };
    if (isComponent(head))
        return json { { "component", head }, { "text", line.substr(colon + 2) } };
    return json { { "text", line } };
}

bool readRequest(const FormFields &fields, json &extras)
{
    json items = json::array();
    std::string rest = fieldOf(fields, "items");
    while (!rest.empty()) {
        std::string line = rest.substr(0, rest.find('\n'));
        rest.erase(0, line.size() + 1);
        if (line.ends_with('\r'))
            line.pop_back();
        if (line.empty())
            continue;
        auto item = readItem(line);
        if (!item || (*item)["text"].get<std::string>().empty() || items.size() == mostItems)
            return false;
        items.push_back(std::move(*item));
    }
    const std::string until = fieldOf(fields, "until");
    if (items.empty())
        return until.empty();
    extras["request"]["items"] = std::move(items);
    if (!until.empty())
        extras["request"]["until"] = until;
    return until.empty() || isDay(until);
}

// One page that says what it is; enough for every viewer.
std::string samplePdf()
{
    const std::string content = "BT /F1 24 Tf 72 720 Td (Sample result without legal force) Tj ET";
    const std::string objects[] = {
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        "<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    };
    std::string pdf = "%PDF-1.4\n";
    std::string table = "0000000000 65535 f \n";
    int number = 0;
    for (const std::string &object : objects) {
        const std::string at = std::to_string(pdf.size());
        table += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        pdf += std::to_string(++number) + " 0 obj" + object + "endobj\n";
    }
    const std::string start = std::to_string(pdf.size());
    return pdf + "xref\n0 6\n" + table + "trailer<</Size 6/Root 1 0 R>>\nstartxref\n" + start + "\n%%EOF\n";
}

std::set<std::string> filesIn(const fs::path &folder)
{
    std::set<std::string> names;
    std::error_code ignored;
    if (!folder.empty()) {
        for (const auto &entry : fs::directory_iterator(folder, ignored)) {
            const std::string name = entry.path().filename().string();
            if (entry.is_regular_file(ignored) && !name.starts_with('.') && isOneLine(name, 100) && entry.file_size(ignored) > 0
                && entry.file_size(ignored) <= largestResult)
                names.insert(name);
        }
    }
    return names;
}

std::string mediaTypeOf(const std::string &name)
{
    const std::string extension = fs::path(name).extension().string();
    return extension == ".pdf"                           ? "application/pdf"
           : extension == ".jpg" || extension == ".jpeg" ? "image/jpeg"
           : extension == ".png"                         ? "image/png"
                                                         : "application/octet-stream";
}

bool readResult(const FormFields &fields, Reception &reception, const fs::path &folder, Ledger::News &news, json &extras)
{
    const std::string chosen = fieldOf(fields, "result");
    if (chosen.empty())
        return true;
    ResultFile file { {}, chosen, mediaTypeOf(chosen), 0, {} };
    std::string bytes;
    if (chosen == sample) {
        bytes = samplePdf();
        file.name = "Kết quả mẫu.pdf";
    } else if (filesIn(folder).contains(chosen)) {
        std::ifstream stream(folder / chosen, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(stream), {});
    }
    file.size = std::int64_t(bytes.size());
    file.sha256 = sha256Hex(bytes);
    const auto id = bytes.empty() ? std::nullopt : reception.keepResult(bytes);
    if (!id)
        return false;
    file.id = *id;
    extras["results"].push_back({ { "id", file.id },
                                  { "name", file.name },
                                  { "mediaType", file.mediaType },
                                  { "size", file.size },
                                  { "sha256", file.sha256 } });
    news.results.push_back(std::move(file));
    return true;
}

} // namespace

bool isOneLine(const std::string &text, std::size_t most)
{
    if (text.size() > most
        || std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }))
        return false;
    try {
        return !json(text).dump().empty();
    } catch (const json::exception &) {
        return false;
    }
}

std::optional<Ledger::News> readNews(const FormFields &fields, Reception &reception, const fs::path &resultFolder)
{
    const std::string status = fieldOf(fields, "status");
    const std::string message = fieldOf(fields, "message");
    Ledger::News news;
    news.note = fieldOf(fields, "note");
    if (status.empty() || status.size() > 2 || status.find_first_not_of("0123456789") != std::string::npos
        || !isOneLine(news.note, longestNote) || !isOneLine(message, longestMessage))
        return std::nullopt;
    news.status = std::stoi(status);
    json extras = json::object();
    if (!message.empty())
        extras["message"] = message;
    if (!readRequest(fields, extras) || !readResult(fields, reception, resultFolder, news, extras))
        return std::nullopt;
    if (!extras.empty())
        news.extras = extras.dump();
    return news;
}

std::string newsInputs(const fs::path &resultFolder)
{
    std::string html =
        "<details><summary>Yêu cầu bổ sung, nhắn tin, trả kết quả</summary>"
        "<label>Cần bổ sung, mỗi dòng một mục (mã thành phần: nội dung)<textarea name=\"items\" rows=\"3\"></textarea></label>"
        "<label>Hạn bổ sung<input type=\"date\" name=\"until\"></label>"
        "<label>Nhắn công dân<input name=\"message\" maxlength=\"600\" autocomplete=\"off\"></label>"
        "<label>Tệp kết quả<select name=\"result\"><option value=\"\">Không</option><option value=\"";
    html += std::string(sample) + "\">Kết quả mẫu.pdf</option>";
    for (const std::string &name : filesIn(resultFolder))
        html += "<option value=\"" + escapeHtml(name) + "\">" + escapeHtml(name) + "</option>";
    return html + "</select></label></details>";
}

std::string escapeHtml(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace portal
