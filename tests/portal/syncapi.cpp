#include "tests/portal/syncapi.h"

using nlohmann::json;

namespace portal {

namespace {

constexpr int changesPerCall = 200;
constexpr int receiptsPerCall = 200;
constexpr std::size_t longestCursor = 64;

const json *arrayMember(const json &object, const char *member)
{
    const auto found = object.find(member);
    return found != object.end() && found->is_array() ? &*found : nullptr;
}

// Moved, never copied: copying recurses, and a hostile body may nest half a million deep.
json parseObject(const std::string &text)
{
    json parsed = json::parse(text, nullptr, false);
    if (!parsed.is_object())
        return {};
    return parsed;
}

// An older store may hold what none of us would write today; it then goes without.
void addExtras(json &event, const std::string &extras)
{
    const json more = json::parse(extras.empty() ? "{}" : extras, nullptr, false);
    if (more.is_object())
        event.update(more);
}

} // namespace

void SyncApi::sync(const Exchange &exchange)
{
    if (!m_hint.empty())
        exchange.response.set_header("Sync-Hint", m_hint);
    const auto body = exchange.readBody(m_reception.limits().requestBytes);
    if (!body) {
        exchange.send(body.error());
        return;
    }
    const auto result = answer(parseObject(*body));
    if (result)
        exchange.sendJson(200, *result);
    else
        exchange.send(result.error());
}

void SyncApi::changes(const Exchange &exchange)
{
    const std::string kioskId = exchange.request.get_param_value("kiosk");
    const std::string cursor = exchange.request.get_param_value("cursor");
    if (!isUuid(kioskId) || cursor.size() > longestCursor) {
        exchange.send(malformed("Cần tham số \"kiosk\" là UUID và \"cursor\" do cổng cấp."));
        return;
    }
    json result = json::object();
    const Position position = m_reception.ledger().placeOf(cursor);
    addChanges(result, position, { kioskId });
    exchange.sendJson(200, result);
}

void SyncApi::putDossier(const Exchange &exchange, const std::string &id)
{
    const auto body = exchange.readBody(m_reception.limits().requestBytes);
    if (!body) {
        exchange.send(body.error());
        return;
    }
    const json request = parseObject(*body);
    const json *dossier = request.contains("dossier") ? &request["dossier"] : nullptr;
    const auto kiosk = request.contains("kiosk") ? readKiosk(request["kiosk"]) : tl::unexpected(malformed("Thiếu \"kiosk\"."));
    if (!kiosk) {
        exchange.send(kiosk.error());
        return;
    }
    const auto key = dossier ? readKey(*dossier) : tl::unexpected(malformed("Thiếu \"dossier\"."));
    if (!key) {
        exchange.send(key.error());
        return;
    }
    if (key->id != id) {
        exchange.send(malformed("Mã hồ sơ trong địa chỉ và trong nội dung khác nhau."));
        return;
    }
    const auto result = receiveItem(*kiosk, *dossier);
    if (!result) {
        exchange.send(result.error());
        return;
    }
    if (!result->contains("problem")) {
        exchange.sendJson((*result)["outcome"] == "received" ? 200 : 202, *result);
        return;
    }
    const json &problem = (*result)["problem"];
    exchange.response.status = problem["status"].get<int>();
    exchange.response.set_content(problem.dump(), "application/problem+json");
}

Outcome<json> SyncApi::answer(const json &request)
{
    if (!request.is_object())
        return tl::unexpected(malformed("Nội dung không phải là một đối tượng JSON hợp lệ."));
    const auto kiosk = request.contains("kiosk") ? readKiosk(request["kiosk"]) : tl::unexpected(malformed("Thiếu \"kiosk\"."));
    if (!kiosk)
        return tl::unexpected(kiosk.error());
    const auto cursor = request.find("cursor");
    if (cursor == request.end() || !cursor->is_string() || cursor->get_ref<const std::string &>().size() > longestCursor)
        return tl::unexpected(malformed("\"cursor\" phải là chuỗi do cổng cấp, hoặc chuỗi rỗng."));

    const json *dossiers = arrayMember(request, "dossiers");
    const json *acknowledge = arrayMember(request, "acknowledge");
    if (!dossiers || !acknowledge)
        return tl::unexpected(malformed("\"dossiers\" và \"acknowledge\" phải là danh sách."));
    if (dossiers->size() > m_reception.limits().dossiersPerCall)
        return tl::unexpected(tooLarge("Quá nhiều hồ sơ trong một lần gửi."));
    if (acknowledge->size() > m_reception.limits().acknowledgementsPerCall)
        return tl::unexpected(tooLarge("Quá nhiều xác nhận trong một lần gửi."));

    std::vector<DossierKey> acknowledged;
    for (const json &item : *acknowledge) {
        auto key = readKey(item);
        if (!key)
            return tl::unexpected(key.error());
        acknowledged.push_back(std::move(*key));
    }
    for (const json &item : *dossiers) {
        if (const auto key = readKey(item); !key)
            return tl::unexpected(key.error());
    }

    if (const auto found = request.find("lineage"); found != request.end()) {
        const auto lineage = readLineage(*found);
        if (!lineage)
            return tl::unexpected(lineage.error());
        if (!m_reception.ledger().acceptLineage(kiosk->id, *lineage))
            return tl::unexpected(kioskCloned());
    }

    std::optional<Ledger::JournalAnswer> journal;
    if (const auto found = request.find("journal"); found != request.end()) {
        const auto call = readJournal(*found);
        if (!call)
            return tl::unexpected(call.error());
        journal = m_reception.ledger().acceptJournal(kiosk->id, *call, currentTime());
    }

    Position position = m_reception.ledger().placeOf(cursor->get<std::string>());
    // A receipt that we cannot have given in this life.
    if (!acknowledged.empty() && !m_reception.ledger().acknowledge(kiosk->id, acknowledged))
        position.lostFrom = 0;
    json results = json::array();
    for (const json &item : *dossiers) {
        auto result = receiveItem(*kiosk, item);
        if (!result)
            return tl::unexpected(result.error());
        results.push_back(std::move(*result));
    }

    json receipts = json::array();
    for (const Receipt &receipt : m_reception.ledger().unacknowledgedReceipts(kiosk->id, receiptsPerCall))
        receipts.push_back(m_reception.signedJsonOf(receipt));
    const bool moreReceipts = receipts.size() == receiptsPerCall;
    json answer { { "serverTime", toRfc3339(currentTime()) },
                  { "results", std::move(results) },
                  { "receipts", std::move(receipts) } };
    addChanges(answer, position, kiosk->allIds());
    if (position.lostFrom)
        answer["resend"] = { { "after", *position.lostFrom } };
    if (moreReceipts)
        answer["more"] = true;
    if (journal) {
        answer["journal"] = { { "sequence", journal->held.sequence }, { "hash", journal->held.hash } };
        if (!journal->objection.empty())
            answer["journal"]["objection"] = journal->objection;
    }
    return answer;
}

// A problem of the portal itself (full disk) fails the whole call: told as a refusal, the kiosk would stop trying.
Outcome<json> SyncApi::receiveItem(const Kiosk &kiosk, const json &item)
{
    json result { { "id", item["id"] }, { "revision", item["revision"] } };
    const auto refuse = [&result](const Problem &problem) {
        result["outcome"] = "rejected";
        result["problem"] = problem.toJson();
        return result;
    };
    const auto submission = readSubmission(item, m_reception.limits());
    if (!submission)
        return refuse(submission.error());
    const auto received = m_reception.receive(kiosk, *submission);
    if (!received && received.error().status >= 500)
        return tl::unexpected(received.error());
    if (!received)
        return refuse(received.error());
    if (received->receipt) {
        result["outcome"] = "received";
        result["receipt"] = m_reception.signedJsonOf(*received->receipt);
        if (received->wanted.empty())
            return result;
    } else {
        result["outcome"] = "wanted";
    }
    result["wanted"] = json::array();
    for (const Upload &upload : received->wanted)
        result["wanted"].push_back(
            { { "uploadId", upload.id }, { "offset", m_reception.uploads().held(upload.id) }, { "length", upload.length } });
    return result;
}

void SyncApi::addChanges(json &answer, const Position &position, const std::vector<std::string> &kioskIds)
{
    std::int64_t last = position.after;
    const auto found = m_reception.ledger().changesAfter(last, kioskIds, changesPerCall + 1);
    json changes = json::array();
    json branchChanges = json::array();
    for (const Change &change : found) {
        if (changes.size() + branchChanges.size() == changesPerCall)
            break;
        json event { { "sequence", change.sequence },
                     { "id", change.id },
                     { "status", change.status },
                     { "at", change.at },
                     { "note", change.note } };
        addExtras(event, change.extras);
        last = change.sequence;
        if (change.branch.empty()) {
            changes.push_back(std::move(event));
            continue;
        }
        event["branch"] = change.branch;
        if (!change.officialCode.empty())
            event["officialCode"] = change.officialCode;
        if (!change.dueAt.empty())
            event["dueAt"] = change.dueAt;
        branchChanges.push_back(std::move(event));
    }
    answer["more"] = found.size() > changes.size() + branchChanges.size();
    answer["changes"] = std::move(changes);
    if (!branchChanges.empty())
        answer["branchChanges"] = std::move(branchChanges);
    answer["cursor"] = m_reception.ledger().cursorAt(last);
}

} // namespace portal
