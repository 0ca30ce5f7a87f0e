#pragma once

#include "tests/portal/http.h"
#include "tests/portal/reception.h"

namespace portal {

// POST /sync, GET /changes and PUT /dossiers/{id}: JSON in, JSON out.
class SyncApi
{
public:
    // `hint`: the header Sync-Hint of each answer; may be empty.
    SyncApi(Reception &reception, std::string hint)
        : m_reception(reception)
        , m_hint(std::move(hint))
    {
    }

    void sync(const Exchange &exchange);
    void changes(const Exchange &exchange);
    void putDossier(const Exchange &exchange, const std::string &id);

private:
    Outcome<nlohmann::json> answer(const nlohmann::json &request);
    Outcome<nlohmann::json> receiveItem(const Kiosk &kiosk, const nlohmann::json &item);
    void addChanges(nlohmann::json &answer, const Position &position, const std::vector<std::string> &kioskIds);

    Reception &m_reception;
    std::string m_hint;
};

} // namespace portal
