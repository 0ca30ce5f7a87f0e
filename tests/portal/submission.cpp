#include "tests/portal/submission.h"

#include "tests/portal/digest.h"
#include "tests/portal/legaltime.h"

#include <algorithm>
#include <set>

using nlohmann::json;

namespace portal {

namespace {

constexpr std::int64_t highestRevision = 1'000'000;
constexpr std::size_t longestFileName = 100;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlnum(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isLowerHex(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f');
}

// Letters and digits plus the characters of `more`, between `least` and `most` of them.
bool isWord(std::string_view text, std::string_view more, std::size_t least, std::size_t most)
{
    return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), [more](char c) {
               return isAlnum(c) || more.find(c) != std::string_view::npos;
           });
}

bool isSha256(std::string_view text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), isLowerHex);
}

// National procedure code, domain.md 1.1: 1.004873, 1.001193.02, 1.013978.H36
bool isProcedureCode(std::string_view text)
{
    if (text.size() < 8 || text[0] < '1' || text[0] > '3' || text[1] != '.'
        || !std::all_of(text.begin() + 2, text.begin() + 8, isDigit))
        return false;
    const std::string_view rest = text.substr(8);
    return rest.empty() || (rest[0] == '.' && isWord(rest.substr(1), "", 1, 6));
}

bool isMediaType(std::string_view text)
{
    const auto slash = text.find('/');
    return slash != std::string_view::npos && isWord(text.substr(0, slash), "-", 1, 40)
           && isWord(text.substr(slash + 1), ".+-", 1, 80);
}

bool isPlainText(std::string_view text, std::size_t most)
{
    return text.size() <= most && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Numbers that only just fit into JSON must not wrap around here.
bool readCount(const json &object, const char *member, std::int64_t least, std::int64_t most, std::int64_t &out)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_number_unsigned())
        return false;
    const auto value = found->get<std::uint64_t>();
    if (value < std::uint64_t(least) || value > std::uint64_t(most))
        return false;
    out = std::int64_t(value);
    return true;
}

bool readText(const json &object, const char *member, std::string &out)
{
    const auto found = object.find(member);
    if (found == object.end() || !found->is_string())
        return false;
    out = found->get<std::string>();
    return true;
}

template <typename Accept>
bool readText(const json &object, const char *member, std::string &out, Accept accept)
{
    return readText(object, member, out) && accept(std::string_view(out));
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return text;
}

// What lies under a name: type, size, digest and upload. The same members for a file and for its rendition.
Outcome<void> readContent(const json &item, const std::string &at, const std::string &dossierId, const Limits &limits,
                          ManifestFile &file)
{
    const auto refuse = [&at](const char *member, const char *reason) { return tl::unexpected(rejected(at + member, reason)); };
    if (!readText(item, "mediaType", file.mediaType, isMediaType))
        return refuse("/mediaType", "Loại tệp không hợp lệ.");
    if (!readText(item, "sha256", file.sha256, isSha256))
        return refuse("/sha256", "Mã kiểm tra của tệp không hợp lệ.");
    const auto size = item.find("size");
    if (size != item.end() && size->is_number_unsigned() && size->get<std::uint64_t>() > std::uint64_t(limits.uploadBytes)) {
        Problem problem = tooLarge("Tệp lớn hơn mức cổng nhận.");
        problem.members["field"] = at + "/size";
        return tl::unexpected(std::move(problem));
    }
    if (!readCount(item, "size", 1, limits.uploadBytes, file.size))
        return refuse("/size", "Dung lượng tệp không hợp lệ.");
    if (!readText(item, "uploadId", file.uploadId) || file.uploadId != uploadIdFor(dossierId, file.name, file.sha256))
        return refuse("/uploadId", "Mã lượt tải lên không khớp với hồ sơ, tên tệp và mã kiểm tra.");
    return {};
}

bool isPicture(const ManifestFile &file)
{
    return file.mediaType == "image/jpeg" || file.mediaType == "image/png";
}

