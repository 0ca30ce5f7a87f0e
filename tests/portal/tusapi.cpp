#include "tests/portal/tusapi.h"

#include "tests/portal/digest.h"

#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <optional>

namespace portal {

namespace {

constexpr const char *version = "1.0.0";
constexpr const char *chunkType = "application/offset+octet-stream";
constexpr const char *uploadsPath = "/api/v1/uploads/";
constexpr int mostPlainUploads = 1000;
constexpr int diskRetrySeconds = 60;
constexpr std::size_t longestMetadata = 4096;
constexpr std::int64_t shortBody = 16 * 1024; // read to its end before a refusal

std::optional<std::int64_t> readNumber(const httplib::Request &request, const char *header)
{
    const std::string text = request.get_header_value(header);
    if (request.get_header_value_count(header) != 1 || text.empty() || text.size() > 15
        || text.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return std::stoll(text);
}

// Echoed in a header later, so only what the grammar of tus allows.
bool isMetadata(const std::string &text)
{
    return text.size() <= longestMetadata && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

struct Checksum
{
    std::string algorithm;
    std::string expected; // raw
};

Outcome<std::optional<Checksum>> readChecksum(const httplib::Request &request)
{
    if (!request.has_header("Upload-Checksum"))
        return std::nullopt;
    const std::string text = request.get_header_value("Upload-Checksum");
    const auto space = text.find(' ');
    const std::string algorithm = text.substr(0, space);
    if (algorithm != "sha1" && algorithm != "sha256")
        return tl::unexpected(malformed("Thuật toán kiểm tra không được hỗ trợ."));
    auto expected = space == std::string::npos ? std::nullopt : fromBase64(text.substr(space + 1));
    if (!expected || expected->size() != (algorithm == "sha1" ? 20U : 32U))
        return tl::unexpected(malformed("Mã kiểm tra của phần gửi không hợp lệ."));
    return Checksum { algorithm, std::move(*expected) };
}

// The PATCH that lost its turn may wait in a dead connection for minutes; this wakes it.
std::function<void()> stopOf(const httplib::Request &request)
{
    const int socket = request.ssl ? SSL_get_fd(request.ssl) : -1;
    return [socket] {
        if (socket >= 0)
            ::shutdown(socket, SHUT_RDWR);
    };
}

} // namespace

void TusApi::describe(const Exchange &exchange) const
{
    httplib::Response &response = exchange.response;
    response.status = 204;
    response.set_header("Tus-Resumable", version);
    response.set_header("Tus-Version", version);
    response.set_header("Tus-Extension", "creation,creation-with-upload,termination,checksum");
    response.set_header("Tus-Checksum-Algorithm", "sha1,sha256");
    response.set_header("Tus-Max-Size", std::to_string(m_reception.limits().uploadBytes));
}

void TusApi::create(const Exchange &exchange)
{
    if (!speaksTus(exchange))
        return;
    Upload upload;
    const auto length = readNumber(exchange.request, "Upload-Length");
    upload.metadata = exchange.request.get_header_value("Upload-Metadata");
    if (!length || !isMetadata(upload.metadata))
        return refuse(exchange, malformed("Cần \"Upload-Length\" hợp lệ."));
    if (*length > m_reception.limits().uploadBytes)
        return refuse(exchange, tooLarge("Tệp lớn hơn mức cổng nhận."));
    const bool withUpload = exchange.hasBody() && exchange.request.get_header_value("Content-Type") == chunkType;
    upload.id = randomUploadId();
    upload.length = *length;
    upload.complete = upload.length == 0;
    if (!m_reception.ledger().addPlainUpload(upload, mostPlainUploads))
        return refuse(exchange, busy(diskRetrySeconds));
    exchange.response.set_header("Location", uploadsPath + upload.id);
    if (withUpload)
        return append(exchange, upload, 0, 201);
    exchange.dropBody();
    exchange.response.status = 201;
}

void TusApi::head(const Exchange &exchange, const std::string &id)
{
    if (!speaksTus(exchange))
        return;
    const auto upload = m_reception.ledger().upload(id);
    exchange.response.set_header("Cache-Control", "no-store");
    if (!upload)
        return refuse(exchange, unknownUpload());
    exchange.response.status = 200;
    exchange.response.set_header("Upload-Offset",
                                 std::to_string(upload->complete ? upload->length : m_reception.uploads().held(id)));
    exchange.response.set_header("Upload-Length", std::to_string(upload->length));
    if (!upload->metadata.empty())
        exchange.response.set_header("Upload-Metadata", upload->metadata);
}

void TusApi::patch(const Exchange &exchange, const std::string &id)
{
    if (!speaksTus(exchange))
        return;
    if (exchange.request.get_header_value("Content-Type") != chunkType || exchange.request.has_header("Content-Encoding"))
        return refuse(exchange, plainStatus(415, "PATCH takes application/offset+octet-stream without encoding"));
    const auto offset = readNumber(exchange.request, "Upload-Offset");
    if (!offset)
        return refuse(exchange, malformed("Cần \"Upload-Offset\" hợp lệ."));
    const auto upload = m_reception.ledger().upload(id);
    if (!upload)
        return refuse(exchange, unknownUpload());
    append(exchange, *upload, *offset, 204);
}

void TusApi::append(const Exchange &exchange, const Upload &upload, std::int64_t offset, int successStatus)
{
    const std::int64_t heldNow = upload.complete ? upload.length : m_reception.uploads().held(upload.id);
    const auto conflict = [&](std::int64_t held) {
        exchange.response.set_header("Upload-Offset", std::to_string(held));
        if (readNumber(exchange.request, "Content-Length").value_or(0) <= shortBody)
            return refuse(exchange, offsetMismatch(held));
        exchange.lastOfConnection(); // a long body that is of no use must not travel over a weak link before its sender knows
        exchange.send(offsetMismatch(held));
    };
    if (offset != heldNow)
        return conflict(heldNow);
    const auto checksum = readChecksum(exchange.request);
    if (!checksum)
        return refuse(exchange, checksum.error());
    if (const auto announced = readNumber(exchange.request, "Content-Length"); announced && *announced > upload.length - offset)
        return refuse(exchange, tooLarge("Phần gửi dài hơn phần còn thiếu của tệp."));

    if (!upload.complete) {
        auto opening = m_reception.uploads().open(upload.id, offset, upload.length, stopOf(exchange.request));
        if (opening.diskFull)
            return refuse(exchange, busy(diskRetrySeconds));
        if (!opening.writer)
            return conflict(opening.held);

        UploadWriter &writer = *opening.writer;
        Digest digest(*checksum ? (*checksum)->algorithm : "sha256");
        bool arrivedWhole = true;
        if (exchange.hasBody()) {
            arrivedWhole = (*exchange.reader)([&](const char *data, std::size_t length) {
                if (*checksum)
                    digest.add({ data, length });
                return writer.write({ data, length }) == UploadWriter::State::Writing;
            });
        }
        if (!arrivedWhole)
            exchange.lastOfConnection();
        if (writer.state() == UploadWriter::State::TooMuch)
            writer.discard();
        const bool wrongChecksum = arrivedWhole && *checksum && digest.finish() != (*checksum)->expected;
        if (wrongChecksum)
            writer.discard();
        const UploadWriter::State end = writer.close();
        offset = writer.offset();

        if (end == UploadWriter::State::Superseded) {
            const std::int64_t held = m_reception.uploads().held(upload.id);
            exchange.response.set_header("Upload-Offset", std::to_string(held));
            return exchange.send(offsetMismatch(held));
        }
        if (end == UploadWriter::State::TooMuch)
            return exchange.send(tooLarge("Phần gửi dài hơn phần còn thiếu của tệp."));
        if (end == UploadWriter::State::DiskFull)
            return exchange.send(busy(diskRetrySeconds));
        if (wrongChecksum) {
            Problem problem = digestMismatch(toHex((*checksum)->expected), "");
            problem.members.erase("actual");
            problem.status = 460; // tus, checksum extension
            return exchange.send(problem);
        }
        if (!arrivedWhole)
            return exchange.send(malformed("Phần gửi không đến trọn vẹn; phần đã đến được giữ."));
    } else {
        exchange.dropBody();
    }

    exchange.response.set_header("Upload-Offset", std::to_string(offset));
    exchange.response.status = successStatus;
    if (offset != upload.length)
        return;
    const auto settled = m_reception.settle(upload.id);
    if (!settled) {
        exchange.response.headers.erase("Upload-Offset");
        if (settled.error().status == 422)
            exchange.response.set_header("Upload-Offset", "0");
        return exchange.send(settled.error());
    }
    if (settled->empty() || exchange.request.get_header_value("Accept").find("application/json") == std::string::npos)
        return;
    auto receipts = nlohmann::json::array();
    for (const Receipt &receipt : *settled)
        receipts.push_back(m_reception.signedJsonOf(receipt));
    exchange.sendJson(200, { { "receipts", std::move(receipts) } });
}

void TusApi::remove(const Exchange &exchange, const std::string &id)
{
    if (!speaksTus(exchange))
        return;
    exchange.dropBody();
    Ledger::Removal removal = Ledger::Removal::Unknown;
    m_reception.uploads().exclusively(id, [&](UploadLane &lane) {
        removal = m_reception.ledger().removeUpload(id);
        if (removal == Ledger::Removal::Done)
            m_reception.uploads().remove(id, lane);
    });
    if (removal == Ledger::Removal::Unknown)
        return exchange.send(unknownUpload());
    if (removal == Ledger::Removal::BelongsToDossier)
        return exchange.send(plainStatus(403, "This upload is part of a dossier and stays"));
    exchange.response.status = 204;
}

void TusApi::overridden(const Exchange &exchange, const std::string &id)
{
    const std::string method = exchange.request.get_header_value("X-HTTP-Method-Override");
    if (method == "PATCH")
        return patch(exchange, id);
    if (method == "DELETE")
        return remove(exchange, id);
    if (method == "HEAD") {
        exchange.dropBody();
        return head(exchange, id);
    }
    refuse(exchange, plainStatus(405, "An upload knows HEAD, PATCH and DELETE"));
}

bool TusApi::speaksTus(const Exchange &exchange) const
{
    exchange.response.set_header("Tus-Resumable", version);
    if (exchange.request.get_header_value("Tus-Resumable") == version)
        return true;
    exchange.response.set_header("Tus-Version", version);
    refuse(exchange, plainStatus(412, "This portal speaks tus 1.0.0"));
    return false;
}

void TusApi::refuse(const Exchange &exchange, const Problem &problem) const
{
    exchange.dropBody();
    exchange.send(problem);
}

} // namespace portal
