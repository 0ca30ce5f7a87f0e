#pragma once

#include "tests/portal/http.h"
#include "tests/portal/reception.h"

namespace portal {

// POST /sync, GET /changes and PUT /dossiers/{id}: JSON in, JSON out.
class SyncApi
{
public:
    explicit SyncApi(Reception &reception)
        : m_reception(reception)
    {
    }

    void sync(const Exchange &exchange);
    void changes(const Exchange &exchange);
    void putDossier(const Exchange &exchange, const std::string &id);

private:
    Outcome<nlohmann::json> answer(const nlohmann::json &request);
    Outcome<nlohmann::json> receiveItem(const Kiosk &kiosk, const nlohmann::json &item);
    void addChanges(nlohmann::json &answer, const std::string &cursor, const std::string &kioskId);

    Reception &m_reception;
};

} // namespace portal