// The file, and after it its rendition if it has one.
Outcome<std::vector<ManifestFile>> readFile(const json &item, const std::string &at, const std::string &dossierId,
                                            const Limits &limits)
{
    const auto refuse = [&at](const char *member, const char *reason) { return tl::unexpected(rejected(at + member, reason)); };
    ManifestFile file;
    if (!item.is_object())
        return refuse("", "Mục giấy tờ không đúng dạng.");
    if (!readText(item, "name", file.name, isSafeFileName))
        return refuse("/name", "Tên tệp không được chấp nhận.");
    if (!readText(item, "component", file.component, [](std::string_view t) { return isWord(t, "._-", 1, 64); }))
        return refuse("/component", "Mã thành phần hồ sơ không hợp lệ.");
    if (const auto read = readContent(item, at, dossierId, limits, file); !read)
        return tl::unexpected(read.error());
    if (!item.contains("rendition"))
        return std::vector { file };
    ManifestFile small { file.name, file.component, {}, 0, {}, {}, true };
    if (!item["rendition"].is_object())
        return refuse("/rendition", "Bản nhỏ của tệp không đúng dạng.");
    if (const auto read = readContent(item["rendition"], at + "/rendition", dossierId, limits, small); !read)
        return tl::unexpected(read.error());
    if (!isPicture(file) || !isPicture(small) || small.size >= file.size || small.sha256 == file.sha256)
        return refuse("/rendition", "Bản nhỏ phải là ảnh và nhỏ hơn ảnh gốc.");
    return std::vector { file, small };
}

Outcome<SubmittedBranch> readBranch(const json &item, const std::string &at, const Limits &limits)
{
    const auto refuse = [&at](const char *member, const char *reason) { return tl::unexpected(rejected(at + member, reason)); };
    SubmittedBranch branch;
    if (!item.is_object())
        return refuse("", "Nhánh của hồ sơ không đúng dạng.");
    if (!readText(item, "id", branch.id, [](std::string_view t) { return isWord(t, "-", 1, 40); }))
        return refuse("/id", "Mã nhánh không hợp lệ.");
    if (item.contains("procedure") && !readText(item, "procedure", branch.procedure, isProcedureCode))
        return refuse("/procedure", "Mã thủ tục hành chính của nhánh không hợp lệ.");
    const auto components = item.find("components");
    if (components == item.end() || !components->is_array() || components->size() > limits.filesPerDossier)
        return refuse("/components", "Danh sách thành phần hồ sơ của nhánh không hợp lệ.");
    for (const json &component : *components) {
        if (!component.is_string() || !isWord(component.get_ref<const std::string &>(), "._-", 1, 64))
            return refuse("/components", "Mã thành phần hồ sơ của nhánh không hợp lệ.");
        branch.components.push_back(component.get<std::string>());
    }
    return branch;
}

// A dossier without the member is not linked.
Outcome<void> readBranches(const json &item, const Limits &limits, Submission &submission)
{
    const auto found = item.find("branches");
    if (found == item.end())
        return {};
    if (!found->is_array() || found->empty() || found->size() > limits.branchesPerDossier)
        return tl::unexpected(rejected("/branches", "Danh sách nhánh không hợp lệ."));
    std::set<std::string> ids;
    for (std::size_t i = 0; i < found->size(); ++i) {
        const std::string at = "/branches/" + std::to_string(i);
        auto branch = readBranch((*found)[i], at, limits);
        if (!branch)
            return tl::unexpected(branch.error());
        if (!ids.insert(branch->id).second)
            return tl::unexpected(rejected(at + "/id", "Hai nhánh trong hồ sơ trùng mã."));
        submission.branches.push_back(std::move(*branch));
    }
    return {};
}

} // namespace

bool hasRenditions(const std::vector<ManifestFile> &files)
{
    return std::any_of(files.begin(), files.end(), [](const ManifestFile &file) { return file.rendition; });
}

bool isReceivable(const std::vector<ManifestFile> &files)
{
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto next = file + 1;
        const bool smallIsHere = next != files.end() && next->rendition && !next->missing;
        if (!file->rendition && file->missing && !smallIsHere)
            return false;
    }
    return true;
}

bool isWhole(const std::vector<ManifestFile> &files)
{
    return std::none_of(files.begin(), files.end(), [](const ManifestFile &file) { return !file.rendition && file.missing; });
}

