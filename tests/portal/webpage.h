#pragma once

#include "tests/portal/http.h"
#include "tests/portal/reception.h"

#include <string>

namespace portal {

// What arrived, for people: a list and a form to move a dossier to its next status. Shows no name and no form.
class WebPage
{
public:
    // `resultFolder`: files that may be handed back as results, besides a sample; may be empty.
    WebPage(Reception &reception, std::string name, std::filesystem::path resultFolder);

    void show(const Exchange &exchange);
    void moveStatus(const Exchange &exchange, const std::string &dossierId);
    static void style(const Exchange &exchange);

private:
    void fail(const Exchange &exchange, int status, const std::string &text) const;
    std::string document(const std::string &body) const;
    std::string receivedRow(const DossierLine &line) const;
    std::string branchRow(const DossierLine &line, const BranchLine &branch) const;
    std::string moveForm(const DossierLine &line, const std::string &branch, int present) const; // empty branch: the dossier

    Reception &m_reception;
    Ledger &m_ledger;
    std::string m_name;
    std::filesystem::path m_resultFolder;
    std::string m_formToken; // of this start: a page of another site cannot know it
};

} // namespace portal