std::string Submission::fingerprint() const
{
    std::vector<std::string> lines;
    for (const ManifestFile &file : files)
        lines.push_back(file.name + '\n' + file.component + '\n' + file.mediaType + '\n' + std::to_string(file.size) + '\n'
                        + file.sha256 + (file.rendition ? "\nrendition" : ""));
    std::sort(lines.begin(), lines.end());
    std::string all = formSha256 + '\n' + procedure + '\n' + packVersion + '\n' + localCode;
    for (const std::string &line : lines)
        all += "\n\n" + line;
    for (const SubmittedBranch &branch : branches) {
        all += "\n\nbranch\n" + branch.id + '\n' + branch.procedure;
        for (const std::string &component : branch.components)
            all += '\n' + component;
    }
    return sha256Hex(all);
}

bool isUuid(std::string_view text)
{
    if (text.size() != 36)
        return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool hyphen = i == 8 || i == 13 || i == 18 || i == 23;
        if (hyphen ? text[i] != '-' : !isLowerHex(text[i]))
            return false;
    }
    return true;
}

bool isDossierId(std::string_view text)
{
    return isUuid(text) && text[14] == '7' && std::string_view("89ab").find(text[19]) != std::string_view::npos;
}

bool isSafeFileName(std::string_view text)
{
    return isWord(text, "._-", 1, longestFileName) && isAlnum(text.front()) && text.back() != '.'
           && text.find("..") == std::string_view::npos;
}

Outcome<DossierKey> readKey(const json &item)
{
    DossierKey key;
    if (!item.is_object() || !readText(item, "id", key.id, isDossierId))
        return tl::unexpected(malformed("Mỗi hồ sơ cần \"id\" là UUIDv7 viết thường."));
    if (!readCount(item, "revision", 1, highestRevision, key.revision))
        return tl::unexpected(malformed("Mỗi hồ sơ cần \"revision\" là số nguyên từ 1."));
    return key;
}

Outcome<Kiosk> readKiosk(const json &item)
{
    Kiosk kiosk;
    if (!item.is_object() || !readText(item, "id", kiosk.id, isUuid))
        return tl::unexpected(malformed("\"kiosk.id\" phải là UUID viết thường."));
    if (!readText(item, "commune", kiosk.commune,
                  [](std::string_view t) { return t.size() == 5 && std::all_of(t.begin(), t.end(), isDigit); }))
        return tl::unexpected(malformed("\"kiosk.commune\" phải là mã xã 5 chữ số."));
    if (!readText(item, "software", kiosk.software, [](std::string_view t) { return isPlainText(t, 100); }))
        return tl::unexpected(malformed("\"kiosk.software\" không hợp lệ."));
    if (item.contains("formerIds")) {
        constexpr std::size_t mostFormer = 5;
        const json &former = item["formerIds"];
        const auto isId = [](const json &one) { return one.is_string() && isUuid(one.get_ref<const std::string &>()); };
        if (!former.is_array() || former.size() > mostFormer || !std::all_of(former.begin(), former.end(), isId))
            return tl::unexpected(malformed("\"kiosk.formerIds\" phải là danh sách có nhiều nhất 5 UUID viết thường."));
        kiosk.formerIds = former.get<std::vector<std::string>>();
    }
    return kiosk;
}

Outcome<Lineage> readLineage(const json &item)
{
    const auto isMark = [](std::string_view t) {
        return t.size() == 26 && t.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567") == std::string_view::npos;
    };
    Lineage lineage;
    if (!item.is_object() || !readText(item, "next", lineage.next, isMark)
        || (item.contains("known") && !readText(item, "known", lineage.known, isMark)))
        return tl::unexpected(malformed("\"lineage\" phải có các dấu 26 ký tự base32."));
    return lineage;
}

Outcome<JournalCall> readJournal(const json &item)
{
    const auto mark = [](const json &object, JournalMark &out, bool mayBeGone) {
        const auto sequence = object.is_object() ? object.find("sequence") : object.end();
        if (!object.is_object() || sequence == object.end() || !sequence->is_number_integer()
            || sequence->get<std::int64_t>() < 1)
            return false;
        out.sequence = sequence->get<std::int64_t>();
        return readText(object, "hash", out.hash, [=](std::string_view t) { return (mayBeGone && t.empty()) || isSha256(t); });
    };
    JournalCall call;
    if (!mark(item, call.head, false) || (item.contains("since") && !mark(item["since"], call.since, true)))
        return tl::unexpected(malformed("\"journal\" phải có số thứ tự và SHA-256."));
    return call;
}

Outcome<Submission> readSubmission(const json &item, const Limits &limits)
{
    const auto refuse = [](const char *field, const char *reason) { return tl::unexpected(rejected(field, reason)); };
    const auto key = readKey(item);
    if (!key)
        return tl::unexpected(key.error());

    Submission submission;
    submission.id = key->id;
    submission.revision = key->revision;
    if (!readText(item, "localCode", submission.localCode, [](std::string_view t) { return isWord(t, "-*", 5, 40); }))
        return refuse("/localCode", "Mã tạm của hồ sơ không hợp lệ.");
    if (!readText(item, "procedure", submission.procedure, isProcedureCode))
        return refuse("/procedure", "Mã thủ tục hành chính không hợp lệ.");
    if (!readText(item, "packVersion", submission.packVersion, [](std::string_view t) { return isWord(t, ".+-", 1, 32); }))
        return refuse("/packVersion", "Phiên bản gói thủ tục không hợp lệ.");
    if (!readText(item, "capturedAt", submission.capturedAt, isRfc3339))
        return refuse("/capturedAt", "Thời điểm lập hồ sơ không hợp lệ.");
    if (!readText(item, "submittedAt", submission.submittedAt, isRfc3339))
        return refuse("/submittedAt", "Thời điểm nộp hồ sơ không hợp lệ.");

    const auto form = item.find("form");
    std::string mediaType;
    if (form == item.end() || !form->is_object())
        return refuse("/form", "Thiếu tờ khai.");
    if (!readText(*form, "mediaType", mediaType) || mediaType != "application/json")
        return refuse("/form/mediaType", "Tờ khai phải là application/json.");
    if (!readText(*form, "sha256", submission.formSha256, isSha256))
        return refuse("/form/sha256", "Mã kiểm tra của tờ khai không hợp lệ.");
    if (!readText(*form, "text", submission.formText))
        return refuse("/form/text", "Thiếu nội dung tờ khai.");
    if (submission.formText.size() > limits.formBytes)
        return tl::unexpected(tooLarge("Tờ khai lớn hơn mức cổng nhận."));
    if (const std::string actual = sha256Hex(submission.formText); actual != submission.formSha256)
        return tl::unexpected(digestMismatch(submission.formSha256, actual));
    if (const json parsed = json::parse(submission.formText, nullptr, false); !parsed.is_object())
        return refuse("/form/text", "Nội dung tờ khai không phải là một đối tượng JSON.");

    const auto files = item.find("attachments");
    if (files == item.end() || !files->is_array())
        return refuse("/attachments", "Thiếu danh sách giấy tờ.");
    if (files->size() > limits.filesPerDossier)
        return refuse("/attachments", "Hồ sơ có quá nhiều tệp.");
    std::set<std::string> names;
    for (std::size_t i = 0; i < files->size(); ++i) {
        const std::string at = "/attachments/" + std::to_string(i);
        const auto file = readFile((*files)[i], at, submission.id, limits);
        if (!file)
            return tl::unexpected(file.error());
        if (!names.insert(lowerCase(file->front().name)).second)
            return tl::unexpected(rejected(at + "/name", "Hai tệp trong hồ sơ trùng tên."));
        submission.files.insert(submission.files.end(), file->begin(), file->end());
    }
    if (const auto branches = readBranches(item, limits, submission); !branches)
        return tl::unexpected(branches.error());
    if (item.contains("formerReceipt") && !readText(item, "formerReceipt", submission.formerReceipt))
        return tl::unexpected(rejected("/formerReceipt", "Giấy tiếp nhận cũ không hợp lệ."));
    return submission;
}

} // namespace portal
